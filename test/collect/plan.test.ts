import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cases } from "../support/cases.js";
import { noon, startXCollection } from "../support/collect-from-x.js";
import { collectFrom, freshFolder, march20, readLog, serve } from "../support/collect-run.js";
import { type InventedPost, postsOf } from "../support/mastodon-world.js";
import { runCommand } from "../support/run-command.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { startTestClock } from "../support/test-clock.js";
import { xPost } from "../support/x-world.js";

const within = temporaryFolder();
const hourMs = 3_600_000;

/** Six whole days, and a current one that has just begun. */
const week = [0, 100, 100, 100, 100, 100, 100].map((uses) => ({ uses, accounts: uses / 4 }));

async function planOf(
  world: Parameters<typeof serve>[0],
  more: NonNullable<Parameters<typeof collectFrom>[2]> = {},
): Promise<{ plan: readonly string[]; asked: string[] }> {
  const server = await serve(world);
  const { outcome } = await collectFrom([server], freshFolder(within), { isPlan: true, ...more });
  const plan = outcome.plan.map((line) => line.replaceAll(server.name.host, "HOST"));
  return { plan, asked: server.requests.map(({ url }) => url.pathname) };
}

describe("a plan", () => {
  test("tells requests and minutes for the timeline and each --with, by what Mastodon 4.5 counts of the tag", async () => {
    const { plan, asked } = await planOf({ posts: postsOf(3), tagHistory: week });
    expect(asked).toEqual(["/api/v2/instance", "/api/v1/tags/MedEd"]);
    expect(plan).toEqual([
      "HOST counted 600 posts with #MedEd in the last 7 days",
      "timeline of 7 days, and as much for each week that it goes back further: about 19 requests, some 1 min at the 300 in 5 minutes that HOST allows",
      "--with replies: at most 700 requests, some 12 min at the 300 in 5 minutes that HOST allows",
      "--with reposts: about 700 requests, some 12 min at the 300 in 5 minutes that HOST allows",
      "--with follows: about 350 requests, some 6 min at the 300 in 5 minutes that HOST allows",
    ]);
  });

  test("reckons with the period, and with --max-posts", async () => {
    const since = march20 - 30 * 24 * hourMs;
    const { plan } = await planOf({ posts: [], tagHistory: week }, { question: { since } });
    expect(plan[1]).toMatch(/^timeline of 30 days: about 76 requests, some 2 min/u);
    const few = await planOf({ posts: [], tagHistory: week }, { maxPosts: 10 });
    expect(few.plan[2]).toMatch(/^--with replies: at most 10 requests, some 1 min/u);
  });

  test("keeps to the limit that the server tells", async () => {
    const server = await serve({ posts: [], tagHistory: week });
    server.misbehave = ({ honest }) => ({ ...honest(), headers: { "x-ratelimit-limit": "60" } });
    const { outcome } = await collectFrom([server], freshFolder(within), { isPlan: true });
    expect(outcome.plan[2]).toContain("some 59 min at the 60 in 5 minutes");
  });

  test("says what fits into a window, in the order of replies, reposts, follows", async () => {
    const { plan } = await planOf({ posts: [], tagHistory: week }, { withinMs: 20 * 60_000 });
    expect(plan.at(-1)).toBe(
      "20 minutes are enough for the timeline and --with replies and --with follows; --with reposts would not fit",
    );
  });

  test.each([
    ["no counts, as GoToSocial", undefined],
    ["none in the list", []],
    ["negative counts", [{ uses: -4, accounts: 1 }]],
    ["absurd counts", [{ uses: 1e12, accounts: 1 }]],
    ["counts that are no numbers", [{ uses: Number.NaN, accounts: 1 }]],
  ])("of a server with %s says that it cannot tell", async (_, tagHistory) => {
    const { plan } = await planOf({
      posts: [],
      ...(tagHistory === undefined ? {} : { tagHistory }),
    });
    expect(plan).toHaveLength(1);
    expect(plan[0]).toContain("does not count how often #MedEd is used");
  });

  test("of a server that answers nothing well is its failure", async () => {
    const server = await serve({ posts: [], hashtagFeeds: "disabled" });
    const { outcome } = await collectFrom([server], freshFolder(within), { isPlan: true });
    expect(outcome.plan).toEqual([]);
    expect(outcome.failures).toHaveLength(1);
  });

  test("of X tells the dollars, and buys nothing", async () => {
    const { server, run } = await startXCollection(within, {
      posts: [xPost(noon - 1000, 1), xPost(noon - 2000, 1)],
      people: [],
    });
    const { outcome } = await run({ isPlan: true });
    expect(outcome.plan).toEqual([
      expect.stringMatching(/^X has 2 posts to be bought; .*\$0\.55/u),
    ]);
    expect(server.requests.map(({ path }) => path)).toEqual(["/2/tweets/counts/recent"]);
    await server.close();
  });
});

