import { describe, expect, test } from "vitest";
import { readText } from "../support/items-of-text.js";
import { hasTwarcNetwork, writeTwarcNetworks } from "../support/write-twarc-network.js";

const people = { ann: "11", bob: "12", cat: "13" } as const;
type Handle = keyof typeof people;

function post(id: string, author: Handle, type: string, names: readonly Handle[], start = 0) {
  return {
    id: `16000000000000000${id}`,
    author_id: people[author],
    text: "hello #MedEd #FOAM",
    created_at: "2022-12-06T10:00:00.000Z",
    referenced_tweets: [{ type, id: "1600000000000000000" }],
    entities: {
      mentions: names.map((username) => ({ start, end: 7, username, id: people[username] })),
      hashtags: ["MedEd", "FOAM"].map((tag) => ({ tag, start: 0, end: 1 })),
    },
  };
}

const page = {
  data: [
    post("01", "ann", "retweeted", ["bob"], 3),
    post("02", "ann", "retweeted", ["bob"], 3),
    post("03", "cat", "replied_to", ["bob", "ann"]),
  ],
  includes: {
    users: Object.entries(people).map(([username, id]) => ({ id, username, name: username })),
    tweets: [
      {
        id: "1600000000000000000",
        author_id: "12",
        text: "hello",
        created_at: "2022-12-06T09:00:00.000Z",
      },
    ],
  },
};

const ties = [
  ["ann", "bob", [{ kind: "repost", weight: 2 }]],
  [
    "cat",
    "bob",
    [
      { kind: "reply", weight: 1 },
      { kind: "mention", weight: 1 },
    ],
  ],
  ["cat", "ann", [{ kind: "mention", weight: 1 }]],
];

describe("networks that twarc-network wrote", () => {
  test("as an edge list with commas in braces keep kinds and weights", async () => {
    const { ties: read } = await readText(
      "ann,bob,{'weight': 2, 'retweet': 2, 'reply': 0, 'quote': 0, 'mention': 0}\n" +
        "cat,bob,{'weight': 2, 'retweet': 0, 'reply': 1, 'quote': 0, 'mention': 1}\n" +
        "cat,ann,{'weight': 1, 'retweet': 0, 'reply': 0, 'quote': 0, 'mention': 1}\n",
    );
    expect(read.map(({ source, target, strengths }) => [source, target, strengths])).toEqual(ties);
  });

  test.each([
    ["posts", '"1600000000000000001" [screen_name=ann, user_id=11];\n"1600000000000000001" -> "2"'],
    ["hashtags", '"#meded" -> "#foam"'],
  ])("of %s are refused, since nobody in them is a person", async (what, edges) => {
    const refusal = new RegExp(`is a network of ${what}, and not of people`, "u");
    await expect(readText(`strict digraph {\n${edges};\n}\n`)).rejects.toThrow(refusal);
  });

  test("of hashtags are refused as an edge list, too, whose lines are no comments", async () => {
    const lines = "#meded,#foam,{'weight': 2}\n#foam,#teaching,{'weight': 1}\n";
    await expect(readText(lines)).rejects.toThrow(/is a network of hashtags, and not of people/u);
  });

  test("of posts are refused as an edge list, too, by ties that have a kind and no weight", async () => {
    const lines = (braces: string) =>
      `1600000000000000001,1600000000000000000,${braces}\n9,1600000000000000000,${braces}\n`;
    await expect(readText(lines("{'type': 'retweet'}"))).rejects.toThrow(
      /is a network of posts, and not of people/u,
    );
    const { ties: read } = await readText(lines("{'weight': 1, 'retweet': 1}"));
    expect(read).toHaveLength(2);
  });

  test("keep somebody whose name begins with a hash among others", async () => {
    const names = Array.from({ length: 20 }, (_, at) => `a${at} -> b${at};`).join("\n");
    const { ties: read } = await readText(`digraph {\n"#teacher" -> ann;\n${names}\n}\n`);
    expect(read).toHaveLength(21);
  });

  describe.skipIf(!hasTwarcNetwork)("themselves", { timeout: 120_000 }, () => {
    const files = hasTwarcNetwork ? writeTwarcNetworks(page) : new Map<string, Buffer>();

    test.each(["gexf", "gml", "dot", "json", "csv"])("are read from %s", async (form) => {
      const read = await readText(files.get(`users.${form}`) ?? "");
      const found = read.ties.map(({ source, target, strengths }) => [source, target, strengths]);
      expect(found).toEqual(expect.arrayContaining(ties));
      expect(found).toHaveLength(ties.length);
      expect(read.summary.unknownKeys).toEqual([]);
    });

    test("by ids have the names of people", async () => {
      const { nodes } = await readText(files.get("ids.gexf") ?? "");
      expect(nodes.map(({ key, profile }) => [key, profile.handle]).sort()).toEqual(
        Object.entries(people).map(([handle, id]) => [id, handle]),
      );
    });

    test.each(["tweets", "hashtags"])("of %s are refused", async (nodes) => {
      for (const form of ["gexf", "gml", "dot", "json", "csv"]) {
        await expect(readText(files.get(`${nodes}.${form}`) ?? "")).rejects.toThrow(
          /not of people/,
        );
      }
    });
  });
});
