import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { UserError } from "../../src/model/errors.js";
import { type ValidateRequest, validate } from "../../src/pipeline/validate.js";

/*
 * Ten days in which a is engaged by three people, b by two, c by one; d and e by nobody. Then a
 * newcomer x mentions b and e, y mentions a, z talks to nobody who was there, and b, no newcomer,
 * to c.
 */
const rows = [
  ["0", "a", "hello"],
  ["1", "b", "@a well"],
  ["2", "c", "so @a and @b"],
  ["3", "d", "look @a @b @c"],
  ["4", "e", "nobody knows me"],
  ["11", "x", "asking @b and @e"],
  ["12", "x", "asking @b again, and @x"],
  ["13", "y", "RT @a: hello"],
  ["14", "z", "who is @nobody?"],
  ["15", "b", "new to me: @c"],
  ["19.5", "a", "good bye"],
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
    toolVersion: "0.0.0",
  });
  if ("nothing" in outcome) throw new Error(outcome.nothing);
  return outcome;
}

describe("a backtest", () => {
  test("of an archive small enough to do by hand", async () => {
    const { validation } = await run(tableOf(rows));
    const { windows, tables, verdict } = validation.backtest;
    expect(windows).toHaveLength(1);
    expect(windows[0]).toMatchObject({ candidates: 5, learners: 2 });
    const [newcomers, conversation, members] = tables;
    const find = (table: typeof newcomers, method: string) =>
      table.methods.find((result) => result.method === method);
    // x: right at ranks 2 and 5 of a, b, c, d, e; y: right at rank 1.
    const ofX = (1 / Math.log2(3) + 1 / Math.log2(6)) / (1 + 1 / Math.log2(3));
    expect(find(newcomers, "d")?.ndcg.mean).toBeCloseTo((ofX + 1) / 2, 12);
    expect(find(newcomers, "d")).toMatchObject({ hit: 1, recall: 1 });
    expect(find(newcomers, "followers")).toBeUndefined();
    expect(conversation.learners).toBe(1);
    expect(find(conversation, "t")?.ndcg.mean).toBeCloseTo(ofX, 12);
    // b knew a, so c is the first of those whom b might engage anew.
    expect(members.learners).toBe(1);
    expect(find(members, "d")?.ndcg.mean).toBe(1);
    expect(verdict.sentence).toBe("not enough newcomers to tell (n = 2)");
  });

  test("does not change with the order of the rows", async () => {
    const { validation } = await run(tableOf(rows));
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(rows, { minLength: rows.length }), async (shuffled) => {
        const again = await run(tableOf(shuffled));
        expect(again.validation.backtest).toEqual(validation.backtest);
      }),
      { numRuns: 5 },
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
    expect(await bytes()).toEqual(await bytes());
  });

  test("ranks by nothing that comes after the cut", async () => {
    const { validation } = await run(tableOf(rows));
    const later = [14, 15, 16].flatMap((day) => [
      [String(day), "d", "@e"],
      [String(day), "c", "RT @e: nobody knows me"],
    ]);
    const { validation: changed } = await run(tableOf([...rows, ...later]));
    expect(changed.backtest.tables.slice(0, 2)).toEqual(validation.backtest.tables.slice(0, 2));
  });

  test("refuses windows that do not fit", async () => {
    await expect(run(tableOf(rows), undefined, { trainDays: 15 })).rejects.toThrow(UserError);
  });

  test("of an archive without times finds no window", async () => {
    const { validation } = await run("created_at,user,text\nNA,a,hi @b\n", undefined, {
      trainDays: undefined,
      testDays: undefined,
    });
    expect(validation.backtest.verdict.sentence).toBe("not enough newcomers to tell (n = 0)");
    expect(validation.backtest.windows).toEqual([]);
  });
});
