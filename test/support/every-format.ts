import { exampleTables } from "../read/tables/example-tables.js";
import { collectionLine } from "./collection-lines.js";
import { formatSamples } from "./format-samples.js";
import { mastodonMention, mastodonStatus, ndjson } from "./statuses.js";

/** A small invented file; `format` is what it is recognised as. */
export interface FormatFile {
  readonly name: string;
  readonly format: string;
  readonly text: string;
}

const statuses = [
  mastodonStatus("1", "ada", { mentions: [mastodonMention("ben@b.example")] }),
  mastodonStatus("2", "cem", { in_reply_to_id: "1", in_reply_to_account_id: "id-ada" }),
];

const interaction = { tagatlas: "interaction", schemaVersion: 1 };

const others: Readonly<Record<string, string>> = {
  mastodon: ndjson(statuses),
  collection: ndjson([
    collectionLine("server", { domain: "home.example" }),
    collectionLine("timeline", statuses),
    collectionLine("reposters", [mastodonStatus("9", "dan").account], { about: { post: "1" } }),
  ]),
  "tagatlas-posts": ndjson([
    { tagatlas: "person", id: "ada@a.example" },
    {
      ...{ tagatlas: "post", id: "https://a.example/1", author: "ada@a.example", origin: "found" },
      ...{ time: "2026-01-05T10:00:00.000Z", tags: ["MedEd"] },
      relations: [{ kind: "mention", person: "ben@b.example" }],
    },
  ]),
  "tagatlas-interactions": ndjson([
    { ...interaction, source: "ada", target: "ben", kind: "reply", weight: 1 },
    { ...interaction, source: "ben", target: "ada", kind: "quote", weight: 2 },
  ]),
  "edge-list":
    "source,target,kind,weight,time\nann,bob,retweet,2.5,2026-01-05T10:00:00Z\nbob,cat,,1,\n",
  "node-link":
    '{"directed":true,"nodes":[{"id":"ann"},{"id":"bob"}],"links":[{"source":"ann","target":"bob","weight":2}]}',
  gexf: '<?xml version="1.0"?><gexf version="1.3"><graph defaultedgetype="directed"><nodes><node id="1" label="ann"/><node id="2" label="bob"/></nodes><edges><edge id="0" source="1" target="2" weight="2"/></edges></graph></gexf>',
  graphml:
    '<graphml><graph edgedefault="directed"><node id="ann"/><node id="bob"/><edge source="ann" target="bob"/></graph></graphml>',
  "matrix-market": "%%MatrixMarket matrix coordinate integer general\n3 3 2\n1 2 5\n2 3 1\n",
  pajek: '*Vertices 2\n1 "ann"\n2 "bob"\n*Arcs\n1 2 3\n',
  gdf: "nodedef>name VARCHAR,label VARCHAR\n1,ann\n2,bob\nedgedef>node1 VARCHAR,node2 VARCHAR\n1,2\n",
  gml: 'graph [\ndirected 0\nnode [ id 1 label "ann" ]\nnode [ id 2 label "bob" ]\nnode [ id 3 label "cat" ]\nedge [ source 1 target 2 ]\n]\n',
  dl: "dl n=2 format=edgelist1\nlabels:\nann,bob\ndata:\n1 2 3\n",
  dot: "digraph {\nann -> bob [weight=2];\n}\n",
  matrix: ",ann,bob,cat\nann,0,1,2\nbob,1,0,0\ncat,0,3,0\n",
};

/** At least one file of each format that is found by content. */
export const everyFormat: readonly FormatFile[] = [
  ...formatSamples.map(({ name, format, text }) => ({ name, format, text })),
  ...exampleTables.map(({ format, text }) => ({ name: `a table: ${format}`, format, text })),
  ...Object.entries(others).map(([format, text]) => ({ name: format, format, text })),
  { name: "an edge list without a header", format: "edge-list", text: "1 2 0.5\n2 3 1\n1 3 2\n" },
];
