import { describe, expect, test } from "vitest";
import { runCommand } from "../support/run-command.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const folder = temporaryFolder();
const community = "fixtures/community.ndjson";

async function events(words: readonly string[], environment: Record<string, string> = {}) {
  const { code, stderr } = await runCommand(words, "", environment);
  const lines = stderr.split("\n").slice(0, -1);
  return { code, stderr, lines: lines.map((line) => JSON.parse(line)) };
}

describe("with --log json", () => {
  test("standard error has one object a line: steps, inputs, notes, and the exit code at the end", async () => {
    const { code, lines } = await events([
      ...["follow", community, "--tag", "MedEd", "--bootstrap", "0"],
      ...["--keep", "nobody@nowhere.example", "--log", "json"],
    ]);
    expect(code).toBe(0);
    expect(lines.map(({ event }) => event)).toEqual(
      expect.arrayContaining(["progress", "input", "note", "end"]),
    );
    for (const line of lines) {
      expect(line).toMatchObject({
        time: "1970-01-01T00:00:00.000Z",
        message: expect.any(String),
      });
    }
    const steps = lines.filter(({ event }) => event === "progress").map(({ step }) => step);
    expect(new Set(steps).size).toBe(steps.length);
    expect(steps).toContain("finding communities");
    expect(lines.find(({ event }) => event === "input").input).toMatchObject({ kept: 1722 });
    expect(lines.at(-1)).toMatchObject({ event: "end", exitCode: 0 });
  });

  test.each([
    ["a wrong option", ["analyze", community, "--tpo", "3", "--log=json"], /Did you mean --top\?/u],
    ["a wrong value", ["analyze", community, "--top", "x", "--log", "json"], /whole number/u],
    ["a missing file", ["analyze", "no\u202ewhere", "--log", "json"], /no where/u],
  ])("%s is an error event, and nothing else is printed", async (_, words, message) => {
    const { code, lines } = await events(words);
    expect(code).toBe(2);
    expect(lines.map(({ event }) => event)).toEqual(["error", "end"]);
    expect(lines[0].message).toMatch(message);
    expect(lines[1].exitCode).toBe(2);
  });

  test("the environment asks for it as well, --quiet leaves errors alone, --debug adds the stack", async () => {
    const environment = { TAGATLAS_LOG: "json", TAGATLAS_MASTODON_TOKEN: "inventedSecret" };
    const words = ["collect", "MedEd", "--from", "127.0.0.1:9", "--patience", "0", "--debug"];
    const { code, stderr, lines } = await events(
      [...words, "--with", "likes", "--out", folder, "--quiet"],
      environment,
    );
    expect(code).toBe(2);
    expect(lines.map(({ event }) => event)).toEqual(["error", "end"]);
    expect(lines[0].stack).toContain("parseCompanion");
    expect(stderr).not.toContain("inventedSecret");
  });
});
