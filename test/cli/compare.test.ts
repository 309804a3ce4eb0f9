import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { compareAnswer } from "../../src/model/answers/compare-answer.js";
import { comparisonTables } from "../../src/model/columns/tables.js";
import { runCommand } from "../support/run-command.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const folder = temporaryFolder();
const community = "fixtures/community.ndjson";
const early = join(folder, "early");
const late = join(folder, "late");
const out = join(folder, "compared");

async function analyzed(path: string, ...words: readonly string[]): Promise<void> {
  const usual = [community, "--tag", "MedEd", "--bootstrap", "20", "--only", "report.json"];
  expect((await runCommand(["analyze", ...usual, "--out", path, ...words])).code).toBe(0);
}

async function compared(...words: readonly string[]) {
  const { code, stdout } = await runCommand(["compare", ...words, "--json"]);
  expect(code).toBe(0);
  return compareAnswer.parse(JSON.parse(stdout));
}

const peopleSchema = z.array(
  z.looseObject({ id: z.string(), change: z.string(), rankBefore: z.number().optional() }),
);

beforeAll(async () => {
  await analyzed(early, "--until", "2026-02-16");
  await analyzed(late, "--since", "2026-02-16");
});

describe("compare", () => {
  test("says of an analysis beside itself that nothing has changed", async () => {
    const { steps } = await compared(early, early, "--bootstrap", "20");
    const [step] = steps;
    for (const { change, verdict } of z
      .array(z.looseObject({ change: z.number().optional(), verdict: z.string().optional() }))
      .parse(step.measures)) {
      if (change !== undefined) expect(change).toBe(0);
      expect(["within chance", undefined]).toContain(verdict);
    }
    const people = peopleSchema.parse(step.people);
    expect(new Set(people.map(({ change }) => change))).toEqual(new Set(["within chance"]));
    expect(step.agreement).toBe(1);
    expect(step.notes).toContain("Their periods overlap: posts may be in both.");
  });

  test("joins people by their ids, and nobody who has opted out", async () => {
    const { steps } = await compared(early, late, "--bootstrap", "20");
    const people = peopleSchema.parse(steps[0].people);
    const ids = people.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => /withheld|private_/u.test(id))).toEqual([]);
    const change = new Map(people.map((row) => [row.id, row.change]));
    expect(change.get("quiet_edda@nurses.example") ?? change.get("quiet_edda@uni.example")).toBe(
      "gone",
    );
    expect(change.get("helper_tilda@students.example")).toBe("within chance");
  });

  test("names from no input whoever has opted out in one that is analysed on the way", async () => {
    const season = (name: string, profile: object): string => {
      const path = join(folder, name);
      const rows = ["ada", "ben"].flatMap((author, at) => [
        { tagatlas: "person", id: `${author}@a.example`, ...(author === "ada" ? profile : {}) },
        {
          ...{
            tagatlas: "post",
            id: `https://a.example/${name}/${at}`,
            author: `${author}@a.example`,
          },
          ...{ origin: "found", time: "2026-01-05T10:00:00Z", tags: ["x"] },
          relations: [
            { kind: "mention", person: author === "ada" ? "ben@a.example" : "ada@a.example" },
          ],
        },
      ]);
      writeFileSync(path, rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
      return path;
    };
    const open = season("spring.ndjson", {});
    const closed = season("autumn.ndjson", { hasOptOutTag: true });
    const answer = async (...inputs: string[]) =>
      JSON.stringify(await compared(...inputs, "--bootstrap", "0"));
    expect(await answer(open, open)).toContain("ada@a.example");
    expect(await answer(open, closed)).toContain("ben@a.example");
    expect(await answer(open, closed)).not.toContain("ada@a.example");
    expect(await answer(closed, open)).not.toContain("ada@a.example");
  });

  test("finds the circles of the invented community again, though their numbers change", async () => {
    const { steps } = await compared(early, late, "--bootstrap", "0");
    expect(steps[0].agreement).toBeGreaterThan(0.4);
    const communities = z
      .array(
        z.looseObject({
          change: z.string(),
          communityBefore: z.string().optional(),
          communityNow: z.string().optional(),
        }),
      )
      .parse(steps[0].communities);
    const goesOn = communities.filter(({ change }) => change === "goes on");
    for (const about of ["#RuralHealth", "#OSCE", "#NursingEd"]) {
      const [match] = goesOn.filter(({ communityBefore }) => communityBefore?.includes(about));
      expect(match?.communityNow, about).toContain(about);
    }
  });

  test("analyses files and collections on the way as analyze does", async () => {
    const words = ["--tag", "MedEd", "--until", "2026-02-16", "--bootstrap", "20"];
    const { steps } = await compared(early, community, ...words);
    for (const { change, metric } of z
      .array(z.looseObject({ metric: z.string(), change: z.number().optional() }))
      .parse(steps[0].measures)) {
      if (change !== undefined) expect(change, metric).toBe(0);
    }
  });

  test("compares people under one key, and says why it does not under two", async () => {
    const key = (name: string) => ["--pseudonymize", "--key", join(folder, name)];
    await analyzed(join(folder, "one"), "--until", "2026-02-16", ...key("key 1"));
    await analyzed(join(folder, "two"), "--since", "2026-02-16", ...key("key 1"));
    await analyzed(join(folder, "three"), "--since", "2026-02-16", ...key("key 2"));
    const same = await compared(join(folder, "one"), join(folder, "two"), "--bootstrap", "0");
    const named = await compared(early, late, "--bootstrap", "0");
    expect(same.steps[0].inBoth).toBe(named.steps[0].inBoth);
    const other = await compared(join(folder, "one"), join(folder, "three"), "--bootstrap", "0");
    expect(other.steps[0].people).toBeUndefined();
    expect(other.steps[0].notes[0]).toMatch(/pseudonyms were made with different keys/u);
    const mixed = await compared(join(folder, "one"), late, "--bootstrap", "0");
    expect(mixed.steps[0].people).toBeUndefined();
    expect(mixed.steps[0].notes[0]).toMatch(/one has pseudonyms, and late has names/u);
    const { stdout } = await runCommand(["compare", join(folder, "one"), late, "--bootstrap", "0"]);
    expect(stdout).toContain("! one has pseudonyms");
    expect(stdout).not.toMatch(/^(?:People|Communities)$/mu);
  });

  test("warns where analyses were made in different ways", async () => {
    await analyzed(
      join(folder, "conversation"),
      "--since",
      "2026-02-16",
      "--edges",
      "conversation",
    );
    const { steps } = await compared(early, join(folder, "conversation"), "--bootstrap", "0");
    expect(steps[0].notes.join(" ")).toMatch(/--edges is clean.* in early and conversation/u);
    const list = join(folder, "list.txt");
    writeFileSync(list, "helper_tilda@students.example\n");
    await analyzed(join(folder, "dropped"), "--drop", list);
    const other = await compared(early, join(folder, "dropped"), "--bootstrap", "0");
    expect(other.steps[0].notes.join(" ")).toMatch(
      /--drop is none in early and list\.txt [\da-f]{8} in dropped/u,
    );
  });

  test("says where a folder of tagatlas has no report to compare", async () => {
    const tables = join(folder, "tables");
    await analyzed(tables, "--only", "nodes.csv", "--skip", "report.json");
    const { code, stderr } = await runCommand(["compare", tables, early]);
    expect(code).toBe(2);
    expect(stderr).toContain("was written by tagatlas, but has no report.json to compare");
    expect(stderr).toContain("made without --only or --skip");
  });

  test("lets no text of a report that others wrote reach a terminal as a control", async () => {
    const text = readFileSync(join(early, "report.json"), "utf8");
    const foreign = join(folder, "foreign.json");
    mkdirSync(foreign);
    const marked = text.replaceAll('"label":"', '"label":"\\u001b[31m\\u009b\\u202e');
    writeFileSync(join(foreign, "report.json"), marked);
    const words = ["compare", early, foreign, "--bootstrap", "0", "--json"];
    const { stdout } = await runCommand(words);
    expect(stdout).toContain("[31m");
    expect(stdout).not.toMatch(/\\u00[19]b|(?!\n)\p{Cc}|\u202e/u);
  });

  test("writes the same tables, page and JSON each time", async () => {
    const words = ["compare", early, late, "--bootstrap", "20", "--quiet", "--out"];
    expect((await runCommand([...words, out])).code).toBe(0);
    expect((await runCommand([...words, `${out} again`])).code).toBe(0);
    for (const name of readdirSync(out)) {
      expect(readFileSync(join(`${out} again`, name)), name).toEqual(readFileSync(join(out, name)));
    }
    for (const { file, columns } of comparisonTables) {
      const rows = z
        .array(z.record(z.string(), z.string()))
        .parse(parse(readFileSync(join(out, file)), { columns: true, bom: true }));
      expect(rows.length, file).toBeGreaterThan(0);
      expect(Object.keys(rows[0]), file).toEqual(columns.map(({ column }) => column));
    }
    const page = readFileSync(join(out, "compare.html"), "utf8");
    expect(page).toContain("within chance");
    expect(page).toMatch(/New in late, the 25 most engaged of \d+/u);
    expect(page).not.toMatch(/<script|private_|NaN|undefined/u);
  });

  test("takes three and more, each with the one before", async () => {
    const { stdout } = await runCommand(["compare", early, late, early, "--bootstrap", "0"]);
    expect(stdout).toContain("early (1) → late");
    expect(stdout).toContain("late → early (3)");
  });

  test.each([
    [["compare", early], 2, /nothing to compare with/u],
    [["compare", early, join(folder, "nowhere")], 2, /nowhere/u],
    [["compare", early, community, "--tag", "nobody"], 1, /nothing to report/u],
  ] as const)("%s ends with %i", async (words, code, says) => {
    const told = await runCommand(words);
    expect(told.stderr).toMatch(says);
    expect(told.code).toBe(code);
    expect(told.stdout).toBe("");
  });
});

describe("redo of a comparison", () => {
  const redone = async (to: string, ...words: string[]) => {
    const made = await runCommand(["compare", ...words, "--quiet", "--out", to]);
    expect(made.code, made.stderr).toBe(0);
    return runCommand(["redo", to, "--inputs", folder]);
  };

  test.each([
    ["reports", ["--bootstrap", "5"], ["early", "late"]],
    ["one report twice", ["--bootstrap", "0"], ["early", "early"]],
    ["files", ["--tag", "MedEd", "--bootstrap", "0", "--k-core", "2"], ["early.ndjson", "late"]],
  ])("of %s gives the same bytes", async (name, words, inputs) => {
    cpSync(community, join(folder, "early.ndjson"));
    const paths = inputs.map((input) => join(folder, input));
    const told = await redone(join(folder, `redo ${name}`), ...paths, ...words);
    expect(told.stdout + told.stderr).toMatch(/All 6 files are the same, byte for byte/u);
    expect(told.code).toBe(0);
  });
});
