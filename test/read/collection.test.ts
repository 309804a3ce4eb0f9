import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { AnswerLine } from "../../src/model/collection-log.js";
import type { Question } from "../../src/model/question.js";
import { networkOfFiles, sizes, tieWords } from "../support/analyze-items.js";
import { collectionLine } from "../support/collection-lines.js";
import { readText } from "../support/items-of-text.js";
import { runCommand } from "../support/run-command.js";
import { mastodonAccount, mastodonMention, mastodonStatus, ndjson } from "../support/statuses.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const folder = temporaryFolder();

function collectionOf(name: string, lines: readonly AnswerLine[]): string {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, "pages.ndjson"), ndjson(lines));
  return join(folder, name);
}

const adaPost = mastodonStatus("1", "ada", { mentions: [mastodonMention("ben")] });
const adaKey = "https://home.example/users/ada/statuses/1";

describe("a collection", () => {
  test("is read from its folder, and named with it", async () => {
    const path = collectionOf("named", [collectionLine("timeline", [adaPost], { sweep: 1 })]);
    const { inputs, corpus } = await networkOfFiles([path]);
    expect(inputs[0]).toMatchObject({ name: "named/pages.ndjson", format: "collection", kept: 1 });
    expect(corpus.sources).toEqual(["home.example"]);
  });

  test("has posts as old as the server's clock says, not ours", async () => {
    const lines = [collectionLine("timeline", [adaPost], { sweep: 1 })];
    const { items } = await readText(ndjson(lines));
    const post = items.find((item) => item.type === "post");
    expect(post).toMatchObject({ retrievedAt: Date.UTC(2026, 3, 1, 12), seenBy: ["home.example"] });
  });

  test("turns boosters into reposts with the time of the post, and its hashtags", async () => {
    const about = { post: adaKey, postedAt: "2026-03-01T12:00:00.000Z" };
    const boosters = [mastodonAccount("cleo@far.example"), mastodonAccount("ben")];
    const path = collectionOf("reposts", [
      collectionLine("reposters", boosters, { about }),
      collectionLine("timeline", [adaPost], { sweep: 1 }),
      // Asked for again later, on another server: still one repost a person.
      collectionLine("reposters", [mastodonAccount("ben@home.example")], { about }),
    ]);
    const built = await networkOfFiles([path]);
    expect(tieWords(built)).toEqual([
      "mention ada@home.example ben@home.example",
      "repost ben@home.example ada@home.example",
      "repost cleo@far.example ada@home.example",
    ]);
    const { posts, tags } = built.corpus;
    expect([...posts.time]).toEqual([1, 1, 1].map(() => Date.UTC(2026, 2, 1, 12)));
    expect([...posts.hasBorrowedTime]).toEqual([0, 1, 1]);
    expect(tags).toEqual(["meded"]);
    expect([...posts.tags.offsets]).toEqual([0, 1, 2, 3]);
  });

  test("counts follows among the people of the network, once, and draws nobody else into it", async () => {
    const following = [
      mastodonAccount("ben"),
      mastodonAccount("stranger@far.example"),
      mastodonAccount("ada"),
    ];
    const line = collectionLine("following", following, { about: { account: "ada@home.example" } });
    const path = collectionOf("follows", [
      line,
      collectionLine("timeline", [adaPost], { sweep: 1 }),
      { ...line, recorded_at: "2026-04-02T13:00:00.000Z" },
    ]);
    const built = await networkOfFiles([path]);
    expect(tieWords({ ...built }).filter((words) => words.startsWith("follow"))).toEqual([
      "follow ada@home.example ben@home.example",
    ]);
    expect(sizes(built)).toMatchObject({ ties: 1, weight: 2, connected: 2, isolated: 0 });
  });

  test("keeps follows whatever period is asked for, since they have no time", async () => {
    const line = collectionLine("following", [mastodonAccount("ben")], {
      about: { account: "ada@home.example" },
    });
    const path = collectionOf("period", [
      line,
      collectionLine("timeline", [adaPost], { sweep: 1 }),
    ]);
    const words = ["analyze", path, "--since", "2026-02-01", "--json"];
    const report = JSON.parse((await runCommand(words)).stdout);
    expect(report.network.interactionsByKind).toMatchObject({ follow: 1, mention: 1 });
    expect(report.network.tieRule).toBe(
      "replies, mentions, reposts and quotes, at most one a post and target; " +
        "and who of these people follows whom, as it was when it was asked for",
    );
    const later = await runCommand(["analyze", path, "--since", "2026-05-01", "--json"]);
    expect(later.code).toBe(1);
  });

  test("takes a public post of a thread for a hit where it has the hashtag, and for context else", async () => {
    const other = { tags: [{ name: "other" }] };
    const thread = {
      ancestors: [mastodonStatus("2", "ben", other)],
      descendants: [
        mastodonStatus("3", "cleo"),
        mastodonStatus("4", "dora", { visibility: "unlisted" }),
      ],
    };
    const lines = [collectionLine("thread", thread, { about: { post: adaKey } })];
    const { items } = await readText(ndjson(lines));
    const origins = items.flatMap((item) =>
      item.type === "post" ? [[item.author, item.origin, item.seenBy]] : [],
    );
    expect(origins).toEqual([
      ["ben@home.example", "thread", undefined],
      ["cleo@home.example", "found", undefined],
      ["dora@home.example", "thread", undefined],
    ]);
  });

  test("leaves out, and counts, what a server gave without minding the filters", async () => {
    const question: Question = {
      tag: "MedEd",
      any: [],
      all: ["Simulation"],
      none: ["jobs"],
      scope: "everywhere",
    };
    const tags = (...names: string[]) => ({ tags: names.map((name) => ({ name })) });
    const statuses = [
      mastodonStatus("1", "ada", tags("meded", "SIMULATION")),
      mastodonStatus("2", "ben", tags("meded")),
      mastodonStatus("3", "cleo", tags("meded", "simulation", "Jobs")),
    ];
    const { summary } = await readText(
      ndjson([collectionLine("timeline", statuses, { sweep: 1, question })]),
    );
    expect(summary).toMatchObject({ read: 3, kept: 1 });
    expect(summary.skipped).toEqual([
      { reason: "not of the question (--all or --none)", count: 2, firstLines: [1] },
    ]);
  });

  test("leaves out, and counts, whom GoToSocial 0.20 and WordPress show though others were asked for", async () => {
    const statuses = [
      mastodonStatus("1", "ada"),
      mastodonStatus("2", "ben@home.example"),
      mastodonStatus("3", "cleo@far.example"),
    ];
    for (const [scope, kept] of [
      ["local", 2],
      ["remote", 1],
    ] as const) {
      const question: Question = { tag: "MedEd", any: [], all: [], none: [], scope };
      const { summary } = await readText(
        ndjson([collectionLine("timeline", statuses, { sweep: 1, question })]),
      );
      expect(summary.kept).toBe(kept);
      expect(summary.skipped).toEqual([
        { reason: "not of the question (--local or --remote)", count: 3 - kept, firstLines: [1] },
      ]);
    }
  });

  test("holds answers of X beside those of Mastodon", async () => {
    const page = {
      data: [{ id: "11", author_id: "7", text: "hello", created_at: "2026-03-02T08:00:00.000Z" }],
      includes: { users: [{ id: "7", username: "fay", name: "Fay" }] },
      meta: { result_count: 1 },
    };
    const x = { platform: "x", source: "x" } as const;
    const path = collectionOf("both", [
      collectionLine("timeline", [adaPost], { sweep: 1 }),
      collectionLine("timeline", page, { ...x, sweep: 1 }),
      collectionLine(
        "reposters",
        { data: [{ id: "8", username: "gus" }] },
        {
          ...x,
          about: { post: "x:11", postedAt: "2026-03-02T08:00:00.000Z" },
        },
      ),
    ]);
    const built = await networkOfFiles([path]);
    expect(tieWords(built)).toEqual([
      "mention ada@home.example ben@home.example",
      "repost x:8 x:7",
    ]);
    expect(built.corpus.sources).toEqual(["home.example", "x"]);
  });

  test("with errors, of servers' descriptions and of lines that are broken, costs nothing else", async () => {
    const text = `${ndjson([
      collectionLine("server", { domain: "home.example" }),
      collectionLine("thread", { error: "Record not found" }, { status: 404 }),
      { tagatlas: 1, platform: "mastodon", step: "timeline" },
      collectionLine("reposters", [{ no: "account" }], { about: { post: adaKey } }),
      collectionLine("timeline", [adaPost], { sweep: 1 }),
    ])}{"tagatlas":1,"platf`;
    const { summary, items } = await readText(text);
    expect(items.filter(({ type }) => type === "post")).toHaveLength(1);
    expect(summary.kept).toBe(1);
    expect(summary.skipped.map(({ reason }) => reason)).toEqual([
      "broken JSON",
      "not a whole account",
      expect.stringMatching(/^not a whole line of a collection/u),
    ]);
    expect(summary.endedEarly).toBe("it stops inside a row");
  });

  test("tells the analysis its hashtag, which need not be given again", async () => {
    const path = collectionOf("tagged", [collectionLine("timeline", [adaPost], { sweep: 1 })]);
    const report = JSON.parse((await runCommand(["analyze", path, "--json"])).stdout);
    expect(report.query.tag).toBe("#MedEd");
    const of = { source: "home.example", posts: 1, pages: 1, onlyHere: 1 };
    expect(report.provenance.coverage.sources).toEqual([expect.objectContaining(of)]);
  });

  test("is analysed into its own folder, and stays as it was", async () => {
    const path = collectionOf("own", [collectionLine("timeline", [adaPost], { sweep: 1 })]);
    expect((await runCommand(["analyze", path])).code).toBe(0);
    expect((await runCommand(["analyze", path])).code).toBe(0);
    const report = JSON.parse(
      (await runCommand(["analyze", join(path, "pages.ndjson"), "--json"])).stdout,
    );
    expect(report.people).toHaveLength(2);
  });
});
