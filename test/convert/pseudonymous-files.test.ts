import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { everyFormat } from "../support/every-format.js";
import { runCommand } from "../support/run-command.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const folder = temporaryFolder();
const key = join(folder, "key");
const community = "fixtures/community.ndjson";
const files = ["posts", "csv", "interactions"] as const;
const nodesSchema = z.array(
  z.object({
    id: z.string(),
    handle: z.string(),
    name: z.string(),
    posts: z.string(),
    in_degree: z.string(),
    in_strength: z.string(),
    active_days: z.string(),
  }),
);

async function converted(input: string, to: string, out: string, ...more: string[]) {
  const words = ["convert", input, "--to", to, "--pseudonymize", "--key", key, "--out", out];
  const { code, stdout, stderr } = await runCommand([...words, ...more]);
  expect(code, stderr).toBe(0);
  return `${readFileSync(out, "utf8")}${stdout}${stderr.replaceAll(basename(input), "")}`;
}

async function nodesOf(input: string, out: string, ...more: string[]) {
  const words = [
    "analyze",
    input,
    "--bootstrap",
    "0",
    "--only",
    "nodes.csv",
    "--out",
    out,
    "--quiet",
  ];
  await runCommand([...words, ...more]);
  const file = join(out, "nodes.csv");
  if (!existsSync(file)) return [];
  return nodesSchema.parse(parse(readFileSync(file), { columns: true, bom: true }));
}

/** Every word, number and address that the input holds, of five letters or more. */
function tokensOf(value: unknown): string[] {
  if (typeof value === "object" && value !== null) return Object.values(value).flatMap(tokensOf);
  if (typeof value !== "string" && typeof value !== "number") return [];
  const text = String(value);
  return [text, ...text.split(/[^\p{L}\p{N}_@.]+/u)].filter((token) => token.length > 4);
}

const languageSchema = z.looseObject({
  tags: z.array(z.object({ name: z.string() })).default([]),
  language: z.unknown().optional(),
});

