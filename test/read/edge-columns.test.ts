import { describe, expect, test } from "vitest";
import { mappedEdgeList } from "../../src/read/edge-list.js";
import { readText } from "../support/items-of-text.js";
import { tieRow } from "../support/tie-rows.js";

async function tiesOf(text: string): Promise<readonly string[]> {
  return (await readText(text)).ties.map(tieRow);
}

describe("an edge list is known by the names of its ends", () => {
  test.each([
    ["from,to", ""],
    ["From_Node,To_Node", ""],
    ["source,target", ""],
    ["sourceId,targetId", ""],
    ["Source Id,Target Id", ""],
    ["Source,Destination", ""],
    ["src,dst", ""],
    ["Vertex 1,Vertex 2", ""],
    ["name1,name2", ""],
    ["node1,node2", ""],
    ["Origin,Destination", ""],
    ["tail,head", ""],
    ["head,tail", ""],
    ["Quelle,Ziel", ""],
    ["ego,alter", ""],
    ["sender,receiver", ""],
    ["follower,followed", " follow"],
    ["user,mentioned", " mention"],
    ["retweeter,retweeted", " repost"],
  ])("%s", async (header, kind) => {
    expect(await tiesOf(`${header}\nann,bob\n`)).toEqual([`ann>bob 1${kind}`]);
    expect(await tiesOf(`${header.replace(",", "\t")}\tweight\nann\tbob\t2\n`)).toEqual([
      `ann>bob 2${kind}`,
    ]);
  });

  test("whatever the order of the columns, where their names tell the direction", async () => {
    expect(await tiesOf("target,source\nbob,ann\n")).toEqual(["ann>bob 1"]);
    expect(await tiesOf("to,weight,from\nbob,2,ann\n")).toEqual(["ann>bob 2"]);
  });

  test("but posts with such columns are posts", async () => {
    const posts =
      "id,created_at,author,text,source,target\n1,2024-01-01 10:00:00,ann,hi @bob,web,x\n";
    const { summary } = await readText(posts);
    expect(summary.format).toBe("table");
    const labelled = "id,text,label\n1,hello there,good\n";
    await expect(readText(labelled)).rejects.toThrow(/columns are id, text, label/u);
    const tagged = "tweet_id,text,source,target,label\n1,hello there,web,x,good\n";
    await expect(readText(tagged)).rejects.toThrow(/columns are tweet_id/u);
  });

  test("and a list of ids of posts is no list of people", async () => {
    await expect(readText("id\n1600000000000000001\n")).rejects.toThrow(/columns are id/u);
  });
});

describe("NodeXL's edges", () => {
  const header =
    "Vertex 1,Vertex 2,Color,Relationship,Relationship Date (UTC),Tweet,Source,Hashtags in Tweet\n";
  const rows =
    "ann,bob,,Replies to,2015-03-01 10:00:00,hello,web,x\ncat,bob,,Mentions,2015-03-02 10:00:00,hi,web,\ncat,bob,,MentionsInRetweet,2015-03-02 10:00:00,RT,web,\ncat,ann,,Retweet,2015-03-02 10:00:00,RT,web,\ndan,dan,,Tweet,2015-03-02 10:00:00,hi,web,\n";

  test.each([
    [
      "with the row of categories above the header",
      `,,Visual Properties,Other Columns,,,,\n${header}`,
    ],
    ["without it", header],
  ])("are read %s; a plain post is a tie with oneself", async (_, above) => {
    const { ties, summary } = await readText(above + rows);
    expect(ties.map(tieRow)).toEqual([
      "ann>bob 1 reply",
      "cat>bob 1 mention",
      "cat>ann 1 repost",
      "dan>dan 1 mention",
    ]);
    expect(ties[0].first).toBe(Date.UTC(2015, 2, 1, 10));
    expect(summary.skipped).toMatchObject([
      { reason: "a mention inside reposted text, which is no tie of the reposter", count: 1 },
    ]);
  });
});

