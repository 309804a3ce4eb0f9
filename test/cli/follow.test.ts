import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runCommand } from "../support/run-command.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const folder = temporaryFolder();
const community = "fixtures/community.ndjson";

function follow(...words: string[]) {
  return resampled("--bootstrap", "0", ...words);
}

/** With other samples of authors, which takes most of the time. */
function resampled(...words: string[]) {
  return runCommand(["follow", community, "--tag", "MedEd", ...words]);
}

function ranked(stdout: string): string[] {
  return [...stdout.matchAll(/^ {1,2}\d+ {2}([^\s@]+)@/gmu)].map(([, handle]) => handle);
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** Ben posted twelve weeks ago, and is engaged by two people; Ada posted today, and is engaged by one. */
function lapsedBen(): string {
  const rows = [
    "ben,2026-01-01,hello",
    "cem,2026-03-25,@ben hi",
    "dee,2026-03-25,@ben @ada hi",
    "ada,2026-03-26,hi",
  ];
  const lines = rows.map((row) => row.replace(/,([^,]*)$/u, ",$1 #demo"));
  return file("lapsed.csv", ["user,created_at,text", ...lines, ""].join("\n"));
}

describe("one list of people", () => {
  test("is printed without the rest, as long as it was asked for", async () => {
    const { code, stdout } = await follow("--list", "talk", "--top", "12");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^People who are talked with\n/u);
    expect(ranked(stdout)).toHaveLength(12);
    expect(stdout).not.toMatch(/The network|Everything is in/u);
  });

  test("says which question it answers: whom people follow, or whom newcomers turn to next", async () => {
    const { stdout } = await follow();
    expect(stdout).toMatch(/^Whom to follow\n {2}Whom do people choose to follow\?\n/u);
    expect(stdout).toContain("times the square root of how many follow them");
    expect(stdout).toMatch(/\. \d+ people follow them\./u);
    expect(stdout).not.toMatch(/older counts less/u);
    const inOrder = await follow("--order", "dd");
    expect(inOrder.stdout).toMatch(/^Whom to follow\n(?:.*\n)*.*older counts less/u);
  });

  test("of whom to follow holds people without a recent post, and no other list does", async () => {
    const file = lapsedBen();
    const starter = await runCommand(["follow", file, "--tag", "demo"]);
    expect(starter.stdout).toMatch(/^ {2}1 {2}ben/mu);
    expect(starter.stdout).toContain(
      `1 without a recent post, and so only on the list "Whom to follow"`,
    );
    const attention = await runCommand(["follow", file, "--tag", "demo", "--list", "attention"]);
    expect(attention.stdout).not.toMatch(/^ {1,2}\d+ {2}ben/mu);
    expect(attention.stdout).toMatch(/^ {2}1 {2}ada/mu);
  });

  test("names those who do what the list is of", async () => {
    const helpers = ranked((await follow("--list", "helpers", "--top", "3")).stdout);
    expect(helpers.every((handle) => handle.startsWith("helper_"))).toBe(true);
    const curators = ranked((await follow("--list", "curators")).stdout);
    expect(curators).toEqual(
      expect.arrayContaining(["curator_samir", "curator_wanda", "curator_rhea"]),
    );
    const bridges = ranked((await follow("--list", "bridges")).stdout);
    expect(bridges).toEqual(expect.arrayContaining(["bridge_pia", "bridge_amara", "bridge_nils"]));
    const rising = ranked((await follow("--list", "rising")).stdout);
    expect(rising).toEqual(expect.arrayContaining(["rising_joy", "rising_kofi"]));
    const feeds = await follow("--list", "feeds");
    expect(ranked(feeds.stdout)).toEqual(["meded", "article_alerts"]);
    expect(feeds.stdout).toMatch(/Its handle is the hashtag itself\./u);
    expect(ranked((await follow("--list", "organisations")).stdout)).toEqual(["learning_network"]);
  });

  test("of what people do says what came of it on the past of the posts", async () => {
    const { stdout } = await follow("--list", "bridges", "--json");
    const [{ verdict, people }] = JSON.parse(stdout).lists;
    expect(verdict.kind).toBe("same");
    const scores = people.map(({ score }: { score: number }) => score);
    expect(scores).toEqual(scores.toSorted((a: number, b: number) => b - a));
    expect(scores.every((score: number) => Number.isInteger(score) && score >= 6)).toBe(true);
    expect((await follow("--list", "helpers")).stdout).toContain(
      "it is open whether they were more likely to answer newcomers",
    );
    expect((await follow("--list", "helpers", "--order", "dd")).stdout).not.toContain("Tested");
  });

  test("of a community holds its people alone", async () => {
    const { stdout } = await follow("--list", "attention", "--community", "G2");
    expect(stdout).toMatch(
      /^Whom newcomers turn to next \(G2\)\n {2}Whom will newcomers reply to, mention, repost or quote next\?\n/u,
    );
    expect(ranked(stdout)).toHaveLength(5);
    for (const line of stdout.match(/^ {1,2}\d+ {2}.*$/gmu) ?? []) expect(line).toMatch(/ G2$/u);
  });

  test("of a community is the one of attention where none is named", async () => {
    const { code, stdout } = await follow("--community", "G2");
    expect(code).toBe(0);
    expect(stdout).toBe((await follow("--list", "attention", "--community", "G2")).stdout);
  });

  test("comes as JSON with what it rests on", async () => {
    const { stdout } = await resampled("--list", "talk", "--json");
    const answer = JSON.parse(stdout);
    expect(answer.lists).toHaveLength(1);
    expect(answer).toMatchObject({ order: "dd", coreSize: 97, vouchersNeeded: 2, resamples: 100 });
    expect(answer.lists[0].people[0].stability.stays).toBeGreaterThan(0.5);
  });

  test("says how many of it are there again with other authors", async () => {
    const answer = JSON.parse((await resampled("--list", "starter", "--json")).stdout);
    const { expectedOverlap } = answer.lists[0];
    expect(expectedOverlap).toBeGreaterThan(5);
    expect(expectedOverlap).toBeLessThan(10);
    expect((await resampled("--list", "starter")).stdout).toContain(
      `With a different sample of authors, about ${Math.round(expectedOverlap)} of these 10 would be listed again.`,
    );
  });

  test("says with exit code 1 that nobody is on it, and where somebody is", async () => {
    const { code, stdout } = await follow("--list", "attention", "--community", "G1");
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^Nobody stands on the list "attention" of G1\. There are lists of: G2, G3/u,
    );
    const personal = await follow("--list", "personal", "--community", "G2");
    expect(personal.stdout).toMatch(
      /^Nobody stands on the list "personal" of G2\. There are people on: attention, talk/u,
    );
  });
});

