import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runCommand } from "../support/run-command.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const folder = temporaryFolder();

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const who = file(
  "who.csv",
  "who,when,words\nann,2020-01-01 10:00,hi @bob\nbob,2020-01-02 10:00,x\n",
);
const ties = file("ties.csv", "ego name,alter name,times\nann,bob,3\nbob,cee,1\n");
const days = file("days.csv", "user,date,text\nann,5/1/2020 10:00,hi @bob\nbob,6/1/2020 10:00,x\n");

async function inspected(...words: string[]): Promise<string> {
  const { code, stdout, stderr } = await runCommand(["inspect", ...words]);
  expect(stderr).not.toContain("error");
  expect(code).toBe(0);
  return stdout;
}

describe("options of one input", () => {
  test("--map, --format and --dates hold for the input that they begin with, by name or path", async () => {
    const printed = await inspected(
      ...[who, ties, days],
      ...["--map", "who.csv:author=who,time=when,text=words"],
      ...["--map", `${ties}:source=ego name,target=alter name,weight=times`],
      ...["--dates", "days.csv:month-first"],
    );
    expect(printed).toContain("2020-01-01 to 2020-01-02");
    expect(printed).toContain("2020-05-01 to 2020-06-01");
    expect(printed).toMatch(/ties\.csv: .*edge-list/u);
  });

  test("what names an input comes before what is said of all", async () => {
    const printed = await inspected(
      days,
      "--dates",
      "month-first",
      "--dates",
      "days.csv:day-first",
    );
    expect(printed).toContain("2020-01-05 to 2020-01-06");
  });

  test.each([
    [["--map", "other.csv:author=who,time=when,text=words"], "other.csv"],
    [["--format", "other.csv:x-v2"], "other.csv"],
    [["--dates", "other.csv:day-first"], "other.csv"],
  ])("%j names no input, which is an error that names the inputs", async (words, name) => {
    const { code, stderr } = await runCommand(["analyze", who, ties, ...words]);
    expect(code).toBe(2);
    expect(stderr).toContain(`names ${name}, which is no input`);
    expect(stderr).toContain("name one of who.csv, ties.csv");
  });

  test.each([
    ["--map", "author=who,text=words"],
    ["--dates", "day-first"],
    ["--format", "table"],
  ])("%s is not given twice for the same inputs", async (option, value) => {
    const { code, stderr } = await runCommand(["analyze", who, option, value, option, value]);
    expect(code).toBe(2);
    expect(stderr).toContain(`${option} is given twice`);
  });

  test("times that could be read in two ways are asked about, and the answer is taken", async () => {
    const asked = await runCommand(["analyze", days]);
    expect(asked.code).toBe(2);
    expect(asked.stderr).toContain("--dates day-first or --dates month-first");
    expect(await inspected(days, "--dates", "day-first")).toContain("2020-01-05 to 2020-01-06");
  });
});

describe("the map that an error proposes", () => {
  test.each([
    ["id;who;posted;words;antwort", "1;ann;2020-01-01 10:00;hi @bob;x"],
    ["tweet_author,posted on,message text", "ann,2020-01-01 10:00,hi @bob"],
    ["Nickname of user,Day,Tweet contents", "ann,2020-01-01,hi @bob"],
    ["screenname,local_time_of_post,tweettext", "ann,2020-01-01 10:00,hi @bob"],
    ["users name,utc,tweets", "ann,2020-01-01 10:00,hi @bob"],
  ])("for %s works as it is pasted, or says that it lacks the author", async (header, row) => {
    const path = file("unknown.csv", `${header}\n${row}\n${row.replace("ann", "bob")}\n`);
    const { code, stdout, stderr } = await runCommand(["inspect", path]);
    const proposed = /--map ('[^']*'|\S+)/u.exec(`${stdout}${stderr}`)?.[1].replaceAll("'", "");
    // Some of these are known without one.
    if (code === 0) return;
    expect(proposed).toBeDefined();
    if (proposed?.includes("…")) {
      expect(`${stdout}${stderr}`).toContain("no column tells who wrote a post");
      return;
    }
    const again = await runCommand(["inspect", path, "--map", proposed ?? ""]);
    expect(again.code).toBe(0);
    expect(again.stdout).toContain("mention");
  });
});
