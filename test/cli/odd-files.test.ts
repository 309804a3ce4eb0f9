import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCommand } from "../support/run-command.js";
import { mastodonStatus, ndjson } from "../support/statuses.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const folder = temporaryFolder();
const path = (name: string): string => join(folder, name);
const good = path("good.ndjson");
writeFileSync(good, ndjson([mastodonStatus("1", "ada")]));
writeFileSync(path("empty"), "");
writeFileSync(path("blank"), " \r\n\t\n");
writeFileSync(path("mark"), "\uFEFF");
mkdirSync(path("folder"));
symlinkSync(path("loop"), path("loop"));
symlinkSync(path("nowhere"), path("dangling"));
execFileSync("mkfifo", [path("pipe")]);
const socket = createServer();

beforeAll(() => new Promise<void>((done) => void socket.listen(path("socket"), done)));
afterAll(() => void socket.close());

/** What is no file of posts, and whether it is refused or read as nothing. */
const odd = [
  ["empty", 1],
  ["blank", 1],
  ["mark", 1],
  ["/dev/null", 1],
  ["folder", 2],
  ["loop", 2],
  ["dangling", 2],
  ["pipe", 2],
  ["socket", 2],
  [`${"x".repeat(300)}`, 2],
] as const;

describe.each(odd)("%s as", (name, code) => {
  const file = name.startsWith("/") ? name : path(name);
  test.each([
    "analyze",
    "follow",
    "inspect",
    "validate",
    "convert",
  ])("the input of %s is told in words", async (command) => {
    const more = command === "convert" ? ["--to", "posts"] : ["--quiet"];
    const out = command === "analyze" ? ["--out", path("out")] : [];
    const result = await runCommand([command, file, ...more, ...out]);
    expect(result.code, result.stderr).toBe(code);
  });

  test.each(["--trust", "--following", "--drop"])("the list of %s is an error", async (flag) => {
    const result = await runCommand(["follow", good, flag, file]);
    expect(result.code, result.stderr).toBe(2);
    expect(result.stderr).toMatch(/^tagatlas: /mu);
  });

  test("the list of forget is an error", async () => {
    expect((await runCommand(["forget", path("folder"), file])).code).toBe(2);
  });
});
