import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { networkOfFiles, sizes } from "../support/analyze-items.js";
import { hasRealData, realData } from "../support/real-data.js";
import {
  type RecordedExchange,
  type RecordedServer,
  readRecording,
  replay,
} from "../support/recorded-server.js";
import { runCommand } from "../support/run-command.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const folder = temporaryFolder();
const token = "a-token-that-nobody-may-see";

const recordedAnswer = z.object({
  request: z.object({ uri: z.string() }),
  status: z.number(),
  headers: z.record(z.string(), z.string()),
  body: z.unknown(),
});

/** A whole GoToSocial; boosters that were not recorded are nobody. */
function goToSocial(): Promise<RecordedServer> {
  const otherwise = (url: URL) => ({
    status: /reblogged_by|timelines/u.test(url.pathname) ? 200 : 404,
    body: [],
  });
  return replay(readRecording("gts.json"), { parameters: ["max_id"], otherwise });
}

// Other people's words are not in the project: where they are absent, the helper says so.
describe.skipIf(!hasRealData)("a real GoToSocial, replayed", () => {
  test("gives the 205 posts of its timeline, and to the next run nothing twice", async () => {
    const server = await goToSocial();
    const out = join(folder, "timeline");
    const words = ["collect", "#netviz", "--from", server.origin, "--out", out];
    const environment = { TAGATLAS_MASTODON_TOKEN: token };
    const first = await runCommand(words, "", environment);
    expect(first.code).toBe(0);
    expect(first.stdout).toMatch(/#netviz: 205 posts of 40 people, 205 new/u);
    const timelines = (from = 0): string[] =>
      server.requests.slice(from).filter((request) => request.includes("/timelines/"));
    expect(timelines()).toHaveLength(7);
    // It shows no post without a token: six questions are enough to know.
    expect(server.requests.filter((request) => request.includes("/statuses"))).toHaveLength(6);
    const requestsBefore = server.requests.length;
    const again = await runCommand(words, "", environment);
    expect(again.stdout).toMatch(/205 posts of 40 people, 0 new/u);
    // The end once more, and all again: by the clock of the test, every post is younger than a week.
    expect(timelines(requestsBefore)).toHaveLength(8);
    const { corpus } = await networkOfFiles([out]);
    expect(corpus.posts.count).toBe(205);
  });

  test("gives 312 posts with their threads, 234 reposts and 185 follows", async () => {
    const server = await goToSocial();
    const out = join(folder, "whole");
    const result = await runCommand(
      [
        "collect",
        "netviz",
        "--from",
        server.origin,
        "--out",
        out,
        "--with=replies,reposts,follows",
      ],
      "",
      { TAGATLAS_MASTODON_TOKEN: token },
    );
    expect(result.code).toBe(0);
    expect(result.stdout).toMatch(/277 posts of 40 people/u);
    const built = await networkOfFiles([out]);
    const { posts, ties } = built.corpus;
    const own = [...posts.hasBorrowedTime].filter((isRepost) => isRepost === 0);
    expect(own).toHaveLength(312);
    expect(posts.hasBorrowedTime.length - own.length).toBe(234);
    // Two of the 279 with the hashtag are unlisted, which keeps them out of it.
    expect(built.selection.analysed).toBe(277 + 234);
    expect(ties.count).toBe(185);
    expect(sizes(built)).toMatchObject({ repost: 234, connected: 40, isolated: 0 });
    for (const name of readdirSync(out)) {
      expect(readFileSync(join(out, name), "utf8").includes(token), name).toBe(false);
    }
    expect(result.stdout + result.stderr).not.toContain(token);
  });

  test("says what token is needed, and that a hashtag it does not know has no posts", async () => {
    const server = await goToSocial();
    const out = join(folder, "refused");
    const words = ["collect", "netviz", "--from", server.origin, "--out", out];
    const refused = await runCommand(words);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toMatch(
      /\(GoToSocial\) shows hashtags only to its own people.*\n.*TAGATLAS_MASTODON_TOKEN_127_0_0_1/u,
    );
    const unknown = await runCommand(
      ["collect", "nosuchtag", "--from", server.origin, "--out", join(folder, "unknown")],
      "",
      { TAGATLAS_MASTODON_TOKEN: token },
    );
    expect(unknown.code).toBe(1);
  });
});

describe.skipIf(!hasRealData)("#ichbinhanna as mastodon.social gave it in 2022", () => {
  test("comes in four pages of 160 posts, and is analysed without a hand's turn", async () => {
    const recorded = realData("mastodon/recorded-2022");
    const pages = readdirSync(recorded)
      .filter((name) => name.startsWith("handle_params_max_id"))
      .map((name): RecordedExchange => {
        const text = readFileSync(join(recorded, name), "utf8");
        const answer = recordedAnswer.parse(JSON.parse(text));
        const { pathname, search } = new URL(answer.request.uri);
        return { ...answer, path: `${pathname}${search}`, auth: false };
      });
    const server = await replay(pages, {
      parameters: ["max_id"],
      // An empty page below a full one is asked for twice. There was no description of the server yet; after the last page there is none.
      otherwise: (url) => ({ status: url.pathname.includes("instance") ? 404 : 200, body: [] }),
    });
    const out = join(folder, "hanna");
    const result = await runCommand(["run", "#ichbinhanna", "--from", server.origin, "--out", out]);
    expect(result.code).toBe(0);
    expect(server.requests.filter((request) => request.includes("timelines"))).toHaveLength(6);
    expect(result.stderr).toMatch(/160 posts of 82 people/u);
    expect(result.stdout).toMatch(/^#ichbinhanna: 160 posts, 2022-10-30 to 2022-11-29/u);
    expect(readdirSync(out)).toEqual(expect.arrayContaining(["map.png", "pages.ndjson"]));
  });
});
