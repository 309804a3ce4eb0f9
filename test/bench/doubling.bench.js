// @ts-nocheck: it runs on the built files, which have no types.
/*
 * Whether reading takes twice as long for twice as much, of inputs that are long in one way each:
 * `npm run bench:doubling [name]`. The better of two runs counts. Exits with 1 where something takes more
 * than three times as long.
 */

import { performance } from "node:perf_hooks";
import { Readable } from "node:stream";
import { markdownTable } from "./markdown-table.js";

const { readCorpus } = await import(new URL("../../dist/pipeline/read-corpus.js", import.meta.url));

const status = (id, more = {}) =>
  JSON.stringify({
    id: String(id),
    uri: `https://home.example/users/ada/statuses/${id}`,
    created_at: "2026-03-01T12:00:00.000Z",
    account: { id: "1", acct: "ada", url: "https://home.example/@ada", username: "ada" },
    content: "<p>hello</p>",
    tags: [],
    mentions: [],
    visibility: "public",
    ...more,
  });
const rows = (count, row) => Array.from({ length: count }, (_, at) => row(at));
const repeat = (text, count) => text.repeat(count);

/** By name: how large the smaller input is, and the input of a size. */
const shapes = {
  "white space before the first row": [8e6, (size) => repeat(" \n", size / 2) + status(1)],
  "white space inside a row": [
    8e6,
    (size) => status(1).replace('"tags"', `${repeat(" ", size)}"tags"`),
  ],
  "rows of a JSON list on one line": [10_000, (size) => `[${rows(size, status).join(",")}]`],
  "rows of a JSON list, printed": [
    10_000,
    (size) => JSON.stringify(JSON.parse(`[${rows(size, status).join(",")}]`), null, 2),
  ],
  "rows, one a line": [10_000, (size) => rows(size, status).join("\n")],
  "brackets that do not close": [2e6, (size) => `${status(1)}\n${repeat("[", size)}\n${status(2)}`],
  "mentions of one post": [
    8_000,
    (size) =>
      status(1, {
        mentions: rows(size, (at) => ({
          id: String(at),
          acct: `p${at}@far.example`,
          url: `https://far.example/@p${at}`,
        })),
      }),
  ],
  "hashtags of one post": [
    20_000,
    (size) => status(1, { tags: rows(size, (at) => ({ name: `tag${at}` })) }),
  ],
  "tags of HTML that do not match": [
    60_000,
    (size) => status(1, { content: repeat("<p><b>", size) }),
  ],
  "signs of smaller than, alone": [2e6, (size) => status(1, { content: repeat("<", size) })],
  "ampersands, alone": [2e6, (size) => status(1, { content: repeat("&", size) })],
  "words of one post": [
    100_000,
    (size) => status(1, { content: rows(size, (at) => `word${at}`).join(" ") }),
  ],
  "at signs of one text": [
    100_000,
    (size) => `id,created_at,author,text\n1,2026-03-01T10:00:00Z,ada,${repeat("@a ", size)}\n`,
  ],
  "columns of a table": [
    12_000,
    (size) =>
      `id,created_at,author,text${rows(size, (at) => `,c${at}`).join("")}\n1,2026-03-01T10:00:00Z,ada,hi${repeat(",x", size)}\n`,
  ],
  "rows of a table": [
    12_000,
    (size) =>
      `id,created_at,author,text\n${rows(size, (at) => `${at},2026-03-01T10:00:00Z,ada,hi\n`).join("")}`,
  ],
  "line ends inside a quoted cell": [
    4e6,
    (size) => `id,created_at,author,text\n1,2026-03-01T10:00:00Z,ada,"${repeat("\n", size)}"\n`,
  ],
  "a quote that does not end": [
    4e6,
    (size) => `id,created_at,author,text\n1,2026-03-01T10:00:00Z,ada,"${repeat("x\n", size / 2)}`,
  ],
  "edges of a list": [
    20_000,
    (size) => `source,target\n${rows(size, (at) => `p${at},p${at + 1}\n`).join("")}`,
  ],
  "keys of GraphML": [
    20_000,
    (size) =>
      `<graphml>${rows(size, (at) => `<key id="k${at}" for="node" attr.name="n${at}"><default>1</default></key>`).join("")}<graph>${rows(size, (at) => `<node id="p${at}"/>`).join("")}<edge source="p0" target="p1"/></graph></graphml>`,
  ],
  "depth of XML": [
    20_000,
    (size) => `<graphml><graph>${repeat("<desc>", size)}<node id="a"/></graph></graphml>`,
  ],
  "nodes of GEXF": [
    12_000,
    (size) =>
      `<gexf><graph><nodes>${rows(size, (at) => `<node id="p${at}"/>`).join("")}</nodes><edges><edge source="p0" target="p1"/></edges></graph></gexf>`,
  ],
  "nodes of GML": [
    10_000,
    (size) =>
      `graph [ directed 1 ${rows(size, (at) => `node [ id ${at} label "p${at}" ]\n`).join("")} edge [ source 0 target 1 ] ]\n`,
  ],
  "brackets of GML": [
    60_000,
    (size) => `graph [ directed 1 node [ id 1 label "a" ] ${repeat("x [ ", size)}`,
  ],
  "edges of DOT": [
    12_000,
    (size) => `digraph { ${rows(size, (at) => `p${at} -> p${at + 1};\n`).join("")} }`,
  ],
  "a chain of DOT": [12_000, (size) => `digraph { ${rows(size, (at) => `p${at}`).join(" -> ")} }`],
  "vertices of Pajek": [
    12_000,
    (size) =>
      `*Vertices ${size}\n${rows(size, (at) => `${at + 1} "p${at}"\n`).join("")}*Arcs\n1 2 3\n`,
  ],
  "rows of a node list": [
    12_000,
    (size) =>
      JSON.stringify({
        directed: true,
        nodes: rows(size, (at) => ({ id: `p${at}` })),
        links: [{ source: "p0", target: "p1" }],
      }),
  ],
};

async function timeOf(text) {
  const began = performance.now();
  try {
    await readCorpus({
      inputs: ["-"],
      standardInput: Readable.from([Buffer.from(text)]),
      onProgress() {},
    });
  } catch (error) {
    // An input may be refused; how long that takes counts as well.
    if (error.constructor.name !== "UserError") throw error;
  }
  return performance.now() - began;
}

async function best(text) {
  const times = [];
  for (let run = 0; run < 2; run += 1) times.push(await timeOf(text));
  return Math.min(...times);
}

const most = 3;
const wanted = process.argv[2];
const table = [];
for (const [name, [size, make]] of Object.entries(shapes)) {
  if (wanted !== undefined && wanted !== name) continue;
  await timeOf(make(size / 4));
  const [once, twice] = [await best(make(size)), await best(make(size * 2))];
  table.push({ name, size, once, twice, factor: twice / once });
  process.stderr.write(`${name}: ${(twice / once).toFixed(1)}\n`);
}
process.stdout.write(
  markdownTable(
    ["long in", "size", "ms", "ms, twice the size", "times"],
    table.map(({ name, size, once, twice, factor }) => [
      name,
      String(size),
      once.toFixed(0),
      twice.toFixed(0),
      factor.toFixed(1),
    ]),
  ),
);
process.exitCode = table.some(({ factor }) => factor > most) ? 1 : 0;
