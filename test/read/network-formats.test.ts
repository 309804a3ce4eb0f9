import { describe, expect, test } from "vitest";
import { readText } from "../support/items-of-text.js";
import { tieRow } from "../support/tie-rows.js";

interface Fixture {
  readonly title: string;
  readonly format: string;
  readonly text: string;
  readonly ties: readonly string[];
  readonly people?: readonly string[];
  readonly skipped?: readonly string[];
}

const json = (value: unknown): string => JSON.stringify(value);

const fixtures: readonly Fixture[] = [
  {
    title: "GML of networkx names people by their labels",
    format: "gml",
    text: 'graph [\n  directed 1\n  node [\n    id 0\n    label "J&#246;rg &#34;x&#34;"\n  ]\n  node [ id 1 label "bob" graphics [ x 1 y 2 ] ]\n  edge [ source 0 target 1 weight 2.5 kind "retweet" ]\n]\n',
    ties: ['Jörg "x">bob 2.5 repost'],
    people: ['Jörg "x"', "bob"],
  },
  {
    title: "GML of igraph names people by their names",
    format: "gml",
    text: 'Creator "igraph version 0.10.2 Sat"\nVersion 1\ngraph\n[\n  directed 0\n  node\n  [\n    id 0\n    name "ada"\n    label "A"\n  ]\n  node\n  [\n    id 1\n    name "bob"\n    label "B"\n  ]\n  edge\n  [\n    source 1\n    target 0\n  ]\n]\n',
    ties: ["bob-ada 1"],
    people: ["ada", "bob"],
  },
  {
    title: "GML whose labels are not of one person each keeps its ids",
    format: "gml",
    text: 'graph [ node [ id 7 label "Ann" ] node [ id 8 label "Ann" ] edge [ source 7 target 8 ] ]',
    ties: ["7-8 1"],
    people: ["7", "8"],
  },
  {
    title: "GML may list its edges before its nodes",
    format: "gml",
    text: 'graph [ directed 1 node [ id 1 label "ada" ] edge [ source 1 target 2 ] node [ id 2 label "bob" ] ]',
    ties: ["ada>bob 1"],
    people: ["ada", "bob"],
  },
  {
    title: "GraphML of igraph names people by their names",
    format: "graphml",
    text: '<graphml><key id="v_name" for="node" attr.name="name" attr.type="string"/><graph edgedefault="directed"><node id="n0"><data key="v_name">ada</data></node><node id="n1"><data key="v_name">bob</data></node><edge source="n0" target="n1"/></graph></graphml>',
    ties: ["ada>bob 1"],
    people: ["ada", "bob"],
  },
  {
    title: "GraphML that igraph has read from another file keeps that one's ids",
    format: "graphml",
    text: '<graphml><key id="v_name" for="node" attr.name="name"/><key id="v_id" for="node" attr.name="id"/><graph edgedefault="directed"><node id="n0"><data key="v_name">Ann</data><data key="v_id">x:1</data></node><node id="n1"><data key="v_name">Ann</data><data key="v_id">x:2</data></node><edge source="n0" target="n1"/></graph></graphml>',
    ties: ["x:1>x:2 1"],
    people: ["x:1", "x:2"],
  },
  {
    title: "GraphML whose ids name people keeps them, whatever their names",
    format: "graphml",
    text: '<graphml><key id="d0" for="node" attr.name="name"/><graph edgedefault="directed"><node id="x:1"><data key="d0">Ann</data></node><node id="x:2"><data key="d0">Bob</data></node><edge source="x:1" target="x:2"/></graph></graphml>',
    ties: ["x:1>x:2 1"],
    people: ["x:1", "x:2"],
  },
  {
    title: "GEXF of twarc-network has the kind in the type of an edge",
    format: "gexf",
    text: '<gexf version="1.2"><graph defaultedgetype="directed"><attributes class="edge"><attribute id="0" title="type" type="string"/></attributes><edges><edge source="ada" target="bob" type="retweet"/><edge source="bob" target="ada"><attvalues><attvalue for="0" value="quote"/></attvalues></edge></edges></graph></gexf>',
    ties: ["ada>bob 1 repost", "bob>ada 1 quote"],
  },
  {
    title: "GEXF of twarc-network has a number a kind",
    format: "gexf",
    text: '<gexf version="1.2"><graph defaultedgetype="directed"><attributes class="edge"><attribute id="1" title="retweet" type="long"/><attribute id="2" title="reply" type="long"/><attribute id="4" title="mention" type="long"/></attributes><edges><edge source="cat" target="bob" weight="3"><attvalues><attvalue for="1" value="2"/><attvalue for="2" value="1"/><attvalue for="4" value="0"/></attvalues></edge></edges></graph></gexf>',
    ties: ["cat>bob 2 repost, 1 reply"],
  },
  {
    title: "Pajek has arcs, edges and lists of them",
    format: "pajek",
    text: '% made by hand\n*Vertices 4\n1 "ada l" 0.1 0.2 0.5 ic Red\n2 bob\n3 "cat"\n4 "dan"\n*Arcs\n1 2 2.5 kind reply\n2 1\n*Edges\n3 4 2 c Blue\n*Arcslist\n1 3 4\n',
    ties: ["ada l>bob 2.5 reply", "bob>ada l 1", "cat-dan 2", "ada l>cat 1", "ada l>dan 1"],
    people: ["ada l", "bob", "cat", "dan"],
  },
  {
    title: "Pajek has matrices, and vertices without labels",
    format: "pajek",
    text: "*Network test\n*vertices 2\n*Matrix\n0 2\n1 0\n",
    ties: ["1>2 2", "2>1 1"],
  },
  {
    title: "GDF of DMI-TCAT has no direction unless it says so",
    format: "gdf",
    text: "nodedef>name VARCHAR,label VARCHAR,no_tweets INT\n1,'Ada, A.',1\n2,bob,1\nedgedef>node1 VARCHAR,node2 VARCHAR,weight DOUBLE default 1.0,directed BOOLEAN\n1,2,2,true\n2,1\n",
    ties: ["1>2 2", "2-1 1"],
    people: ["1", "2"],
  },
  {
    title: "DOT has chains, subgraphs, ports, comments and texts over lines",
    format: "dot",
    text: '/* made by hand */\n// more\nstrict digraph "G x" {\n rankdir=LR; node [shape=box]; edge [weight=3]\n ada [label="Ada\\"s"];\n ada:p:n -> bob -> "dan k" [kind=reply];\n # a comment\n {cat dan} -> ada [weight="0.5"]\n eve [label=<b <i>x</i>>]\n}\n',
    ties: ["ada>bob 3 reply", "bob>dan k 3 reply", "cat>ada 0.5", "dan>ada 0.5"],
    people: ["ada", "cat", "dan", "eve"],
  },
  {
    title: "DOT of igraph names people by their names",
    format: "dot",
    text: 'graph {\n  0 [\n    name="ada l"\n  ];\n  1 [\n    name=bob\n  ];\n\n  0 -- 1 [\n    weight=2\n  ];\n}\n',
    ties: ["ada l-bob 2"],
    people: ["ada l", "bob"],
  },
  {
    title: "DOT whose statement is broken loses no other",
    format: "dot",
    text: "digraph { ada -> ; bob -> cat; -> dan; eve -> ada }",
    ties: ["bob>cat 1", "eve>ada 1"],
    skipped: ["an edge without a source or a target"],
  },
  {
    title: "DL has edge lists with labels",
    format: "dl",
    text: "dl n=3 format=edgelist1\nlabels:\nann,bob\ncat\ndata:\n1 2 1\n2 3 0.5\n",
    ties: ["ann>bob 1", "bob>cat 0.5"],
    people: ["ann", "bob", "cat"],
  },
  {
    title: "DL has full matrices",
    format: "dl",
    text: "DL N = 2\nFORMAT = FULLMATRIX\nLABELS:\nann bob\nDATA:\n0 2\n1 0\n",
    ties: ["ann>bob 2", "bob>ann 1"],
  },
  {
    title: "DL has labels inside its data",
    format: "dl",
    text: "dl n=2 format=fullmatrix\nlabels embedded\ndata:\n ann bob\nann 0 2\nbob 1 0\n",
    ties: ["ann>bob 2", "bob>ann 1"],
  },
  {
    title: "DL has lists of nodes",
    format: "dl",
    text: "dl n=3 format=nodelist1\nlabels:\nann bob cat\ndata:\n1 2 3\n3 1\n",
    ties: ["ann>bob 1", "ann>cat 1", "cat>ann 1"],
  },
  {
    title: "Matrix Market says symmetry and size by itself",
    format: "matrix-market",
    text: "%%MatrixMarket matrix coordinate pattern symmetric\n% c\n3 3 2\n2 1\n3 1\n",
    ties: ["2-1 1", "3-1 1"],
  },
  {
    title: "Matrix Market has weights, also down its columns",
    format: "matrix-market",
    text: "%%MatrixMarket matrix array real general\n2 2\n0\n2.5\n1\n0\n",
    ties: ["2>1 2.5", "1>2 1"],
  },
  {
    title: "an adjacency matrix has people down and across",
    format: "matrix",
    text: ',ann,bob,cat\nann,0,1,0\nbob,"1,5",0,2\ncat,0,,0\n',
    ties: ["ann>bob 1", "bob>ann 1.5", "bob>cat 2"],
    people: ["ann", "bob", "cat"],
  },
  {
    title: "node-link JSON of networkx",
    format: "node-link",
    text: json({
      directed: true,
      multigraph: false,
      graph: {},
      nodes: [{ id: "ann" }, { id: "bob" }],
      links: [{ source: "ann", target: "bob", weight: 2, kind: "reply" }],
    }),
    ties: ["ann>bob 2 reply"],
    people: ["ann", "bob"],
  },
  {
    title: "d3's JSON counts nodes from 0",
    format: "node-link",
    text: json({
      nodes: [{ name: "ann" }, { name: "bob" }],
      links: [{ source: 0, target: 1, value: 2 }],
    }),
    ties: ["ann>bob 2"],
    people: ["ann", "bob"],
  },
  {
    title: "numbers that are ids are no places",
    format: "node-link",
    text: json({
      directed: false,
      nodes: [{ id: 1 }, { id: 2 }],
      links: [{ source: 1, target: 2 }],
    }),
    ties: ["1-2 1"],
    people: ["1", "2"],
  },
  {
    title: "graphology's JSON",
    format: "node-link",
    text: json({
      options: { type: "mixed", multi: false },
      attributes: {},
      nodes: [{ key: "ann", attributes: { label: "Ann" } }, { key: "bob" }],
      edges: [
        { key: "e1", source: "ann", target: "bob", attributes: { weight: 2 } },
        { source: "bob", target: "ann", undirected: true },
      ],
    }),
    ties: ["ann>bob 2", "bob-ann 1"],
    people: ["ann", "bob"],
  },
  {
    title: "Cytoscape's JSON",
    format: "node-link",
    text: json({
      elements: {
        nodes: [{ data: { id: "ann", name: "Ann" } }, { data: { id: "bob" } }],
        edges: [
          { data: { id: "e", source: "ann", target: "bob", weight: 3, interaction: "boost" } },
        ],
      },
    }),
    ties: ["ann>bob 3 repost"],
    people: ["ann", "bob"],
  },
  {
    title: "networkx' adjacency JSON",
    format: "node-link",
    text: json({
      directed: true,
      nodes: [{ id: "ann" }, { id: "bob" }],
      adjacency: [[{ id: "bob", weight: 2 }], []],
    }),
    ties: ["ann>bob 2"],
    people: ["ann", "bob"],
  },
];

