import { readdirSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { collectFrom, freshFolder, serve } from "../support/collect-run.js";
import { postsOf } from "../support/mastodon-world.js";
import { temporaryFolder } from "../support/temporary-folder.js";

// As on USB sticks and some drives of a network.
vi.mock(import("node:fs/promises"), async (importOriginal) => ({
  ...(await importOriginal()),
  link: () => Promise.reject(Object.assign(new Error("no hard links"), { code: "EPERM" })),
}));

const within = temporaryFolder();

test("a file system without hard links holds a collection, which keeps a second run out", async () => {
  const server = await serve({ posts: postsOf(95) });
  const folder = freshFolder(within);
  let second: Promise<unknown> | undefined;
  server.misbehave = ({ number }) => {
    const self = { pid: 1, host: "another.example", since: "2026-03-20T00:00:00.000Z" };
    if (number === 2) {
      second = collectFrom([server], folder, { self }).catch((error: unknown) => error);
    }
    return undefined;
  };
  const { outcome } = await collectFrom([server], folder);
  expect(outcome).toMatchObject({ posts: 95, failures: [] });
  expect(String(await second)).toContain("another run is collecting into this folder");
  expect(readdirSync(folder)).toEqual(["pages.ndjson"]);
});
