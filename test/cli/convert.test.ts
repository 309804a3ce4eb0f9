import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { networkOfFiles, tieWords } from "../support/analyze-items.js";
import { formatSamples } from "../support/format-samples.js";
import { hasRealData, realData } from "../support/real-data.js";
import { runCommand } from "../support/run-command.js";
import { mastodonMention, mastodonStatus, ndjson } from "../support/statuses.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const community = fileURLToPath(new URL("../../fixtures/community.ndjson", import.meta.url));
const folder = temporaryFolder();

async function converted(input: string, words: readonly string[], name: string): Promise<string> {
  const path = join(folder, name);
  const { code, stderr } = await runCommand(["convert", input, ...words, "--out", path]);
  expect(code, stderr).toBe(0);
  return path;
}

interface Report {
  readonly network: { readonly interactionsByKind: object; readonly ties: readonly object[] };
  readonly people: readonly object[];
}

/** The report without what it says of the inputs themselves. */
async function reportOf(path: string, words: readonly string[] = []): Promise<Report> {
  const asked = ["analyze", path, "--json", "--bootstrap", "3", ...words];
  const { stdout, stderr } = await runCommand(asked);
  expect(stdout, stderr).not.toBe("");
  const { provenance, query: _, tool: __, methods: ___, ...report } = JSON.parse(stdout);
  const { coverage, firstPost, analysed, oddTimes, withheld, deletedPosts, clampedTimes } =
    provenance;
  const told = { coverage, firstPost, analysed, oddTimes, withheld, deletedPosts, clampedTimes };
  return { ...report, provenance: told };
}

/** A first part of the invented posts, which is enough for most questions. */
async function fewPosts(): Promise<string> {
  const path = join(folder, "few.ndjson");
  const lines = (await readFile(community, "utf8")).split("\n").slice(0, 300);
  await writeFile(path, `${lines.join("\n")}\n`);
  return path;
}

describe("convert --to posts", () => {
  test("names nobody who opted out, and changes nothing else", async () => {
    const path = await converted(community, ["--to", "posts"], "named.ndjson");
    const asked = ["--tag", "MedEd"];
    expect(await reportOf(path, asked)).toEqual(await reportOf(community, asked));
  });

  test("gives a file for oneself that is analysed to the same bytes", async () => {
    const own = ["--to", "posts", "--respect", "none"];
    const path = await converted(community, own, "community.ndjson");
    const folders = ["a", "b"].map((name) => join(folder, name));
    for (const [at, input] of [community, path].entries()) {
      const words = ["--tag", "MedEd", "--bootstrap", "3", "--scale", "0.25", "--quiet"];
      await runCommand(["analyze", input, ...words, "--out", folders[at]]);
    }
    const names = (await readdir(folders[0])).sort();
    expect((await readdir(folders[1])).sort()).toEqual(names);
    expect(names.length).toBeGreaterThan(15);
    // The others say what the input was.
    for (const name of names.filter((one) => !/^(?:report|manifest)\./u.test(one))) {
      const [first, second] = await Promise.all(folders.map((one) => readFile(join(one, name))));
      expect(second.equals(first), name).toBe(true);
    }
  });

  test("keeps of a period or a hashtag what an analysis of that needs", async () => {
    const asked = ["--tag", "MedEd", "--since", "2026-01-10", "--until", "2026-02-10"];
    const path = await converted(community, [...asked, "--to", "posts"], "part.ndjson");
    expect(await reportOf(path, asked)).toEqual(await reportOf(community, asked));
    expect((await readFile(path)).length).toBeLessThan((await readFile(community)).length);
  });

  test.each(
    formatSamples.filter(({ format }) => format !== "x-archive"),
  )("carries what $name holds", async ({ name, text, ties, posts }) => {
    const input = join(folder, `sample-${name.replace(/\W+/gu, "-")}`);
    await writeFile(input, text);
    const words = ["--respect", "none"];
    const path = await converted(input, ["--to", "posts", ...words], "sample.ndjson");
    expect(tieWords(await networkOfFiles([path])).sort()).toEqual([...ties].sort());
    if (posts.length === 0) return;
    expect(await reportOf(path, words)).toEqual(await reportOf(input, words));
  });

  test("writes the same bytes to standard output", async () => {
    const input = await fewPosts();
    const path = await converted(input, ["--to", "posts"], "out.ndjson");
    const { stdout } = await runCommand(["convert", input, "--to", "posts"]);
    expect(stdout).toBe(await readFile(path, "utf8"));
  });
});

