import { existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { collectExitCode } from "../../src/cli/collect-text.js";
import { UserError } from "../../src/model/errors.js";
import { collectFrom, freshFolder, serve, timelineIds } from "../support/collect-run.js";
import type { Reply } from "../support/mastodon-server.js";
import { postsOf } from "../support/mastodon-world.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const within = temporaryFolder();

const refusals: readonly (readonly [string, Reply, string, string])[] = [
  [
    "Cloudflare's challenge to browsers, by its header",
    {
      status: 403,
      value: "<title>Just a moment...</title>",
      headers: { "cf-mitigated": "challenge" },
    },
    "is behind Cloudflare, which lets browsers through and no programs (HTTP 403)",
    "ask the people of that server to let programs read its API, or collect from another: most show the same posts",
  ],
  [
    "a client that is blocked, in the server's own words",
    { status: 403, value: { error: "Your client is blocked" } },
    "refuses (HTTP 403): Your client is blocked",
    "that server refuses this program or this network: ask its people, or collect from another",
  ],
  [
    "a site without the API",
    { status: 404, value: "<h1>Not Found</h1>" },
    "has no timelines of hashtags (HTTP 404): it is no server of the Mastodon API",
    "name a server as it stands in people's addresses, after the second @, or one that runs Mastodon",
  ],
  [
    "posts without uri",
    { value: postsOf(3).map(({ id }) => ({ id, account: { id: "1", acct: "ada" } })) },
    "gave 3 rows, and none is a whole post of the Mastodon API (uri is missing or is something else)",
    "tell the people of that server, or collect from another",
  ],
  [
    "headers over the limit",
    { value: [], headers: { "x-long": "x".repeat(80_000) } },
    "sends more than 64 kB of headers",
    "tell the people of that server: no answer needs so many",
  ],
];

describe("a server that shows no posts", () => {
  test.each(refusals)("for %s is told as that, with what to do, and code 2", async (...row) => {
    const [, reply, whatHappened, nextStep] = row;
    const server = await serve({ posts: postsOf(3) });
    server.misbehave = ({ url }) => (url.pathname.includes("/timelines/") ? reply : undefined);
    const { outcome } = await collectFrom([server], freshFolder(within));
    expect(outcome.failures).toHaveLength(1);
    expect(outcome.failures[0].message).toContain(`${server.name.host} ${whatHappened}`);
    expect(outcome.failures[0].nextStep).toBe(nextStep);
    expect(collectExitCode(outcome)).toBe(2);
  });
});

describe("a folder that goes under way", () => {
  test.each([
    ["removed", (folder: string) => rmSync(folder, { recursive: true })],
    ["moved", (folder: string) => renameSync(folder, `${folder}-moved`)],
  ])("since it was %s ends the run, and nothing is said to be there", async (how, change) => {
    const server = await serve({ posts: postsOf(100) });
    const folder = freshFolder(within);
    server.misbehave = ({ number }) => {
      // After the description and a page.
      if (number === 3) change(folder);
      return undefined;
    };
    const run = collectFrom([server], folder);
    await expect(run).rejects.toThrow(UserError);
    await expect(run).rejects.toThrow(
      "is gone: its folder was moved or removed while it was collected into",
    );
    expect(existsSync(folder)).toBe(false);
    if (how === "moved") {
      expect(timelineIds(`${folder}-moved`)).toHaveLength(40);
      const again = await collectFrom([server], `${folder}-moved`);
      expect(again.outcome.posts).toBe(100);
      expect(readdirSync(`${folder}-moved`)).toEqual(["pages.ndjson"]);
    }
  });
});