describe("an edge list without a header", () => {
  test.each([
    ["commas", "ann,bob\nbob,cat\n", ["ann>bob 1", "bob>cat 1"]],
    ["a weight", "a,b,2\nb,c,3\n", ["a>b 2", "b>c 3"]],
    ["quotes and semicolons", '"a";"b"\n"a";"c"\n"c";"d"\n', ["a>b 1", "a>c 1", "c>d 1"]],
    ["numbers", "1,2\n2,3\n3,1\n", ["1>2 1", "2>3 1", "3>1 1"]],
    ["spaces", "ann bob 0.5\nbob cat 1\n", ["ann>bob 0.5", "bob>cat 1"]],
    [
      "a header of words",
      "source target weight\nann bob 2\nbob cat 3\n",
      ["ann>bob 2", "bob>cat 3"],
    ],
    ["tabs and names of two words", "ann l\tbob\nbob\tann l\n", ["ann l>bob 1", "bob>ann l 1"]],
    ["kinds", "ann,bob,retweet\nbob,cat,Replies to\n", ["ann>bob 1 repost", "bob>cat 1 reply"]],
    ["attributes", "a b {'weight': 2.5, 'kind': 'reply'}\nb c {}\n", ["a>b 2.5 reply", "b>c 1"]],
    [
      "a header of SNAP",
      "# Undirected graph: x.txt\n# FromNodeId\tToNodeId\n0\t1\n1\t2\n",
      ["0-1 1", "1-2 1"],
    ],
    ["KONECT's symmetry", "% sym unweighted\n% 2 3 3\n1 2\n2 3\n", ["1-2 1", "2-3 1"]],
  ])("has %s", async (_, text, ties) => {
    const read = await readText(text);
    expect(read.summary.format).toBe("edge-list");
    expect(read.ties.map(tieRow)).toEqual(ties);
  });

  test("tells a time from a weight by its values", async () => {
    const snap = await readText("0 1 1230000000\n1 2 1230000005\n");
    expect(snap.ties.map(({ strengths, first }) => [strengths[0].weight, first])).toEqual([
      [1, 1230000000000],
      [1, 1230000005000],
    ]);
    const konect = await readText("% asym posweighted\n1 2 3 1230000000\n2 1 1 0\n");
    expect(konect.ties.map(({ strengths, first }) => [strengths[0].weight, first])).toEqual([
      [3, 1230000000000],
      [1, undefined],
    ]);
    const rated = await readText("6,2,4,1289241911.72836\n6,5,2,1289241941.53378\n");
    expect(rated.ties.map(({ strengths, first }) => [strengths[0].weight, first])).toEqual([
      [4, 1289241911728],
      [2, 1289241941534],
    ]);
    const elapsed = await readText("1 2 0\n2 3 797\n3 1 2797\n");
    expect(elapsed.ties.map(tieRow)).toEqual(["1>2 1", "2>3 1", "3>1 1"]);
    expect(elapsed.summary.unknownKeys).toEqual([{ key: "column 3", count: 3 }]);
  });

  test("loses its odd lines alone, and says which", async () => {
    const odd = await readText("1 2\n2 3\n3 1\nsource target x y\n");
    expect(odd.ties).toHaveLength(3);
    expect(odd.summary.skipped).toMatchObject([{ count: 1, firstLines: [4] }]);
    expect((await readText("// c\n1 2\n")).ties).toHaveLength(1);
    const weight = await readText("1 2 3\n2 3 NaN\n3 1 1\n");
    expect(weight.ties).toHaveLength(2);
    expect(weight.summary.skipped).toEqual([
      { reason: "a weight that is not a number above 0", count: 1, firstLines: [2] },
    ]);
  });

  test("is not seen in a table with a header that nobody knows", async () => {
    await expect(readText("name,age\nada,36\nbob,41\n")).rejects.toThrow(/columns are name, age/u);
    await expect(readText("1600000000000000001,15\n1600000000000000002,16\n")).rejects.toThrow(
      /columns are/u,
    );
    await expect(readText("left,right\nann,bob\nbob,cat\n")).rejects.toThrow(/columns are left/u);
  });
});

test("an edge list may be told by a map which column holds what", () => {
  const format = mappedEdgeList({
    source: "who",
    target: "whom",
    weight: "how often",
    time: "when",
    kind: "what",
  });
  const row = { who: "ann", whom: "bob", "how often": "2", when: "2024-01-01", what: "RT", x: "y" };
  expect(format.recognises(row)).toBe(true);
  expect(format.recognises({ who: "ann", x: "y" })).toBe(false);
  const context = {
    idScope: "a",
    server: undefined,
    retrievedAt: undefined,
    origin: "found",
  } as const;
  expect(format.readRecord(row, context)).toMatchObject({
    items: [
      {
        source: "ann",
        target: "bob",
        strengths: [{ kind: "repost", weight: 2 }],
        first: Date.UTC(2024, 0, 1),
      },
    ],
    unknownKeys: ["x"],
  });
});

describe("the cells of an edge list", () => {
  test("name kinds in any usual spelling, and several at once", async () => {
    const kinds = [
      "RT",
      "Retweets",
      "boost",
      "via",
      "MentionsInReplyTo",
      "replied_to",
      "QUOTE",
      "following",
    ];
    const { ties } = await readText(
      `from,to,type\n${kinds.map((kind) => `a,b,${kind}\n`).join("")}`,
    );
    expect(ties.map(({ strengths }) => strengths[0].kind)).toEqual(
      "repost repost repost repost mention reply quote follow".split(" "),
    );
    expect(await tiesOf('from,to,kind\na,b,"retweet, mention"\n')).toEqual([
      "a>b 1 repost, 1 mention",
    ]);
    expect(await tiesOf("from,to,kind,weight\na,b,retweet|mention,3\n")).toEqual([
      "a>b 1.5 repost, 1.5 mention",
    ]);
  });

  test("say the direction in the language of the program", async () => {
    expect(
      await tiesOf(
        "Source,Target,Type\na,b,Gerichtet\nb,c,Ungerichtet\nc,d,Orienté\nd,e,Non orienté\n",
      ),
    ).toEqual(["a>b 1", "b-c 1", "c>d 1", "d-e 1"]);
  });

  test("hold weights with a comma where there is one reading", async () => {
    expect(await tiesOf("Source;Target;Weight\na;b;1,5\nb;c;0,125\nc;d;1.234,5\n")).toEqual([
      "a>b 1.5",
      "b>c 0.125",
      "c>d 1234.5",
    ]);
    const { summary } = await readText("Source;Target;Weight\na;b;1,234\n");
    expect(summary.skipped[0].reason).toMatch(/could be two numbers/u);
  });

  test("are nobody where a program has written that there is nothing", async () => {
    const { ties, summary } = await readText("Source,Target\nNA,b\nnan,b\nnull,b\n,b\na,b\n");
    expect(ties.map(tieRow)).toEqual(["a>b 1"]);
    expect(summary.skipped).toMatchObject([{ count: 4, firstLines: [2, 3, 4, 5] }]);
  });

  test("with a time that is not read are told", async () => {
    const { summary } = await readText("source,target,time\na,b,soon\n");
    expect(summary.unknownKeys).toEqual([{ key: "a time that is not read", count: 1 }]);
  });
});
