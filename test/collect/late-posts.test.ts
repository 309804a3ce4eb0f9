import { describe, expect, test } from "vitest";
import { collectFrom, freshFolder, march20, readLog, serve } from "../support/collect-run.js";
import { type InventedPost, postsOf } from "../support/mastodon-world.js";
import { runCommand } from "../support/run-command.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const within = temporaryFolder();
const hourMs = 3_600_000;

/** A post with the id that Mastodon 4 makes of the time of its writing, wherever it comes from. */
function writtenAt(time: number, more: Partial<InventedPost> = {}): InventedPost {
  const id = String(BigInt(time) << 16n);
  return { ...postsOf(1)[0], id, createdAt: new Date(time).toISOString(), ...more };
}

function hourly(count: number, before: number): InventedPost[] {
  return Array.from({ length: count }, (_, row) => writtenAt(before - (row + 1) * hourMs));
}

describe("posts that federate late, which Mastodon 4 sorts by the time of their writing,", () => {
  test("are found by the next nightly run, and counted in the report", async () => {
    const server = await serve({ posts: hourly(200, march20) });
    const folder = freshFolder(within);
    const first = await collectFrom([server], folder);
    expect(first.outcome.sources[0]).toMatchObject({ late: 0, lookBackMs: 7 * 24 * hourMs });
    const late = [2, 30, 90, 150].map((hours) =>
      writtenAt(march20 - hours * hourMs - 1, { acct: "late@far.example" }),
    );
    server.world.posts.push(...late, ...hourly(20, march20 + 24 * hourMs));
    const second = await collectFrom([server], folder, { now: march20 + 24 * hourMs });
    expect(second.outcome).toMatchObject({ posts: 224, newPosts: 24 });
    const [source] = second.outcome.sources;
    expect(source).toMatchObject({ late: 4, latestMs: 150 * hourMs + 1 });
    // Twice the longest delay.
    expect(source.lookBackMs).toBe(300 * hourMs + 2);
    const { stdout } = await runCommand(["analyze", folder, "--json"]);
    const { sources } = JSON.parse(stdout).provenance.coverage;
    expect(sources[0]).toMatchObject({ late: 4, latestHours: 151, lookBackHours: 301 });
    const { stdout: report } = await runCommand(["analyze", folder]);
    expect(report.replaceAll(/\s+/gu, " ")).toContain(
      "4 posts (1.8 %) reached it only after it had been asked for their time, by up to 151 hours. The next run looks 301 hours back for more of them.",
    );
  });

  test("cost less to look for where five runs have met few", async () => {
    const server = await serve({ posts: hourly(300, march20) });
    const folder = freshFolder(within);
    const pages: number[] = [];
    const lookBacks: (number | undefined)[] = [];
    for (let day = 0; day < 8; day += 1) {
      const now = march20 + day * 24 * hourMs;
      if (day > 0) server.world.posts.push(...hourly(24, now));
      const { outcome } = await collectFrom([server], folder, { now });
      expect(outcome.posts).toBe(300 + day * 24);
      lookBacks.push(outcome.sources[0].lookBackMs);
      const { stdout } = await runCommand(["analyze", folder, "--json"]);
      const [source] = JSON.parse(stdout).provenance.coverage.sources;
      expect(source.lookBackHours * hourMs).toBe(lookBacks.at(-1));
      pages.push(readLog(folder).filter(({ sweep }) => sweep === day + 1).length);
    }
    expect(lookBacks.map((ms) => (ms ?? 0) / hourMs)).toEqual([
      168, 168, 168, 168, 168, 24, 24, 24,
    ]);
    expect(pages[2]).toBeGreaterThan(4);
    expect(pages[7]).toBeLessThanOrEqual(3);
  });
});
