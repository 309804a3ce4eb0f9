import { execFile, spawn } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { manualPage, referenceInPage } from "../src/cli/option-reference.js";
import { runShellLine } from "./support/run-shell-line.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const program = join(root, "bin", "tagatlas.js");
const community = join(root, "fixtures", "community.ndjson");
const run = promisify(execFile);

describe("the program as a process", () => {
  test("ends quietly when the reader of its output has gone", async () => {
    const child = spawn(process.execPath, [
      program,
      "analyze",
      community,
      "--json",
      "--bootstrap",
      "0",
    ]);
    const errors: string[] = [];
    child.stderr.on("data", (data) => errors.push(String(data)));
    child.stdout.once("data", () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect(code).toBe(0);
    expect(errors.join("")).not.toMatch(/EPIPE|fault/u);
  });

  test.each(["-V", "--version"])("says its version for %s", async (flag) => {
    const { stdout } = await run(process.execPath, [program, flag]);
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    expect(stdout).toBe(`${version}\n`);
  });

  test("says so when the disk is full", async () => {
    const full = openSync("/dev/full", "w");
    const child = spawn(
      process.execPath,
      [program, "analyze", community, "--json", "--bootstrap", "0"],
      {
        stdio: ["ignore", full, "pipe"],
      },
    );
    closeSync(full);
    const errors: string[] = [];
    child.stderr?.on("data", (data) => errors.push(String(data)));
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect(code).toBe(2);
    expect(errors.join("")).toMatch(/the disk is full/u);
  });

  test("reads standard input and prints JSON", async () => {
    const child = run(process.execPath, [program, "analyze", "-", "--json", "--bootstrap", "0"], {
      maxBuffer: 1e8,
    });
    child.child.stdin?.end(readFileSync(community));
    const { stdout } = await child;
    expect(JSON.parse(stdout).people).toHaveLength(293);
  });
});

/** The commands of the README's blocks that are marked as shell. */
function readmeCommands(): string[] {
  const text = readFileSync(join(root, "README.md"), "utf8");
  return [...text.matchAll(/```sh\n([\s\S]*?)```/gu)].flatMap(([, block]) =>
    block.split("\n").filter((line) => line !== "" && !line.startsWith("#")),
  );
}

describe("the README", () => {
  const folder = mkdtempSync(join(tmpdir(), "tagatlas-readme-"));

  test("begins with the two lines that do everything", () => {
    expect(readmeCommands().slice(0, 2)).toEqual(["npm ci && npm start", "npm ci && npm test"]);
  });

  test("shows what npm start prints, and the map that it draws", async () => {
    const { stdout } = await run(process.execPath, [join(root, "bin", "start.js")], {
      cwd: folder,
    });
    const text = readFileSync(join(root, "README.md"), "utf8");
    const shown = /```\n(#MedEd:[\s\S]*?)\n {2}…\n```/u.exec(text)?.[1];
    expect(shown).toBeDefined();
    expect(stdout.startsWith(shown ?? "-")).toBe(true);
    expect(readFileSync(join(folder, "tagatlas-meded", "map.svg"), "utf8")).toBe(
      readFileSync(join(root, "fixtures", "community-map.svg"), "utf8"),
    );
  });

  test.each(
    readmeCommands().filter((line) => line.startsWith("npx tagatlas ")),
  )("works as written: %s", async (line) => {
    const stdout = await runShellLine(
      line.replaceAll("fixtures/", join(root, "fixtures/")),
      folder,
    );
    expect(stdout).not.toBe("");
  });

  test("is short, and names every page of the documentation", () => {
    const text = readFileSync(join(root, "README.md"), "utf8");
    expect(text.split("\n").length).toBeLessThan(200);
    for (const page of readdirSync(join(root, "docs")).filter((name) => name.endsWith(".md")))
      expect(text).toContain(`(docs/${page})`);
  });
});

test("docs/tagatlas.1 is the manual page of the same options; npm run reference writes it anew", () => {
  expect(readFileSync(join(root, "docs", "tagatlas.1"), "utf8")).toBe(manualPage());
});

test("docs/options.md lists the options of every command as its help does; npm run reference writes it anew", () => {
  const text = readFileSync(join(root, "docs", "options.md"), "utf8");
  expect(referenceInPage(text)).toBe(text);
  for (const option of [
    "--from <server>",
    "-f, --format <name>",
    "--edges <rule>",
    "--cuts <number>",
  ]) {
    expect(text).toContain(`| \`${option}\` |`);
  }
});

test("nobody in the invented community has a name that a program could run", () => {
  const names = [
    ...readFileSync(community, "utf8").matchAll(/"display_name":("(?:[^"\\]|\\.)*")/gu),
  ];
  expect(names.length).toBeGreaterThan(1000);
  for (const [, name] of names) {
    expect(JSON.parse(name)).not.toMatch(/^[-+=@\s]|[<>|=\p{Cc}\u202a-\u202e]|\p{M}{3}/u);
  }
});

test("the invented community is what its generator makes", async () => {
  const { inventCommunity } = await import("../fixtures/invent-community.js");
  const lines = inventCommunity(1).map((status) => `${JSON.stringify(status)}\n`);
  expect(lines.join("") === readFileSync(community, "utf8")).toBe(true);
});
