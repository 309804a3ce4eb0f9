import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import Graph from "graphology";
import * as gexf from "graphology-gexf";
import * as graphml from "graphology-graphml";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { runCommand } from "../../support/run-command.js";
import { mastodonMention, mastodonStatus, ndjson } from "../../support/statuses.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

const folder = temporaryFolder();
let runs = 0;

type Row = Record<string, string>;

async function analyzed(statuses: readonly unknown[] | string, ...words: string[]) {
  runs += 1;
  const out = join(folder, `run ${runs}`);
  const input = typeof statuses === "string" ? statuses : join(folder, `posts ${runs}.ndjson`);
  if (typeof statuses !== "string") writeFileSync(input, ndjson(statuses));
  const told = await runCommand(["analyze", input, "--out", out, ...words]);
  const text = (file: string): string => readFileSync(join(out, file), "utf8");
  const rows = (file: string): Row[] =>
    z
      .array(z.record(z.string(), z.string()))
      .parse(parse(text(file), { columns: true, bom: true }));
  const ties = (file = "edges.csv"): string[] =>
    rows(file).map(({ source, target, weight }) => `${source} ${target} ${weight}`);
  return { ...told, out, rows, ties, text };
}

const tags = (...names: string[]) => ["MedEd", ...names].map((name) => ({ name }));
const optedOut = { discoverable: false };

const tagged = [
  mastodonStatus("1", "ada", { tags: tags("Sim", "Nursing") }),
  mastodonStatus("2", "ada", { tags: tags("sim", "nursing", "Ethics") }),
  mastodonStatus("3", "ben", { tags: tags("Sim", "Nursing", "OfBenAlone") }),
  mastodonStatus("4", "cem", { tags: tags("Ethics") }),
  mastodonStatus("5", "dot", { tags: tags("Sim", "Ethics"), account: optedOut }),
  mastodonStatus("6", "eve", { tags: tags("Sim") }),
];