describe("the community of a list", () => {
  test("is named by its number, its label, or both, in any case", async () => {
    const [byNumber, ...others] = await Promise.all(
      ["G2", "g2", "#NursingEd #OSCE", "nursinged osce", "G2 #nursinged  #OSCE"].map((name) =>
        follow("--community", name),
      ),
    );
    expect(byNumber.stdout).toContain("(G2)");
    expect(others.map(({ stdout }) => stdout)).toEqual(others.map(() => byNumber.stdout));
  });

  test.each([
    ["follow", []],
    ["analyze", ["--json"]],
  ])("that is not there is refused by %s, with those that are", async (name, words) => {
    const asked = [name, community, "--tag", "MedEd", "--bootstrap", "0", ...words, "--community"];
    for (const wrong of ["G99", "G0", ""]) {
      const { code, stdout, stderr } = await runCommand([...asked, wrong]);
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr).toMatch(/name one of G1 \(.*\); G2 \(#NursingEd #OSCE, 42 people\); G3 /u);
    }
    const near = await runCommand([...asked, "#BedsideTeching"]);
    expect(near.stderr).toContain("Did you mean #BedsideTeaching?");
  });
});

describe("people named by hand", () => {
  test("are kept against the rules, but not against their will", async () => {
    const words = ["--list", "attention", "--keep", "meded@feeds.example,private_ines@med.example"];
    const { stdout, stderr } = await follow(...words);
    expect(ranked(stdout)).toContain("meded");
    expect(stdout + stderr.replace(/goes by .*/gu, "")).not.toMatch(/private_/u);
  });

  test("are excluded, and counted so", async () => {
    const { stdout } = await follow("--list", "attention", "--exclude", "@rising_joy@med.example");
    expect(ranked(stdout)).not.toContain("rising_joy");
    expect(stdout).toMatch(/Left out: 1 excluded by hand/u);
  });

  test("that nobody goes by are said, and what is no handle is refused", async () => {
    const unknown = await follow("--exclude", "nobody@nowhere.example");
    expect(unknown.stderr).toMatch(/nobody in the posts goes by nobody@nowhere\.example/u);
    const wrong = await follow("--keep", "not a handle");
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toMatch(/--keep not a handle: this is no handle/u);
  });

  test("vouch for whom they engaged when they are trusted", async () => {
    const before = await follow("--list", "attention", "--top", "999");
    const trust = file("trust.txt", "# the teacher's list\n@helper_tilda@students.example\n");
    const after = await follow("--list", "attention", "--top", "999", "--trust", trust);
    expect(ranked(after.stdout).length).toBeGreaterThan(ranked(before.stdout).length);
  });
});

describe("a list for one learner", () => {
  const following = file(
    "follows.csv",
    "Account address,Show boosts,Notify on new posts,Languages\n" +
      "helper_tilda@students.example,true,false,\nprivate_ines@med.example,true,false,\n",
  );

  test("leaves out whom they follow, says the path, and names nobody who has opted out", async () => {
    const { code, stdout, stderr } = await follow("--list", "personal", "--following", following);
    expect(code).toBe(0);
    expect(ranked(stdout)).not.toContain("helper_tilda");
    expect(stdout).toMatch(/helper_tilda@students\.example, whom you know, engaged them\./u);
    expect(stdout + stderr).not.toMatch(/private_|Private /u);
    const others = await follow("--list", "attention", "--following", following);
    expect(ranked(others.stdout)).not.toContain("helper_tilda");
  });

  test("says when nobody is near", async () => {
    const strangers = file("strangers.txt", "a@nowhere.example\n");
    const { code, stdout } = await follow("--list", "personal", "--following", strangers);
    expect(code).toBe(1);
    expect(stdout).toMatch(/nobody whom you follow or talk with is in these posts/u);
  });
});
