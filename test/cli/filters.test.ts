import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { runCommand } from "../support/run-command.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const folder = temporaryFolder();
const community = "fixtures/community.ndjson";
let runs = 0;

async function analyzed(input: string, ...words: string[]) {
  runs += 1;
  const out = join(folder, `run ${runs}`);
  const usual = ["--bootstrap", "0", "--skip", "map.png,report.html", "--out", out];
  const told = await runCommand(["analyze", input, ...usual, ...words]);
  const rows = (file: string): Record<string, string>[] =>
    z
      .array(z.record(z.string(), z.string()))
      .parse(parse(readFileSync(join(out, file)), { columns: true, bom: true }));
  return { ...told, rows, report: () => readFileSync(join(out, "report.md"), "utf8") };
}

/*
 * A triangle a, b, c whose ties weigh 3, 2 and 1; d hangs on c, e on d; f and g are by themselves.
 */
const edges = join(folder, "edges.csv");
writeFileSync(edges, "source,target,weight\na,b,3\nb,c,2\nc,a,1\nd,c,1\ne,d,1\nf,g,5\n");
const people = async (...words: string[]): Promise<string> => {
  const { rows } = await analyzed(edges, ...words);
  return rows("nodes.csv")
    .map(({ id }) => id)
    .join(" ");
};

const isNamed = (id: string): boolean => !id.startsWith("withheld");

describe("filters of the network", () => {
  test.each([
    ["the 2-core is the triangle", ["--k-core", "2"], "a b c"],
    ["the 1-core is everybody with a tie", ["--k-core", "1"], "a b c d e f g"],
    ["the largest component is the one with most people", ["--component", "largest"], "a b c d e"],
    ["near a person are those one tie away", ["--ego", "d"], "c d e"],
    ["with a radius of two, those two ties away", ["--ego", "d", "--radius", "2"], "a b c d e"],
    ["weight goes before the core", ["--min-weight", "2", "--k-core", "1"], "a b c f g"],
    ["a person's surroundings go before the core", ["--ego", "d", "--k-core", "2"], ""],
  ])("%s", async (_, words, expected) => {
    if (expected === "") {
      const { code, stderr } = await analyzed(edges, ...words);
      expect([code, stderr]).toEqual([1, expect.stringContaining("the filters leave nobody")]);
    } else expect(await people(...words)).toBe(expected);
  });

  test("ties that are left weigh as they did", async () => {
    const { rows } = await analyzed(edges, "--min-weight", "2");
    expect(rows("edges.csv").map(({ source, target, weight }) => source + target + weight)).toEqual(
      ["ab3", "bc2", "fg5"],
    );
  });

  test("a community is who was in it without the filter", async () => {
    const words = ["--tag", "MedEd", "--k-core", "2"];
    const all = await analyzed(community, ...words);
    const part = await analyzed(community, ...words, "--community", "G2");
    const members = all.rows("nodes.csv").filter((row) => row.community === "G2");
    expect(members.length).toBeGreaterThan(5);
    expect(
      part
        .rows("nodes.csv")
        .map(({ id }) => id)
        .filter(isNamed),
    ).toEqual(members.map(({ id }) => id).filter(isNamed));
    expect(part.rows("nodes.csv")).toHaveLength(members.length);
  });

  test("take the posts of whoever they take away, and say so", async () => {
    const { rows, report, stdout } = await analyzed(community, "--tag", "MedEd", "--k-core", "4");
    const left = new Set(rows("nodes.csv").map(({ id }) => id));
    expect(rows("posts.csv").every(({ author }) => left.has(author))).toBe(true);
    expect(report()).toContain("Only: the 4-core.");
    expect(stdout).toContain("left out by filters");
  });
});

