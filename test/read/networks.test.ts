import { describe, expect, test } from "vitest";
import { readText } from "../support/items-of-text.js";

const gexf = (graph: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n${graph}\n</gexf>\n`;

const graphml = (content: string): string =>
  `<?xml version="1.0"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n${content}\n</graphml>\n`;

const oneMention = {
  strengths: [{ kind: undefined, weight: 1 }],
  first: undefined,
  last: undefined,
};

describe("GEXF", () => {
  const network = gexf(`<graph defaultedgetype="directed">
<attributes class="node"><attribute id="0" title="Followers" type="integer"/>
<attribute id="1" title="shoe size" type="integer"><default>40</default></attribute></attributes>
<attributes class="edge"><attribute id="0" title="kind" type="string"/></attributes>
<nodes><node id="a" label="Ada &amp; Co"><attvalues><attvalue for="0" value="12"/></attvalues></node>
<node id="b"/></nodes>
<edges><edge id="0" source="a" target="b" weight="2.5" start="2026-01-05" end="2026-01-06T10:00:00Z">
<attvalues><attvalue for="0" value="Retweet"/></attvalues></edge>
<edge id="1" source="b" target="a" type="undirected"/></edges></graph>`);

  test("gives people with what is known of them, and edges with kind, weight and times", async () => {
    for (const pieceBytes of [1, 7, 10_000]) {
      const { nodes, ties, summary } = await readText(network, { pieceBytes });
      expect(nodes).toMatchObject([
        { key: "a", isNode: true, profile: { label: "Ada & Co", followers: 12 } },
        { key: "b", isNode: true, profile: { label: undefined, followers: undefined } },
      ]);
      expect(ties).toEqual([
        {
          type: "tie",
          source: "a",
          target: "b",
          isDirected: true,
          strengths: [{ kind: "repost", weight: 2.5 }],
          first: Date.UTC(2026, 0, 5),
          last: Date.UTC(2026, 0, 6, 10),
        },
        { type: "tie", source: "b", target: "a", isDirected: false, ...oneMention },
      ]);
      expect(summary).toMatchObject({
        format: "gexf",
        read: 2,
        kept: 2,
        unknownKeys: [{ key: "shoe size", count: 1 }],
        endedEarly: undefined,
      });
    }
  });

  test("is undirected where it does not say, as the format has it", async () => {
    const { ties } = await readText(
      gexf('<graph><edges><edge source="a" target="b"/></edges></graph>'),
    );
    expect(ties).toMatchObject([{ isDirected: false }]);
  });

  test("with a prefix on every element, and in another encoding, is read alike", async () => {
    const text =
      '<?xml version="1.0" encoding="ISO-8859-1"?><g:gexf xmlns:g="http://gexf.net/1.3"><g:graph>' +
      '<g:edges><g:edge source="J\u00f6rg" target="b"/></g:edges></g:graph></g:gexf>';
    const { ties } = await readText(Buffer.from(text, "latin1"));
    expect(ties).toMatchObject([{ source: "J\u00f6rg", target: "b" }]);
  });

  test("that is cut off keeps its whole edges, and says that it ended early", async () => {
    const { ties, summary } = await readText(
      network.slice(0, network.indexOf('<edge id="1"') + 20),
    );
    expect(ties).toHaveLength(1);
    expect(summary.endedEarly).toMatch(/before its last element is closed/u);
  });
});

describe("GraphML", () => {
  test("gives people and edges by the names of their keys, defaults too", async () => {
    const { nodes, ties, summary } = await readText(
      graphml(`<key id="d0" for="node" attr.name="label" attr.type="string"/>
<key id="d1" for="edge" attr.name="Edge Weight" attr.type="double"><default>3</default></key>
<key id="d2" for="edge" attr.name="Relationship" attr.type="string"/>
<key id="d3" for="node" attr.name="mood" attr.type="string"/>
<graph edgedefault="undirected"><node id="n0"><data key="d0"><![CDATA[A <b> & c]]></data><data key="d3">gay</data></node>
<node id="n1"/><edge source="n0" target="n1"><data key="d2">Replies to</data></edge>
<edge source="n1" target="n1" directed="true"><data key="d1">0.5</data></edge>
<hyperedge><endpoint node="n0"/></hyperedge></graph>`),
    );
    expect(nodes).toMatchObject([
      { key: "n0", profile: { label: "A <b> & c" } },
      { key: "n1", profile: { label: undefined } },
    ]);
    expect(ties).toMatchObject([
      { isDirected: false, strengths: [{ kind: "reply", weight: 3 }] },
      { isDirected: true, strengths: [{ kind: undefined, weight: 0.5 }] },
    ]);
    expect(summary).toMatchObject({
      format: "graphml",
      read: 3,
      kept: 2,
      skipped: [{ reason: "an edge of more than two people", count: 1, firstLines: [10] }],
      unknownKeys: [{ key: "mood", count: 1 }],
    });
  });

  test("does not expand entities that it defines itself", async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE graphml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">
<!ENTITY secret SYSTEM "file:///etc/passwd">]>
<graphml><graph edgedefault="directed"><edge source="&b;" target="&secret;"/></graph></graphml>`;
    const { ties } = await readText(bomb);
    expect(ties).toMatchObject([{ source: "&b;", target: "&secret;" }]);
  });

  test("that nests its elements without end is refused", async () => {
    await expect(readText(graphml("<graph>".repeat(100_000)))).rejects.toThrow(/100 deep/u);
  });

  test("with a tag that never ends is refused", async () => {
    const endless = graphml(`<graph><node id="${"x".repeat(18 << 20)}"/></graph>`);
    await expect(readText(endless)).rejects.toThrow(/tag of over 16 MiB/u);
  });
});