/** The requests that a plan or a note tells of something. */
function requestsTold(lines: readonly string[], what: string): number {
  const line = lines.find((candidate) => candidate.startsWith(what)) ?? "";
  return Number(/ (\d+) requests?,/u.exec(line)?.[1] ?? 0);
}

/** Answered, passed on and followed, in a hashtag that a server counts rightly. */
const busyWeek = fc.record({
  postsADay: fc.integer({ min: 1, max: 45 }),
  answered: fc.integer({ min: 1, max: 5 }),
  passedOn: fc.integer({ min: 1, max: 5 }),
  people: fc.integer({ min: 1, max: 12 }),
  hasToken: fc.boolean(),
});

test("a plan tells what a run then asks, on the first night and on the next, in any week", async () => {
  await fc.assert(
    fc.asyncProperty(busyWeek, async ({ postsADay, answered, passedOn, people, hasToken }) => {
      const dayMs = 24 * hourMs;
      const names = Array.from({ length: people }, (_, row) => `person${row}`);
      const posts: InventedPost[] = [];
      const writeDay = (before: number): void => {
        for (let row = 0; row < postsADay; row += 1) {
          const id = String(10_000 + posts.length);
          const at = new Date(before - dayMs + ((row + 0.5) * dayMs) / postsADay).toISOString();
          const acct = names[row % people];
          const reposters = row % passedOn === 0 ? ["eve", "fay"] : [];
          posts.push({ id, acct, createdAt: at, tags: ["MedEd"], reposters });
          if (row % answered !== 0) continue;
          posts.push({
            id: String(50_000 + posts.length),
            acct,
            createdAt: at,
            tags: [],
            inReplyTo: id,
          });
        }
      };
      for (let day = 6; day >= 0; day -= 1) writeDay(march20 - day * dayMs);
      const counted = { uses: postsADay, accounts: Math.min(people, postsADay) };
      const server = await serve({
        posts,
        tagHistory: [{ uses: 0, accounts: 0 }, ...Array.from({ length: 6 }, () => counted)],
        following: Object.fromEntries(names.map((name) => [name, ["eve"]])),
        neededToken: "invented-token-of-a-reader",
        shownToAll: "everything",
      });
      const folder = freshFolder(within);
      const variable = `TAGATLAS_MASTODON_TOKEN_${server.name.host.toUpperCase().replaceAll(/[.:]/gu, "_")}`;
      const night = {
        companions: new Set(["replies", "reposts", "follows"] as const),
        environment: hasToken ? { [variable]: "invented-token-of-a-reader" } : {},
      };
      for (const now of [march20, march20 + dayMs]) {
        if (now > march20) writeDay(now);
        const { outcome } = await collectFrom([server], folder, { ...night, now, isPlan: true });
        const before = server.requests.length;
        await collectFrom([server], folder, { ...night, now });
        const asked = server.requests.slice(before).map(({ url }) => url.pathname);
        const made = (kind: RegExp): number => asked.filter((path) => kind.test(path)).length;
        const told = (what: string): number => requestsTold(outcome.plan, what);
        expect(Math.abs(made(/\/timelines\//u) - told("timeline"))).toBeLessThanOrEqual(1);
        const threads = made(/\/context$|\/statuses$/u);
        expect(threads).toBeLessThanOrEqual(told("--with replies"));
        expect(threads).toBeGreaterThan(0);
        expect(made(/\/reblogged_by$/u)).toBeLessThanOrEqual(told("--with reposts"));
        expect(made(/\/lookup$|\/following$/u)).toBeLessThanOrEqual(told("--with follows"));
        // What docs/costs.md tells as the most of a night without failures, deletions and new software.
        const most = ["timeline", "--with replies", "--with reposts", "--with follows"].map(told);
        expect(asked.length).toBeLessThanOrEqual(most.reduce((a, b) => a + b, 3));
      }
    }),
    { numRuns: cases(25) },
  );
}, 240_000);

describe("a collection", () => {
  const companions = new Set(["replies", "reposts"] as const);

  test("tells its cost before the timeline is asked for, and keeps what the server counted", async () => {
    const server = await serve({ posts: postsOf(3), tagHistory: week });
    const folder = freshFolder(within);
    const told: [number, string][] = [];
    await collectFrom([server], folder, {
      companions,
      onNote: (note) => told.push([server.requests.length, note]),
    });
    expect(told.slice(0, 4).map(([requests]) => requests)).toEqual([2, 2, 2, 2]);
    expect(told[2]?.[1]).toContain("--with replies: at most 700 requests");
    expect(
      readLog(folder)
        .map(({ step }) => step)
        .slice(0, 3),
    ).toEqual(["server", "tag", "timeline"]);
  });

  test("asks for no count where nothing but the timeline is wanted", async () => {
    const server = await serve({ posts: postsOf(3), tagHistory: week });
    await collectFrom([server], freshFolder(within));
    expect(server.requests.map(({ url }) => url.pathname)).not.toContain("/api/v1/tags/MedEd");
  });

  test("leaves out what will not fit into the time, by what is there to be asked", async () => {
    const posts = postsOf(200).flatMap((post, row): InventedPost[] => [
      { ...post, reposters: ["eve"] },
      { ...post, id: String(5000 + row), tags: [], inReplyTo: post.id },
    ]);
    const server = await serve({ posts });
    const { notes, outcome } = await collectFrom([server], freshFolder(within), {
      companions,
      withinMs: 3 * 60_000,
    });
    const left = notes.filter((note) => note.includes("is left out"));
    expect(left).toEqual([
      "--with replies is left out: its 200 requests would take some 4 min, and 3 are left",
      "--with reposts is left out: its 200 requests would take some 4 min, and 3 are left",
    ]);
    expect(outcome.failures).toEqual([]);
    const withToken = await collectFrom([server], freshFolder(within), {
      companions: new Set(["replies"]),
      withinMs: 5 * 60_000,
      environment: { TAGATLAS_MASTODON_TOKEN: "invented-token-of-a-reader" },
    });
    expect(withToken.notes).toContain(
      "--with replies is left out: its 400 requests would take some 7 min, and 5 are left",
    );
  });

  test("ends in good order when its time is over, and says that it goes on", async () => {
    const server = await serve({ posts: postsOf(200) });
    const clock = startTestClock([0.5], march20);
    server.misbehave = ({ number }) => {
      if (number === 3) clock.passDeadlines();
      return undefined;
    };
    const folder = freshFolder(within);
    const first = await collectFrom([server], folder, { withinMs: 60_000, clock });
    expect(first.outcome.wasInterrupted).toBe(false);
    expect(first.outcome.failures.map(({ message }) => message)).toEqual([
      "the 1 min of --within are over",
    ]);
    server.misbehave = () => undefined;
    expect((await collectFrom([server], folder)).outcome.posts).toBe(200);
  });
});

test("the commands of docs/costs.md work as written, and a plan leaves no folder", async () => {
  const page = readFileSync(fileURLToPath(new URL("../../docs/costs.md", import.meta.url)), "utf8");
  const server = await serve({ posts: postsOf(30), tagHistory: week });
  const commands = page.split("\n").flatMap((line) => /^npx tagatlas (.*)$/u.exec(line)?.[1] ?? []);
  const mastodon = commands.filter((command) => !command.includes("--from x"));
  expect([mastodon.length, commands.length]).toEqual([2, 4]);
  const folder = mkdtempSync(join(within, "docs-"));
  for (const command of mastodon) {
    const words = command
      .replaceAll("'", "")
      .replaceAll("mastodon.social", server.name.origin)
      .replace("--out ", `--out ${folder}/`)
      .split(" ");
    const { code, stderr, stdout } = await runCommand(words);
    expect(code, `${command}\n${stderr}`).toBe(0);
    if (!words.includes("--plan")) continue;
    expect(stdout).toContain("--with replies: at most");
    expect(existsSync(join(folder, "meded"))).toBe(false);
  }
}, 60_000);
