import type { Measures } from "../../model/measures.js";
import { type ItemKind, itemKinds, type TopItem, type TopItems } from "../../model/top-items.js";
import type { PublicCommunity, PublicTopItem } from "./public-report.js";
import type { PublicTexts } from "./public-texts.js";
import { communityName, rounded } from "./public-values.js";

/** A longer address is no page that somebody would look up. */
const longestLink = 500;

/** What a community puts into its posts, as names alone. */
export function publicItemNames(
  items: TopItems,
  texts: PublicTexts,
): Pick<
  PublicCommunity,
  "topHashtags" | "topLinks" | "topDomains" | "topWords" | "topPairs" | "distinctiveWords"
> {
  const names = (kind: ItemKind): string[] =>
    items[kind].flatMap(({ item }) => publicName(kind, item, texts) ?? []);
  return {
    topHashtags: names("hashtag"),
    topLinks: names("link"),
    topDomains: names("domain"),
    topWords: names("word"),
    topPairs: names("pair"),
    distinctiveWords: names("distinctive_word"),
  };
}

/** The same with their numbers: everybody's, then each community's, by kind and rank. */
export function publicTopItems(
  { topItems, communities }: Measures,
  texts: PublicTexts,
): PublicTopItem[] {
  return [
    ...rowsOf(undefined, topItems, texts),
    ...communities.flatMap(({ items }, index) => rowsOf(communityName(index), items, texts)),
  ];
}

function rowsOf(
  community: string | undefined,
  items: TopItems,
  texts: PublicTexts,
): PublicTopItem[] {
  return itemKinds.flatMap((kind) =>
    items[kind].flatMap((found) => publicItem(found, { community, kind }, texts) ?? []),
  );
}

function publicItem(
  { item, authors, count, salience, mutualInformation }: TopItem,
  { community, kind }: Pick<PublicTopItem, "community" | "kind">,
  texts: PublicTexts,
): PublicTopItem | undefined {
  const name = publicName(kind, item, texts);
  if (name === undefined) return undefined;
  return {
    community,
    kind,
    item: name,
    authors,
    count,
    salience: rounded(salience),
    mutualInformation: rounded(mutualInformation),
  };
}

function publicName(kind: ItemKind, item: string, texts: PublicTexts): string | undefined {
  switch (kind) {
    case "hashtag":
      return texts.text(`#${item}`);
    case "link":
      // In its canonical spelling an address has no character that is not ASCII.
      return item.length > longestLink ? undefined : texts.link(item);
    case "domain":
    case "word":
    case "pair":
    case "distinctive_word":
      return texts.text(item);
  }
}