describe("filters of posts", () => {
  test("a language is that of all its countries, and of no post that tells none", async () => {
    const post = (id: number, language: string | undefined): string =>
      JSON.stringify({
        tagatlas: "post",
        id: `https://a.example/${id}`,
        origin: "found",
        author: `p${id}@a.example`,
        time: "2026-01-02T03:04:05Z",
        language,
        relations: [{ kind: "mention", person: "ben@a.example" }],
      });
    const input = join(folder, "languages.ndjson");
    const lines = [post(1, "en"), post(2, "EN-gb"), post(3, "eng"), post(4, undefined)];
    writeFileSync(input, lines.join("\n"));
    const { rows } = await analyzed(input, "--language", "en,fr", "--respect", "none");
    expect(rows("posts.csv").map(({ author }) => author)).toEqual(["p1@a.example", "p2@a.example"]);
  });

  test("without reposts, none is a post or a tie", async () => {
    const { rows } = await analyzed(community, "--tag", "MedEd", "--exclude-reposts");
    expect(new Set(rows("posts.csv").map(({ kind }) => kind))).not.toContain("repost");
    expect(rows("edges.csv").reduce((sum, { repost }) => sum + Number(repost), 0)).toBe(0);
    expect(rows("edges.csv").reduce((sum, { reply }) => sum + Number(reply), 0)).toBeGreaterThan(0);
  });

  test("people of a list keep their ties among themselves", async () => {
    const list = join(folder, "people.txt");
    writeFileSync(list, "a\nc\nd\n");
    const { rows } = await analyzed(edges, "--people", list);
    expect(rows("edges.csv").map(({ source, target }) => source + target)).toEqual(["ca", "dc"]);
  });

  test("kinds leave other ties out, and posts in", async () => {
    const all = await analyzed(community, "--tag", "MedEd");
    const replies = await analyzed(community, "--tag", "MedEd", "--kinds", "reply");
    expect(replies.rows("posts.csv")).toEqual(all.rows("posts.csv"));
    expect(new Set(replies.rows("interactions.csv").map(({ kind }) => kind))).toEqual(
      new Set(["reply"]),
    );
  });
});

describe("a filter that cannot be", () => {
  test.each([
    [["--ego", "nobody@nowhere.example"], 2, "nobody in the posts goes by that name"],
    [["--language", "xx"], 1, "the filters leave no post (posts in xx)"],
    [["--edges", "clean:reply", "--kinds", "reply"], 2, "names kinds already"],
  ])("%s is told", async (words, code, says) => {
    const told = await analyzed(community, "--tag", "MedEd", ...words);
    expect([told.code, told.stderr]).toEqual([code, expect.stringContaining(says)]);
  });

  test("somebody who has opted out is nobody whose surroundings can be asked for", async () => {
    const { rows } = await analyzed("test/golden/tiny.ndjson", "--respect", "none");
    const open = new Set(rows("nodes.csv").map(({ id }) => id));
    const consent = await analyzed("test/golden/tiny.ndjson");
    const named = new Set(consent.rows("nodes.csv").map(({ id }) => id));
    const hidden = [...open].find((id) => !named.has(id)) ?? "";
    expect(hidden).not.toBe("");
    const told = await analyzed("test/golden/tiny.ndjson", "--ego", hidden);
    expect([told.code, told.stderr]).toEqual([2, expect.stringContaining("or may be asked for")]);
  });
});

describe("filters of follow", () => {
  const peopleOf = (follow: { lists: { list: string; community?: string; people: unknown[] }[] }) =>
    follow.lists.find(({ list, community: of }) => list === "starter" && of === undefined)?.people;

  test.each([
    [["--language", "en"]],
    [["--exclude-reposts", "--k-core", "2"]],
    [["--component", "largest", "--min-weight", "2"]],
    [["--ego", "helper_ximena@nurses.example", "--radius", "2"]],
  ])("%j lead to the list that a report has with them", async (words) => {
    const usual = [community, "--tag", "MedEd", "--bootstrap", "0", "--json"];
    const [list, report] = await Promise.all(
      ["follow", "analyze"].map((command) => runCommand([command, ...usual, ...words])),
    );
    const answer = JSON.parse(list.stdout);
    expect(peopleOf(answer)).toEqual(peopleOf(JSON.parse(report.stdout).follow));
    expect(answer.provenance.filters).toEqual(JSON.parse(report.stdout).provenance.filters);
    expect(answer.provenance.filters).not.toEqual([]);
  });

  test("are told with the list, and where they leave nobody", async () => {
    const usual = ["follow", community, "--tag", "MedEd", "--bootstrap", "0"];
    const told = await runCommand([...usual, "--language", "en", "--k-core", "2"]);
    expect(told.stdout).toMatch(/Only: .*en.*2/u);
    const nobody = await runCommand([...usual, "--k-core", "99"]);
    expect([nobody.code, nobody.stderr]).toEqual([
      1,
      expect.stringContaining("the filters leave nobody"),
    ]);
  });
});
