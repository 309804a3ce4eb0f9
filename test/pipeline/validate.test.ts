import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { UserError } from "../../src/model/errors.js";
import { type ValidateRequest, validate } from "../../src/pipeline/validate.js";
import { cases } from "../support/cases.js";
import { testTool } from "../support/test-tool.js";

/*
 * Ten days in which e is engaged by three people, d by two, c by one; a and b by nobody. Then a
 * newcomer x mentions d and b, y reposts e, z talks to nobody who was there, and d, no newcomer,
 * to c for the first time and to e again.
 */
const rows = [
  ["0", "e", "hello"],
  ["1", "d", "@e well"],
  ["2", "c", "so @e and @d"],
  ["3", "b", "look @e @d @c"],
  ["4", "a", "nobody knows me"],
  ["11", "x", "asking @d and @b"],
  ["12", "x", "asking @d again, and @x"],
  ["13", "y", "RT @e: hello"],
  ["14", "z", "who is @nobody?"],
  ["15", "d", "new to me: @c, not @e"],
  ["19.5", "e", "good bye"],
];

function tableOf(lines: readonly (readonly string[])[]): string {
  const cells = lines.map(([day, user, text]) => {
    const time = new Date(Date.UTC(2020, 0, 1) + Number(day) * 86_400_000).toISOString();
    return `${time},${user},"${text}"\n`;
  });
  return `created_at,user,text\n${cells.join("")}`;
}

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tagatlas-validate-"));
});
afterAll(() => rm(folder, { recursive: true }));

const settings: ValidateRequest["settings"] = {
  tag: undefined,
  since: undefined,
  until: undefined,
  trainDays: 10,
  testDays: 10,
  cuts: 12,
  resamples: 100,
  seed: 1,
};

async function run(
  table: string,
  out?: string,
  changes: Partial<ValidateRequest["settings"]> = {},
) {
  const path = join(folder, "archive.csv");
  await writeFile(path, table);
  const outcome = await validate({
    inputs: [path],
    format: undefined,
    standardInput: (async function* () {})(),
    onProgress: () => {},
    settings: { ...settings, ...changes },
    folder: out,
    tool: testTool,
    run: { command: "validate", options: [] },
  });
  if ("nothing" in outcome) throw new Error(outcome.nothing);
  return outcome;
}

describe("a backtest", () => {
  test("of an archive small enough to do by hand", async () => {
    const { validation } = await run(tableOf(rows));
    const { windows, tables, lists } = validation.backtest;
    expect(windows).toHaveLength(1);
    expect(windows[0]).toMatchObject({ candidates: 5, learners: 2 });
    const [newcomers, conversation, members] = tables;
    const find = (table: typeof newcomers, method: string) =>
      table.methods.find((result) => result.method === method);
    // x: of d and b, d at rank 2 of e, d, c, and b in none, since nobody engaged b; y: right at rank 1.
    const ofX = 1 / Math.log2(3) / (1 + 1 / Math.log2(3));
    expect(find(newcomers, "d")?.ndcg.mean).toBeCloseTo((ofX + 1) / 2, 12);
    expect(find(newcomers, "d")).toMatchObject({ hit: 1, recall: 3 / 4 });
    expect(find(newcomers, "followers")).toBeUndefined();
    expect(conversation.learners).toBe(1);
    expect(find(conversation, "t")?.ndcg.mean).toBeCloseTo(ofX, 12);
    // d knew e, so c is the first of those whom d might engage anew.
    expect(members.learners).toBe(1);
    expect(find(members, "d")?.ndcg.mean).toBe(1);
    expect(lists.map(({ sentence }) => sentence)).toContain(
      "too little here to tell (2 of the 50 newcomers that are needed)",
    );
  });

  test("does not change with the order of the rows", async () => {
    const { validation } = await run(tableOf(rows));
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(rows, { minLength: rows.length }), async (shuffled) => {
        const again = await run(tableOf(shuffled));
        expect(again.validation.backtest).toEqual(validation.backtest);
      }),
      { numRuns: cases(5) },
    );
  });

  test("gives the same bytes for the same seed, and writes files that a second run replaces", async () => {
    const out = join(folder, "out");
    const names = [
      "validate-manifest.json",
      "validate.csv",
      "validate.json",
      "validate.md",
      "validate.svg",
    ];
    const bytes = async () => {
      await run(tableOf(rows), out);
      expect((await readdir(out)).sort()).toEqual(names);
      return Promise.all(names.map((name) => readFile(join(out, name), "utf8")));
    };
    for (const text of await bytes()) expect(text).not.toMatch(/NaN|undefined|null/u);
    expect(await bytes()).toEqual(await bytes());
  });

  test("ranks by nothing that comes after the cut", async () => {
    const { validation } = await run(tableOf(rows));
    const later = [14, 15, 16].flatMap((day) => [
      [String(day), "d", "@a"],
      [String(day), "c", "RT @a: nobody knows me"],
    ]);
    const { validation: changed } = await run(tableOf([...rows, ...later]));
    expect(changed.backtest.tables.slice(0, 2)).toEqual(validation.backtest.tables.slice(0, 2));
  });

  test("recommends no feed, and counts its own ties", async () => {
    const feed = Array.from({ length: 30 }, (_, at) => [
      String(5 + at / 10),
      "feed",
      `news ${at} http://example.org/${at} via @c`,
    ]);
    const fans = [["10.5", "x", "RT @feed: news"]];
    const { validation } = await run(tableOf([...rows, ...feed, ...fans]));
    expect(validation.backtest.windows[0]).toMatchObject({ candidates: 5, learners: 2 });
    // c has two people now, and shares places 2 and 3 with d.
    const d = validation.backtest.tables[0].methods.find(({ method }) => method === "d");
    const ofX = (1 / Math.log2(3) + 1 / Math.log2(4)) / 2 / (1 + 1 / Math.log2(3));
    expect(d?.ndcg.mean).toBeCloseTo((ofX + 1) / 2, 12);
  });

  test("refuses windows that do not fit", async () => {
    await expect(run(tableOf(rows), undefined, { trainDays: 15 })).rejects.toThrow(UserError);
  });

  test("of an archive without times finds no window", async () => {
    const { validation, text } = await run("created_at,user,text\nNA,a,hi @b\n", undefined, {
      trainDays: undefined,
      testDays: undefined,
    });
    expect(validation.backtest.lists[0].kind).toBe("unknown");
    expect(validation.backtest.windows).toEqual([]);
    expect(text).toContain("No window fits.");
    expect(text).not.toMatch(/NaN|undefined/u);
  });
});
