const directed = new Set(
  (
    "directed true yes gerichtet dirigé dirige orienté oriente dirigido dirigida orientado diretto " +
    "orientato gericht ориентированное ориентированный orientovaná skierowane skierowana riktad " +
    "有向 有向图 有向グラフ"
  ).split(" "),
);
const undirected = new Set(
  (
    "undirected mutual false no ungerichtet nondirigé nonorienté nonoriente nodirigido nodirigida " +
    "nodirigit nãodirigido nãodirecionado nãoorientado nondirezionato nondiretto indiretto " +
    "nonorientato ongericht неориентированное неориентированный neorientovaná nieskierowane " +
    "nieskierowana oriktad 无向 無向 无向图 無向グラフ"
  ).split(" "),
);

/** Whether an edge has a direction, in Gephi's words and languages; `undefined` for another word. */
export function directionOf(type: string | undefined): boolean | undefined {
  const word = type
    ?.normalize("NFC")
    .toLowerCase()
    .replace(/[\s_-]+/gu, "");
  if (word === undefined || word === "") return undefined;
  if (directed.has(word) || word === "1") return true;
  return undirected.has(word) || word === "0" ? false : undefined;
}