describe("a converted file that names nobody", () => {
  test.each(files)("of %s holds no word, number, address or time of the input", async (to) => {
    const rows = readFileSync(community, "utf8")
      .trimEnd()
      .split("\n")
      .flatMap((line) => (line.startsWith("{") ? [languageSchema.parse(JSON.parse(line))] : []));
    const tags = new Set(rows.flatMap((row) => row.tags.map(({ name }) => name.toLowerCase())));
    const tokens = new Set(
      rows.flatMap((row) => tokensOf(row)).filter((token) => !tags.has(token.toLowerCase())),
    );
    const text = await converted(community, to, join(folder, to));
    // Words of our own that the file's headings hold.
    const ours = new Set(
      "posts repost quote reply mention follow lines before public direct label https named people handle group answer private Digest".split(
        " ",
      ),
    );
    const found = [...tokens].filter(
      (token) => !ours.has(token) && !/(?:T00|00\.000Z)$/u.test(token) && text.includes(token),
    );
    expect(tokens.size).toBeGreaterThan(8000);
    expect(found).toEqual([]);
    expect(text).not.toMatch(/T(?!00:00:00)\d\d:\d\d/u);
  });

  test("gives the people and numbers of an analysis with that key", async () => {
    const out = join(folder, "posts-again");
    await converted(community, "posts", out);
    const rowOf = ({ id, posts, in_degree, active_days }: Record<string, string>) =>
      [id, posts, in_degree, active_days].join(" ");
    const again = await nodesOf(out, join(folder, "again"));
    const pseudonymize = ["--pseudonymize", "--key", key];
    const expected = await nodesOf(community, join(folder, "expected"), ...pseudonymize);
    expect(expected.length).toBe(293);
    const named = again.filter(({ id }) => !id.startsWith("withheld"));
    const withheld = again.length - named.length;
    const known = new Set(expected.map(rowOf));
    // Who has opted out is not named even by a made-up name where nobody asks for those.
    expect(withheld).toBe(12);
    expect(named.filter((row) => !known.has(rowOf(row)))).toEqual([]);
    const twice = await nodesOf(out, join(folder, "twice"), ...pseudonymize);
    expect(twice.map(rowOf).sort()).toEqual(expected.map(rowOf).sort());
  });

  test("of one month joins that of another, people and posts", async () => {
    const idsIn = (text: string) => new Set(text.match(/\b(?:p|post)-[0-9a-f]{16}\b/gu) ?? []);
    const whole = idsIn(readFileSync(join(folder, "posts"), "utf8"));
    const month = await converted(community, "posts", join(folder, "m"), "--since", "2026-03-01");
    expect([...idsIn(month)].filter((id) => !whole.has(id))).toEqual([]);
  });

  test("is written in the same order, whatever the order within a day was", () => {
    const ids = readFileSync(join(folder, "posts"), "utf8")
      .split("\n")
      .flatMap((line) => /^\{"tagatlas":"post","id":"([^"]+)".*?"time":"([^"]+)"/u.exec(line) ?? [])
      .filter((_, at) => at % 3 !== 0);
    const keys = ids.flatMap((id, at) => (at % 2 === 0 ? [`${ids[at + 1]} ${id}`] : []));
    expect(keys.length).toBe(1722);
    expect(keys).toEqual(keys.toSorted());
  });

  test("cannot be a list of ids, and never takes the place of its key or input", async () => {
    const ids = ["convert", community, "--to", "ids", "--pseudonymize", "--key", key];
    const refused = await runCommand(ids);
    expect(refused).toMatchObject({ code: 2, stdout: "" });
    expect(refused.stderr).toMatch(/ids lead to posts and their authors/u);
    const over = ["convert", community, "--to", "posts", "--pseudonymize", "--key", key];
    const secret = readFileSync(key, "utf8");
    const overwriting = await runCommand([...over, "--out", key]);
    expect(overwriting.code).toBe(2);
    expect(overwriting.stderr).toMatch(/is the key of made-up names/u);
    expect(readFileSync(key, "utf8")).toBe(secret);
  });
});

describe("of each format", { timeout: 60_000 }, () => {
  test.each(
    everyFormat.map((sample, at) => ({ ...sample, at })),
  )("$name, no converted file that names nobody holds a name", async ({ text, at }) => {
    const place = join(folder, `format-${at}`);
    mkdirSync(place);
    const input = join(place, "input");
    writeFileSync(input, text);
    const people = await nodesOf(input, join(place, "plain"), "--respect", "none");
    const names = people
      .flatMap(({ id, handle, name }) => [id, ...id.split(/[@:]/u), handle, name])
      .flatMap((name) => [name, ...name.split(" ")])
      .filter((name) => /\p{L}/u.test(name) && name.length > 1);
    for (const to of files) {
      const asked = ["convert", input, "--to", to, "--pseudonymize", "--key", key];
      const { stdout } = await runCommand(asked);
      const words = new Set(stdout.toLowerCase().match(/(?:[\p{L}\p{N}_-]|(?<=\w)[.@:])+/gu));
      const found = names.filter((name) => words.has(name.toLowerCase()));
      expect(found, to).toEqual([]);
    }
  });
});

test("a backtest with a key names nobody, and says by its mark with which", async () => {
  const out = join(folder, "validated");
  const words = [
    "validate",
    community,
    "--tag",
    "MedEd",
    "--train-days",
    "28",
    "--test-days",
    "14",
  ];
  const result = await runCommand([...words, "--pseudonymize", "--key", key, "--out", out]);
  expect(result.code, result.stderr).toBe(0);
  const manifest = readFileSync(join(out, "validate-manifest.json"), "utf8");
  expect(manifest).toMatch(/"keyMark": ?"[0-9a-f]{16}"/u);
  expect(manifest).not.toContain(readFileSync(key, "utf8").trim());
});
