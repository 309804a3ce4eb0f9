import fc from "fast-check";
import { expect, test } from "vitest";
import { UserError } from "../../src/model/errors.js";
import { cases } from "../support/cases.js";
import { readText } from "../support/items-of-text.js";
import { xlsxFile } from "../support/xlsx-file.js";

/** A small network in each format; what follows damages them. */
const networks: Readonly<Record<string, string>> = {
  gexf: '<?xml version="1.0"?><gexf version="1.3"><graph defaultedgetype="directed"><attributes class="edge"><attribute id="0" title="kind"/></attributes><nodes><node id="a" label="A"/></nodes><edges><edge source="a" target="b" weight="2"><attvalues><attvalue for="0" value="reply"/></attvalues></edge></edges></graph></gexf>',
  graphml:
    '<graphml><key id="v_name" for="node" attr.name="name"/><graph edgedefault="directed"><node id="n0"><data key="v_name">a</data></node><node id="n1"><data key="v_name">b</data></node><edge source="n0" target="n1"/></graph></graphml>',
  gml: 'graph [\n directed 1\n node [ id 0 label "a" ]\n node [ id 1 label "b&#34;" ]\n edge [ source 0 target 1 weight 2 ]\n]\n',
  pajek: '*Vertices 2\n1 "a"\n2 "b"\n*Arcs\n1 2 3\n*Edgeslist\n2 1 1\n',
  gdf: "nodedef>name VARCHAR,label VARCHAR\na,'A'\nedgedef>node1,node2,directed\na,b,true\n",
  dot: 'digraph "g" { a [label=<x <b>y</b>>]; a -> {b c} [weight=2]; "d\\"e" -> a:p; }\n',
  dl: "dl n=2 format=edgelist1\nlabels:\na b\ndata:\n1 2 3\n",
  "matrix-market": "%%MatrixMarket matrix coordinate real general\n2 2 1\n1 2 3\n",
  matrix: ",a,b\na,0,1\nb,2,0\n",
  "node-link":
    '{"directed":true,"nodes":[{"id":"a"},{"id":"b"}],"links":[{"source":"a","target":"b"}]}',
  "edge-list": "a b 2\nb c 3\nc a 1\n",
};

const damage = fc.record({
  name: fc.constantFrom(...Object.keys(networks)),
  cutAt: fc.double({ min: 0, max: 1, noNaN: true }),
  changes: fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 6 }),
  spliced: fc.option(fc.tuple(fc.constantFrom(...Object.keys(networks)), fc.nat(), fc.nat())),
});

function damaged({
  name,
  cutAt,
  changes,
  spliced,
}: typeof damage extends fc.Arbitrary<infer D> ? D : never): Buffer {
  let bytes = Buffer.from(networks[name]);
  for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
  if (spliced !== null) {
    const [other, from, to] = spliced;
    const at = to % bytes.length;
    const piece = Buffer.from(networks[other]).subarray(from % networks[other].length);
    bytes = Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)]);
  }
  return cutAt < 0.5 ? bytes.subarray(0, Math.ceil(bytes.length * cutAt * 2)) : bytes;
}

async function readsOrRefuses(
  file: Buffer,
  format?: Parameters<typeof readText>[1],
): Promise<void> {
  try {
    const { ties, summary } = await readText(file, format);
    const skipped = summary.skipped.reduce((sum, { count }) => sum + count, 0);
    expect(summary.read).toBe(summary.kept + summary.duplicates + skipped);
    expect(ties.every(({ source, target }) => source !== "" && target !== "")).toBe(true);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
  }
}

test("a damaged network is read as far as it goes, or refused with a reason", async () => {
  await fc.assert(
    fc.asyncProperty(damage, async (how) => {
      await readsOrRefuses(damaged(how));
      await readsOrRefuses(damaged(how), { format: how.name as "gml", pieceBytes: 5 });
    }),
    { numRuns: cases(300) },
  );
});

test("a damaged workbook is read, or refused with a reason", async () => {
  const whole = xlsxFile({
    Edges: [
      ["source", "target"],
      ["a", "b"],
    ],
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 }),
      async (changes) => {
        const bytes = Buffer.from(whole);
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
        await readsOrRefuses(bytes);
      },
    ),
    { numRuns: cases(50) },
  );
});

const long = 200_000;
test.each([
  ["GML with one long line", `graph [ ${'node [ id 1 label "a" ] '.repeat(long / 10)}]`],
  ["GML with a quote that nothing closes", `graph [ node [ id 1 label "${"a\n".repeat(long)}`],
  ["DOT with one long chain", `digraph { ${"a -> ".repeat(long / 4)}b }`],
  ["DOT with markup that nothing closes", `digraph { a [label=${"<".repeat(long)}`],
  ["Pajek with one long line", `*Vertices 1\n*Arcslist\n${"1 ".repeat(long)}\n`],
  ["DL with one long line", `dl n=2 format=fullmatrix\ndata:\n${"0 ".repeat(long)}\n`],
  ["GDF with one long line", `nodedef>name VARCHAR\n${",".repeat(long)}\n`],
  ["lines of white space", `1 2\n${" ".repeat(long)}\n${"\n".repeat(long)}2 3\n`],
  ["lines of spaces and words", `${"a b ".repeat(long)}\n`],
])("%s is read in time", async (_, text) => {
  await readsOrRefuses(Buffer.from(text));
});