describe("an edge list", () => {
  test.each([
    ["our columns", "source,target\na,b\n"],
    ["Gephi's", "Source;Target;Type\na;b;Directed\n"],
    ["tabs", "Source\tTarget\na\tb\n"],
    ["JSON rows", '{"source": "a", "target": "b"}\n'],
  ])("is known by source and target: %s", async (_, text) => {
    const { ties, summary } = await readText(text);
    expect(ties).toEqual([
      { type: "tie", source: "a", target: "b", isDirected: true, ...oneMention },
    ]);
    expect(summary).toMatchObject({ format: "edge-list", read: 1, kept: 1 });
  });

  test("tells weight, kind and time, and says what else it holds", async () => {
    const { ties, summary } = await readText(
      "source,target,weight,kind,time,mood\na,b,1.5,boost,2026-01-05 10:00,x\nb,a,,wave,1767607200,y\n",
    );
    expect(ties).toMatchObject([
      {
        strengths: [{ kind: "repost", weight: 1.5 }],
        first: Date.UTC(2026, 0, 5, 10),
        last: Date.UTC(2026, 0, 5, 10),
      },
      { strengths: [{ kind: undefined, weight: 1 }], first: Date.UTC(2026, 0, 5, 10) },
    ]);
    expect(summary.unknownKeys).toEqual([
      { key: "a kind of another name", count: 1 },
      { key: "mood", count: 2 },
    ]);
  });

  test("has a weight a kind where a column is named after it", async () => {
    const { ties } = await readText(
      "source,target,weight,reply,mention,repost,quote,follow\na,b,5,2,0,3,0,0\n",
    );
    expect(ties[0].strengths).toEqual([
      { kind: "repost", weight: 3 },
      { kind: "reply", weight: 2 },
    ]);
  });

  test("is undirected where it says so, row by row or by --format", async () => {
    const said = await readText("Source,Target,Type\na,b,Undirected\n");
    expect(said.ties[0].isDirected).toBe(false);
    const named = await readText("source,target\na,b\n", { format: "undirected-edge-list" });
    expect(named.ties[0].isDirected).toBe(false);
    expect(named.summary.format).toBe("undirected-edge-list");
  });

  test("without a header is lines of two ids and perhaps a weight", async () => {
    const { ties, summary } = await readText(
      "# a comment\n1 2\n2\t3\t4\n3 4 {'weight': 0.5, 'x': 1}\n",
    );
    expect(
      ties.map(({ source, target, strengths }) => [source, target, strengths[0].weight]),
    ).toEqual([
      ["1", "2", 1],
      ["2", "3", 4],
      ["3", "4", 0.5],
    ]);
    expect(summary.format).toBe("edge-list");
  });

  test("of lines with names is known by a name at both ends, else named by --format", async () => {
    expect((await readText("ada bob\nbob eve 2\n")).ties).toHaveLength(2);
    const twoWords = "ada bob\neve kim\n";
    await expect(readText(twoWords)).rejects.toThrow(/neither JSON, a table nor a network/u);
    expect((await readText(twoWords, { format: "edge-list" })).ties).toHaveLength(2);
  });

  test("counts a broken row and goes on", async () => {
    const { ties, summary } = await readText(
      "source,target,weight\na,b,-1\na,,1\na,b,x\nonly\na,b,2\n",
    );
    expect(ties).toHaveLength(1);
    expect(summary.skipped).toEqual([
      { reason: "a weight that is not a number above 0", count: 2, firstLines: [2, 4] },
      { reason: "an edge without a source or a target", count: 1, firstLines: [3] },
      { reason: "fewer cells than columns", count: 1, firstLines: [5] },
    ]);
  });

  test("may stand beside a table of nodes", async () => {
    const { nodes, summary } = await readText(
      "Id,Label,url,followers\n7,Ada,javascript:alert(1),12.0\n8,=1+1,https://x.example/8,\n",
    );
    expect(nodes).toMatchObject([
      { key: "7", profile: { label: "Ada", url: undefined, followers: 12 } },
      { key: "8", profile: { label: "=1+1", url: "https://x.example/8", followers: undefined } },
    ]);
    expect(summary).toMatchObject({ format: "edge-list", read: 0 });
  });
});

test("an id is the key as it stands, without what cannot be seen", async () => {
  const { ties } = await readText('source,target\n"  a\u202e b ",x:1#2\n');
  expect(ties).toMatchObject([{ source: "a b", target: "x:1#2" }]);
});

test.each([
  ["HTML", "<!DOCTYPE html><html><body>x</body></html>", /root element "html"/u],
  ["SVG behind a comment", "<!-- a --><svg/>", /root element "svg"/u],
  ["prose", "Dear reader\nnothing here\n", /neither JSON, a table nor a network/u],
  ["a table of something else", "name,age\nada,36\n", /columns are name, age/u],
])("%s is refused with a word of what it is", async (_, text, message) => {
  await expect(readText(text)).rejects.toThrow(message);
});

test("rows of JSON behind a broken first line are rows of JSON", async () => {
  const post = '{"nothing": 1}\n';
  await expect(readText(`torn", "x": 1}\n${post}${post}`)).rejects.toThrow(/keys nothing/u);
});