const ada = mastodonStatus("1", "ada", { mentions: [mastodonMention("ben@uni.example")] });
const shy = mastodonStatus("2", "shy", {
  account: { discoverable: false },
  mentions: [mastodonMention("ada")],
});
const posts = ndjson([ada, shy]);

describe("convert --to interactions", () => {
  test.each([
    "ties.ndjson",
    "ties.csv",
  ])("writes %s, which is read as the same ties", async (name) => {
    const input = await fewPosts();
    const path = await converted(input, ["--to", "interactions"], name);
    const [ties, whole] = [await reportOf(path), await reportOf(input)];
    expect(ties.network.interactionsByKind).toEqual(whole.network.interactionsByKind);
    expect(ties.network.ties.length).toBe(whole.network.ties.length);
  });

  test("tells neither name, time nor post of who opted out", async () => {
    const { stdout } = await runCommand(["convert", "-", "--to", "interactions"], posts);
    const rows = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(rows).toMatchObject([
      { source: "ada@home.example", target: "ben@uni.example", kind: "mention", weight: 1 },
      { target: "ada@home.example", kind: "mention", weight: 1 },
    ]);
    expect(rows[0]).toMatchObject({ post: ada.uri, time: ada.created_at });
    expect(rows[1].source).toMatch(/^withheld:[0-9a-f]{8}:1$/u);
    expect(rows[1]).not.toHaveProperty("time");
    expect(stdout).not.toContain("shy");
    const again = await runCommand(["analyze", "-", "--respect", "none", "--json"], stdout);
    expect(again.stdout).toContain("withheld-1");
    expect(again.stdout).not.toContain("withheld:");
  });
});

describe("convert --to csv", () => {
  test("writes a table that is read as the same ties, and says what it leaves out", async () => {
    const input = await fewPosts();
    const path = join(folder, "posts.csv");
    const { stderr } = await runCommand(["convert", input, "--to", "csv", "--out", path]);
    expect(stderr).toMatch(/not in a table: what is known of \d+ people who are only named/u);
    const whole = await converted(input, ["--to", "posts"], "posts.ndjson");
    expect(tieWords(await networkOfFiles([path]))).toEqual(tieWords(await networkOfFiles([whole])));
  });
});

describe("convert --to ids", () => {
  test("writes what posts are found by, and none of who opted out", async () => {
    const mastodon = await runCommand(["convert", "-", "--to", "ids"], posts);
    expect(mastodon.stdout).toBe(`${ada.uri}\n`);
    expect(mastodon.stderr).toContain("1 post left out: its author opted out");
    const id_str = "1298000000000000001";
    const user = { id_str: "1", screen_name: "ann" };
    const tweet = { id_str, created_at: "Wed Apr 16 02:38:15 +0000 2014", full_text: "hi", user };
    const ofX = await runCommand(["convert", "-", "--to", "ids"], JSON.stringify(tweet));
    expect(ofX.stdout).toBe(`${id_str}\n`);
  });
});

describe("convert", () => {
  test("says what is wrong, and never writes over an input", async () => {
    const input = join(folder, "input.ndjson");
    await writeFile(input, posts);
    const over = await runCommand(["convert", input, "--to", "posts", "--out", input]);
    expect([over.code, over.stderr]).toEqual([2, expect.stringContaining("is an input")]);
    expect(await readFile(input, "utf8")).toBe(posts);
    const without = await runCommand(["convert", input]);
    expect([without.code, without.stderr]).toEqual([2, expect.stringContaining("--to posts")]);
    const nothing = await runCommand(["convert", input, "--to", "ids", "--tag", "other"]);
    expect([nothing.code, nothing.stdout]).toEqual([1, ""]);
  });

  test("ends with 3, and says why, where an input ends early", async () => {
    const cut = posts.slice(0, -20);
    const { code, stderr } = await runCommand(["convert", "-", "--to", "ids", "--quiet"], cut);
    expect(code).toBe(3);
    expect(stderr).toContain("INCOMPLETE");
  });
});

describe.skipIf(!hasRealData)("real posts", () => {
  test.each([
    "twitter/twarc-flat.jsonl",
    "twitter/twarc-pages.jsonl",
  ])("of %s read back to the same report", async (name) => {
    const path = await converted(realData(name), ["--to", "posts"], "real.ndjson");
    expect(await reportOf(path)).toEqual(await reportOf(realData(name)));
  });
});
