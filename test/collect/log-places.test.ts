import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { collectFrom, freshFolder, logLines, logPath, serve } from "../support/collect-run.js";
import { postsOf } from "../support/mastodon-world.js";
import { runCommand } from "../support/run-command.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const within = temporaryFolder();

describe("where the log should be, something else", () => {
  const places: Readonly<Record<string, (path: string) => void>> = {
    "a folder": (path) => mkdirSync(path),
    "a pipe that nobody writes into": (path) => execFileSync("mkfifo", [path]),
    "a device": (path) => symlinkSync("/dev/full", path),
    "another JSON": (path) => writeFileSync(path, '{"a":1}\n'),
    "a text": (path) => writeFileSync(path, "Dear all,\n"),
  };
  for (const [place, make] of Object.entries(places)) {
    test(`as ${place}, is refused before anything is asked, and left as it is`, async () => {
      const server = await serve({ posts: postsOf(3) });
      const folder = freshFolder(within);
      make(logPath(folder));
      const words = ["collect", "MedEd", "--from", server.name.origin, "--out", folder];
      const { code, stderr } = await runCommand(words);
      expect(code).toBe(2);
      expect(stderr).toContain(logPath(folder));
      expect(stderr).toContain("name another folder with --out");
      expect(server.requests).toEqual([]);
    });
  }
});

test("a log of a newer version is read as far as it is known, kept, and gone on with", async () => {
  const server = await serve({ posts: postsOf(50) });
  const folder = freshFolder(within);
  await collectFrom([server], folder);
  const [first, ...others] = logLines(folder);
  const newer = ['{"tagatlas":2,"what":[1]}', first.replace('"step":"server"', '"step":"dance"')];
  writeFileSync(logPath(folder), [first, ...newer, ...others].map((line) => `${line}\n`).join(""));
  server.world.posts.push(...postsOf(2, {}, 51));
  const { outcome, notes } = await collectFrom([server], folder);
  expect(notes).toEqual(["lines of a newer version of tagatlas are left as they are: 2"]);
  expect(outcome).toMatchObject({ posts: 52, newPosts: 2, failures: [] });
  expect(logLines(folder).slice(1, 3)).toEqual(newer);
  const { stderr } = await runCommand(["analyze", folder, "--json"]);
  expect(stderr).toMatch(/newer version of tagatlas/u);
  expect(stderr).not.toMatch(/broken|damaged/u);
});