describe("a network of another program", () => {
  test.each(fixtures)("$title", async ({ format, text, ties, people, skipped = [] }) => {
    for (const pieceBytes of [3, 1 << 16]) {
      const read = await readText(text, { pieceBytes });
      expect(read.summary.format).toBe(format);
      expect(read.ties.map(tieRow)).toEqual(ties);
      if (people !== undefined) expect(read.nodes.map(({ key }) => key)).toEqual(people);
      expect(read.summary.skipped.map(({ reason }) => reason)).toEqual(skipped);
    }
  });

  test("is read with Windows line ends and a byte-order mark, too", async () => {
    for (const { format, text, ties } of fixtures) {
      const read = await readText(`\ufeff${text.replaceAll("\n", "\r\n")}`);
      expect([format, read.ties.map(tieRow)]).toEqual([format, ties]);
    }
  });

  test("that is cut off keeps what is whole, and says so", async () => {
    const gml = await readText(
      'graph [ node [ id 1 label "a" ] edge [ source 1 target 1 ] node [ id 2',
    );
    expect(gml.ties).toHaveLength(1);
    expect(gml.summary.endedEarly).toMatch(/last list is closed/u);
    const dot = await readText("digraph { a -> b; c -> d");
    expect(dot.ties.map(tieRow)).toEqual(["a>b 1"]);
    expect(dot.summary.endedEarly).toMatch(/last brace is closed/u);
  });

  test.each([
    [
      "a matrix of rows that are not its columns",
      "%%MatrixMarket matrix coordinate real general\n2 3 1\n1 1 1\n",
      /no network of people/u,
    ],
    ["a network of two kinds of nodes", "% bip unweighted\n1 1\n1 2\n", /two kinds of nodes/u],
    ["GML without end", `graph [ ${"x [ ".repeat(5000)}`, /100 deep/u],
    ["DOT without end", `digraph { ${"{ ".repeat(5000)}`, /100 deep/u],
  ])("is refused with the reason: %s", async (_, text, message) => {
    await expect(readText(text)).rejects.toThrow(message);
  });
});
