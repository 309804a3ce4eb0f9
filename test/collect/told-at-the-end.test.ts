import { describe, expect, test } from "vitest";
import { freshFolder, serve } from "../support/collect-run.js";
import type { MastodonServer } from "../support/mastodon-server.js";
import { postsOf } from "../support/mastodon-world.js";
import { type CommandResult, runCommand } from "../support/run-command.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const within = temporaryFolder();

function collect({ name }: MastodonServer, folder: string): Promise<CommandResult> {
  return runCommand(["collect", "MedEd", "--from", name.origin, "--out", folder]);
}

describe("the last lines of collect", () => {
  test("say that the end of a timeline is looked at once more, until two runs have seen it", async () => {
    const server = await serve({ posts: postsOf(50) });
    const folder = freshFolder(within);
    const first = await collect(server, folder);
    expect(first.stdout).toContain(
      "the next run looks 7 days back for late posts and once more for older ones\n",
    );
    expect(first.code).toBe(0);
    const second = await collect(server, folder);
    expect(second.stdout).toContain("the next run looks 7 days back for late posts\n");
  });

  test("tell who has no posts, and end with code 1 as long as all show none", async () => {
    const server = await serve({ posts: [] });
    const folder = freshFolder(within);
    for (let run = 0; run < 2; run += 1) {
      const { code, stdout, stderr } = await collect(server, folder);
      expect(stdout).toBe(
        `#MedEd: no posts: ${server.name.host} shows none; the same command asks again\n`,
      );
      expect([code, stderr]).toEqual([1, ""]);
    }
    server.world.posts.push(...postsOf(3));
    expect((await collect(server, folder)).code).toBe(0);
  });

  test("are of code 2 where a server has failed, whatever another shows", async () => {
    const empty = await serve({ posts: [] });
    const refusing = await serve({ posts: postsOf(3), neededToken: "another-token" });
    const words = ["--from", empty.name.origin, "--from", refusing.name.origin];
    const { code, stdout } = await runCommand([
      "collect",
      "MedEd",
      ...words,
      "--out",
      freshFolder(within),
    ]);
    expect(stdout).toBe(
      `#MedEd: no posts: ${empty.name.host} shows none; the same command asks again\n`,
    );
    expect(code).toBe(2);
  });
});