describe("a network of hashtags", () => {
  test("ties two by how many posts have both, and says how many people wrote them", async () => {
    const { rows, code } = await analyzed(tagged, "--tag", "MedEd", "--network", "hashtags");
    expect(code).toBe(0);
    expect(
      rows("edges.csv").map(({ source, target, weight, people }) => [
        source,
        target,
        weight,
        people,
      ]),
    ).toEqual([
      ["#Ethics", "#Nursing", "1", "1"],
      ["#Ethics", "#Sim", "2", "2"],
      ["#Nursing", "#Sim", "3", "2"],
    ]);
    expect(rows("nodes.csv").map(({ id, posts, people }) => [id, posts, people])).toEqual([
      ["#Ethics", "3", "3"],
      ["#Nursing", "3", "2"],
      ["#Sim", "5", "4"],
    ]);
  });

  test("leaves out what only people who have opted out use together, and hashtags of one person", async () => {
    const posts = [
      mastodonStatus("1", "ada", { tags: tags("Sim") }),
      mastodonStatus("2", "ben", { tags: tags("Sim", "Mine") }),
      mastodonStatus("3", "ada", { tags: tags("Ethics") }),
      mastodonStatus("4", "ben", { tags: tags("Ethics") }),
      mastodonStatus("5", "dot", { tags: tags("Sim", "Ethics", "Theirs"), account: optedOut }),
    ];
    const { rows, ties, stdout } = await analyzed(posts, "--tag", "MedEd", "--network", "hashtags");
    expect(rows("nodes.csv").map(({ id }) => id)).toEqual(["#Ethics", "#Sim"]);
    expect(ties()).toEqual([]);
    expect(stdout).toContain("2 hashtags of fewer than two people who may be named: left out.");
  });

  test("leaves out a hashtag that everybody uses where none was asked for, and says so", async () => {
    const { rows, stdout } = await analyzed(tagged, "--network", "hashtags");
    expect(rows("nodes.csv").map(({ id }) => id)).not.toContain("#MedEd");
    expect(stdout).toContain("#MedEd is in 100% of the posts with a hashtag and is left out.");
  });

  test("brings no control character of a hashtag into a file", async () => {
    const odd = tags("\u001b[31mSim", "Eth\u202eics");
    const posts = ["ada", "ben"].map((author, at) =>
      mastodonStatus(String(at), author, { tags: odd }),
    );
    const { rows, text, stdout } = await analyzed(posts, "--tag", "MedEd", "--network", "hashtags");
    expect(rows("nodes.csv").map(({ label }) => label)).toEqual(["# [31mSim", "#Eth ics"]);
    const files = ["edges.csv", "communities.csv", "report.html", "network.gexf", "network.json"];
    for (const written of [...files.map(text), stdout]) {
      for (const unsafe of ["\u001b", "\\u001b", "\u202e"]) expect(written).not.toContain(unsafe);
    }
  });

  test("is the same in any order of posts", async () => {
    const [one, other] = await Promise.all(
      [tagged, tagged.toReversed()].map((posts) =>
        analyzed(posts, "--tag", "MedEd", "--network", "hashtags"),
      ),
    );
    for (const file of ["nodes.csv", "edges.csv", "network.gexf"]) {
      // The name of the file is in the title where no hashtag was asked for, and not here.
      expect(one.text(file)).toBe(other.text(file));
    }
  });

  test("has a backbone of ties that are less likely by chance", async () => {
    const all = await analyzed(tagged, "--tag", "MedEd", "--network", "hashtags");
    const kept = all
      .rows("edges.csv")
      .filter(({ disparity }) => Number(disparity) < 0.45)
      .map(({ source, target, weight }) => `${source} ${target} ${weight}`);
    const backbone = ["--network", "hashtags", "--backbone", "0.45"];
    const { ties } = await analyzed(tagged, "--tag", "MedEd", ...backbone);
    expect(kept).toHaveLength(2);
    expect(ties()).toEqual(kept);
  });

  test("reads back from its graph files as its tables have it", async () => {
    const { rows, text } = await analyzed(tagged, "--tag", "MedEd", "--network", "hashtags");
    for (const graph of [
      gexf.parse(Graph, text("network.gexf")),
      graphml.parse(Graph, text("network.graphml")),
    ]) {
      expect(graph.type).toBe("undirected");
      expect(graph.nodes()).toEqual(rows("nodes.csv").map(({ id }) => id));
      expect(
        graph.mapEdges((_, edge, source, target) => `${source} ${target} ${edge.weight}`),
      ).toEqual(
        rows("edges.csv").map(({ source, target, weight }) => `${source} ${target} ${weight}`),
      );
      expect(graph.getNodeAttribute("#Sim", "posts")).toBe(5);
    }
  });

  test("is drawn, each hashtag by its name, on a map and on a page that needs nothing else", async () => {
    const { text } = await analyzed(tagged, "--tag", "MedEd", "--network", "hashtags");
    const map = text("map.svg");
    expect(map).toContain("3 hashtags");
    expect(map).not.toMatch(/\b(?:people|person)\b/u);
    const page = text("report.html");
    for (const tag of ["#Ethics", "#Nursing", "#Sim"]) {
      expect(map).toContain(`<title>${tag}, G1</title>`);
      expect(page).toContain(`<td>${tag}</td>`);
    }
    expect(page).not.toMatch(/<script|src="http|@import/u);
    expect(page).toContain("Lists of people to follow need a network of people");
  });

  test("prints as JSON what network.json holds", async () => {
    const { stdout, text } = await analyzed(
      tagged,
      ...["--tag", "MedEd", "--network", "hashtags", "--json"],
    );
    expect(stdout).toBe(text("network.json"));
    expect(JSON.parse(stdout).network.ties).toHaveLength(3);
  });

  test("is made again from its manifest, byte for byte", async () => {
    const { out } = await analyzed(tagged, "--tag", "MedEd", "--network", "hashtags");
    const { stdout, code } = await runCommand(["redo", out, "--inputs", folder]);
    expect(stdout).toContain("are the same, byte for byte");
    expect(code).toBe(0);
  });
});

describe("a network of people and hashtags", () => {
  test("has people who may be named alone, and both sides through the other", async () => {
    const { ties } = await analyzed(tagged, "--tag", "MedEd", "--network", "people-hashtags");
    expect(ties()).toEqual([
      "ada@home.example #Ethics 1",
      "ada@home.example #Nursing 2",
      "ada@home.example #Sim 2",
      "ben@home.example #Nursing 1",
      "ben@home.example #Sim 1",
      "cem@home.example #Ethics 1",
      "eve@home.example #Sim 1",
    ]);
    expect(ties("people-edges.csv")).toEqual([
      "ada@home.example ben@home.example 2",
      "ada@home.example cem@home.example 1",
      "ada@home.example eve@home.example 1",
      "ben@home.example eve@home.example 1",
    ]);
    expect(ties("hashtags-edges.csv")).toEqual([
      "#Ethics #Nursing 1",
      "#Ethics #Sim 1",
      "#Nursing #Sim 2",
    ]);
  });

  test("tells people from hashtags by the shapes of their marks", async () => {
    const { text } = await analyzed(tagged, "--tag", "MedEd", "--network", "people-hashtags");
    const marks = [...text("map.svg").matchAll(/<(circle|polygon) [^>]*><title>([^,]+),/gu)];
    const shapes = new Set(marks.map(([, shape, name]) => `${name.startsWith("#")} ${shape}`));
    expect(shapes).toEqual(new Set(["false circle", "true polygon"]));
  });

  test("weighs what few share more than what many do", async () => {
    const { rows } = await analyzed(tagged, "--tag", "MedEd", "--network", "people-hashtags");
    // Two use #Nursing and three #Sim: 1 / 1 + 1 / 2.
    expect(rows("people-edges.csv")[0].newman_weight).toBe("1.5");
  });
});

describe("a network of posts", () => {
  const reply = (id: string, acct: string, to: string, more = {}) =>
    mastodonStatus(id, acct, { in_reply_to_id: to, in_reply_to_account_id: "id-ada", ...more });
  const posts = [
    mastodonStatus("1", "ada"),
    reply("2", "ben", "1", { day: 2 }),
    reply("3", "cem", "2", { day: 3 }),
    mastodonStatus("11", "ada"),
    reply("12", "ben", "11"),
    reply("13", "cem", "11"),
    reply("14", "eve", "11"),
    mastodonStatus("20", "ada"),
  ];

  test("has each thread as a tree with its size, depth, width and structural virality", async () => {
    const { rows, ties } = await analyzed(posts, "--network", "posts");
    const told = rows("threads.csv").map((row) =>
      [row.posts, row.people, row.depth, row.width, row.structural_virality].join(" "),
    );
    expect(told).toEqual(["4 4 1 3 1.5", "3 3 2 1 1.33333333333"]);
    expect(rows("threads.csv").map(({ hours }) => hours)).toEqual(["0", "48"]);
    expect(ties()).toHaveLength(5);
  });

  test("holds nobody who has opted out, and no thread through them", async () => {
    const hidden = posts.map((post) =>
      post.id === "2" ? reply("2", "ben", "1", { account: optedOut }) : post,
    );
    const { rows, out } = await analyzed(hidden, "--network", "posts");
    // ben's reply in the other thread is gone with him.
    expect(rows("threads.csv").map((row) => row.posts)).toEqual(["3"]);
    for (const file of readdirSync(out)) {
      expect(readFileSync(join(out, file), "utf8"), file).not.toMatch(/\bben\b/u);
    }
  });

  test("has pseudonyms and no times where nobody is to be named", async () => {
    const key = join(folder, "key");

    const words = ["--pseudonymize", "--key", key];
    const { rows, out, code } = await analyzed(posts, "--network", "posts", ...words);
    expect(code).toBe(0);
    expect(rows("threads.csv").map((row) => row.posts)).toEqual(["4", "3"]);
    expect(rows("nodes.csv").every(({ id, time }) => /^post-/u.test(id) && time === "")).toBe(true);
    for (const file of readdirSync(out)) {
      expect(readFileSync(join(out, file), "utf8"), file).not.toMatch(/home\.example|\bada\b/u);
    }
  });
});

describe("a network of servers", () => {
  const from = (id: string, acct: string, to: string, more = {}) =>
    mastodonStatus(id, acct, { mentions: [mastodonMention(to)], ...more });
  const posts = [
    from("1", "ada@one.example", "ben@two.example"),
    from("2", "ada@one.example", "cem@two.example"),
    from("3", "dot@one.example", "ada@one.example"),
    from("4", "ben@two.example", "ada@one.example"),
    from("5", "eve@alone.example", "ada@one.example"),
    from("6", "cem@two.example", "eve@alone.example"),
  ];

  test("ties servers of two people or more by how often their people engage", async () => {
    const { rows, ties, stdout } = await analyzed(posts, "--network", "servers");
    expect(ties()).toEqual(["one.example two.example 2", "two.example one.example 1"]);
    expect(rows("nodes.csv").map(({ id, people, inside }) => [id, people, inside])).toEqual([
      ["one.example", "2", "1"],
      ["two.example", "2", "0"],
    ]);
    expect(stdout).toContain("1 server of fewer than two people who may be named: left out.");
  });
});

describe("a network of who shares the same links", () => {
  const share = (id: string, acct: string, minute: number, page: string, more = {}) =>
    mastodonStatus(id, acct, {
      created_at: new Date(Date.UTC(2026, 2, 1, 12, minute)).toISOString(),
      content: `<p><a href="https://news.example/${page}">a page</a></p>`,
      ...more,
    });
  const posts = [
    share("1", "ada", 0, "a"),
    share("2", "ben", 10, "a?utm_source=x"),
    share("3", "cem", 90, "a"),
    share("4", "ada", 200, "b"),
    share("5", "ben", 260, "b"),
    share("6", "eve", 261, "b"),
    share("7", "dot", 1, "a", { account: optedOut }),
  ];
  const told = async (...words: string[]) => {
    const { rows, stdout } = await analyzed(posts, "--network", "links", ...words);
    const ties = rows("edges.csv").map((row) =>
      [row.source[0], row.target[0], row.weight, row.shortest_gap_seconds].join(" "),
    );
    return { ties, stdout };
  };

  test("ties people who shared one within an hour, the end included, by how many", async () => {
    const { ties, stdout } = await told();
    expect(ties).toEqual(["a b 2 600", "b e 1 60"]);
    expect(stdout).toContain("A tie is no proof of coordination");
    expect(stdout).toContain("1 person shared one of them, but never within 1h of another");
  });

  test("has who shared what, whenever it was, as a network of its own with both of its sides", async () => {
    const { ties, text } = await analyzed(posts, "--network", "people-links");
    const page = (name: string) => `https://news.example/${name}`;
    expect(ties()).toEqual([
      `ada@home.example ${page("a")} 1`,
      `ada@home.example ${page("b")} 1`,
      `ben@home.example ${page("a")} 1`,
      `ben@home.example ${page("b")} 1`,
      `cem@home.example ${page("a")} 1`,
      `eve@home.example ${page("b")} 1`,
    ]);
    expect(ties("people-edges.csv")).toEqual([
      "ada@home.example ben@home.example 2",
      "ada@home.example cem@home.example 1",
      "ada@home.example eve@home.example 1",
      "ben@home.example cem@home.example 1",
      "ben@home.example eve@home.example 1",
    ]);
    expect(ties("links-edges.csv")).toEqual([`${page("a")} ${page("b")} 2`]);
    for (const file of ["nodes.csv", "network.json"]) expect(text(file)).not.toMatch(/\bdot\b/u);
  });

  test("has a backbone of what is less likely by chance, of both sides too", async () => {
    const words = ["--network", "people-links", "--backbone", "0.45"];
    const { rows } = await analyzed(posts, ...words);
    for (const file of ["edges.csv", "people-edges.csv", "links-edges.csv"]) {
      expect(rows(file).every(({ disparity }) => Number(disparity) < 0.45)).toBe(true);
    }
    expect([rows("edges.csv"), rows("people-edges.csv")].map(({ length }) => length)).toEqual([
      6, 1,
    ]);
  });

  test("has fewer ties within a shorter time, and more within a longer", async () => {
    expect((await told("--link-within", "10m")).ties).toEqual(["a b 1 600", "b e 1 60"]);
    expect((await told("--link-within", "2h")).ties).toEqual([
      "a b 2 600",
      "a c 1 5400",
      "a e 1 3660",
      "b c 1 4800",
      "b e 1 60",
    ]);
  });
});

describe("a network of words", () => {
  test("ties words of the same post", async () => {
    const say = (id: string, acct: string, words: string) =>
      mastodonStatus(id, acct, { content: `<p>${words}</p>`, language: "en" });
    const posts = [
      say("1", "ada", "simulation improves teaching"),
      say("2", "ben", "teaching simulation simulation"),
      say("3", "cem", "teaching alone"),
    ];
    const { ties } = await analyzed(posts, "--network", "words");
    expect(ties()).toEqual(["simulation teaching 2"]);
  });
});

describe("a sentence says which measures are left out, and why", () => {
  test.each([
    ["hashtags", "Ties have no direction", ["in_degree", "hub"]],
    ["people-hashtags", "No tie joins two nodes of one kind", ["clustering"]],
    ["posts", "Threads are trees", ["clustering", "core_number"]],
  ])("of %s", async (network, sentence, columns) => {
    const words = ["--tag", "MedEd", "--network", network, "--skip", "map.png"];
    const { stdout, rows, text } = await analyzed("fixtures/community.ndjson", ...words);
    expect(stdout).toContain(sentence);
    expect(text("report.html")).toContain(sentence);
    expect(Object.keys(rows("nodes.csv")[0])).toEqual(expect.not.arrayContaining(columns));
    expect(Object.keys(rows("nodes.csv")[0])).toEqual(
      expect.arrayContaining(["pagerank", "eigenvector", "constraint", "articulation"]),
    );
  });
});

describe("a network without nodes", () => {
  test.each([
    ["hashtags", "no hashtag is used by two people"],
    ["posts", "no post tells which other post it answers"],
    ["servers", "no server may be shown"],
    ["links", "no two people who may be named shared the same link"],
  ])("of %s says why", async (network, reason) => {
    const alone = [mastodonStatus("1", "ada", { tags: tags("Sim") })];
    const { code, stderr } = await analyzed(alone, "--tag", "MedEd", "--network", network);
    expect([code, stderr]).toEqual([1, expect.stringContaining(reason)]);
  });
});

describe("what has no meaning for such a network", () => {
  const community = "fixtures/community.ndjson";

  test.each([
    [["--network", "hashtags", "--ego", "ada"], "--ego has no meaning with --network hashtags"],
    [["--network", "posts", "--backbone", "0.1"], "every tie between posts weighs the same"],
    [["--network", "words", "--only", "follow.csv"], "follow.csv is no file of --network words"],
    [["--network", "words", "--size", "pagerank2"], "--size pagerank2: there is no such column"],
    [["--network", "words", "--color", "relation"], "--color relation: there is no such column"],
    [["--network", "words", "--only", "threads.csv"], "threads.csv is no file of --network words"],
    [
      ["--network", "people-links", "--only", "hashtags-edges.csv"],
      "hashtags-edges.csv is no file of --network people-links",
    ],
    [["--only", "threads.csv"], "threads.csv is of networks of other things than people"],
    [["--backbone", "0.1"], "--backbone is for networks of other things than people"],
  ])("is refused: %j", async (words, message) => {
    const { code, stderr } = await analyzed(community, ...words);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
  });
});
