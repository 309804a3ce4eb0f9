import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { exampleTables } from "./read/tables/example-tables.js";
import { cases } from "./support/cases.js";
import { runCommand } from "./support/run-command.js";
import { mastodonMention, mastodonStatus, ndjson } from "./support/statuses.js";
import { xlsxFile } from "./support/xlsx-file.js";

const statuses = Array.from({ length: 6 }, (_, index) =>
  mastodonStatus(`${index}`, `p${index % 3}`, {
    mentions: [mastodonMention("ada"), mastodonMention(`p${(index + 1) % 3}@other.example`)],
    reblog: index === 4 ? mastodonStatus("90", "ben") : null,
    content: '<p>see <a href="https://journal.example/1">this</a> and <b>that</b></p>',
  }),
);

const xPage = {
  data: [
    {
      id: "1",
      author_id: "10",
      text: "RT @ben: hello #MedEd",
      created_at: "2026-03-01T10:00:00Z",
      entities: { mentions: [{ username: "ben", id: "11" }], hashtags: [{ tag: "MedEd" }] },
      referenced_tweets: [{ type: "retweeted", id: "2" }],
    },
  ],
  includes: {
    users: [
      { id: "10", username: "ada", name: "Ada" },
      { id: "11", username: "ben", name: "Ben" },
    ],
    tweets: [
      { id: "2", author_id: "11", text: "hello #MedEd", created_at: "2026-03-01T09:00:00Z" },
    ],
  },
};

const xOld = {
  id_str: "5",
  created_at: "Sun Mar 01 10:00:00 +0000 2026",
  text: "@ben hello #MedEd",
  user: { id_str: "10", screen_name: "ada", name: "Ada" },
  entities: {
    user_mentions: [{ id_str: "11", screen_name: "ben" }],
    hashtags: [{ text: "MedEd" }],
  },
};

const seeds: Readonly<Record<string, string | Buffer>> = {
  "lines of statuses": ndjson(statuses),
  "pages of statuses": ndjson([statuses.slice(0, 3), statuses.slice(3)]),
  "printed statuses": JSON.stringify(statuses, null, 2),
  "a search": JSON.stringify({ statuses }),
  "packed statuses": gzipSync(ndjson(statuses)),
  "statuses in UTF-16": Buffer.from(`\uFEFF${ndjson(statuses)}`, "utf16le"),
  "answers of X": ndjson([xPage, xPage]),
  "old posts of X": ndjson([xOld, xOld]),
  "a table":
    'id,created_at,author,text\n1,2026-03-01T10:00:00Z,ada,"hi @ben, ""you"""\n2,2026-03-02T10:00:00Z,ben,@ada yes\n',
  edges: "Source;Target;Weight;Kind\nann;ben;2;mention\nben;cia;1e3;reply\n",
  "lines of edges": "# nodes\n1 2 0.5\n2 3 {'weight': 2}\n",
  gexf: '<gexf><graph defaultedgetype="directed"><attributes class="edge"><attribute id="0" title="kind"><default>reply</default></attribute></attributes><nodes><node id="a" label="A"/><node id="b"/></nodes><edges><edge source="a" target="b" weight="2"/></edges></graph></gexf>',
  graphml:
    '<graphml><key id="w" for="edge" attr.name="weight"/><graph edgedefault="directed"><node id="a"/><node id="b"/><edge source="a" target="b"><data key="w">2</data></edge></graph></graphml>',
  gml: 'graph [ directed 1 node [ id 1 label "a" ] node [ id 2 label "b" ] edge [ source 1 target 2 value 3 ] ]\n',
  pajek: '*Vertices 2\n1 "a"\n2 "b"\n*Arcs\n1 2 3\n',
  workbook: xlsxFile({
    Posts: [
      ["id", "created_at", "author", "text"],
      ["1", "2026-03-01T10:00:00Z", "ada", "hi @ben #MedEd"],
      ["2", "2026-03-02T10:00:00Z", "ben", "@ada yes"],
    ],
  }),
  "a matrix": ",ann,ben,cia\nann,0,1,0\nben,2,0,1\ncia,0,1,0\n",
  "a UCINET matrix": "dl n=2 format=fullmatrix\nlabels:\nann,ben\ndata:\n0 1\n1 0\n",
  ...Object.fromEntries(exampleTables.map(({ format, text }) => [`a table of ${format}`, text])),
  dot: 'digraph { a -> b [weight=2]; b -> "c d"; }\n',
};

const anySeed = fc.constantFrom(...Object.keys(seeds));

/** Where, as a share of the length, and what is done there. */
const damage = fc.oneof(
  fc.record({
    do: fc.constant("change" as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    bytes: fc.uint8Array({ minLength: 1, maxLength: 3 }),
  }),
  fc.record({ do: fc.constant("cut" as const), at: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record({
    do: fc.constant("lose" as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    count: fc.integer({ min: 1, max: 80 }),
  }),
  fc.record({
    do: fc.constant("splice" as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    seed: anySeed,
    from: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  fc.record({
    do: fc.constant("repeat" as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    count: fc.integer({ min: 1, max: 40 }),
  }),
);

type Damage = typeof damage extends fc.Arbitrary<infer Value> ? Value : never;

function damaged(bytes: Buffer, one: Damage): Buffer {
  const at = Math.floor(one.at * bytes.length);
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
  switch (one.do) {
    case "change":
      return Buffer.concat([before, one.bytes, after.subarray(one.bytes.length)]);
    case "cut":
      return before;
    case "lose":
      return Buffer.concat([before, after.subarray(one.count)]);
    case "splice": {
      const other = Buffer.from(seeds[one.seed]);
      return Buffer.concat([before, other.subarray(Math.floor(one.from * other.length)), after]);
    }
    case "repeat":
      return Buffer.concat([before, ...Array(50).fill(after.subarray(0, one.count)), after]);
  }
}

test.each([
  ["follow", 300, ["--bootstrap", "0"]],
  ["inspect", 300, []],
  ["analyze", 100, ["--bootstrap", "0", "--scale", "0.25"]],
  ["convert", 100, ["--to", "posts"]],
] as const)("%s ends with a code of its contract, whatever is done to an input of any format", async (command, numRuns, more) => {
  const form = command === "convert" ? [] : ["--json"];
  await fc.assert(
    fc.asyncProperty(
      anySeed,
      fc.array(damage, { minLength: 1, maxLength: 3 }),
      async (seed, damages) => {
        const input = damages.reduce(damaged, Buffer.from(seeds[seed]));
        const { code, stderr } = await runCommand([command, "-", ...form, ...more], input);
        expect([0, 1, 2, 3], stderr).toContain(code);
      },
    ),
    { numRuns: cases(numRuns) },
  );
});

test("every seed is read whole before it is damaged", async () => {
  for (const [name, seed] of Object.entries(seeds)) {
    const { code, stdout } = await runCommand(["inspect", "-", "--json"], seed);
    expect([name, code]).toEqual([name, 0]);
    const { kept, skipped } = JSON.parse(stdout).inputs[0].summary;
    expect(kept, name).toBeGreaterThan(0);
    // Some tables of tools hold a row that is to be skipped.
    if (!name.startsWith("a table of")) expect(skipped, name).toEqual([]);
  }
});
