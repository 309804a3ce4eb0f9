import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { Parser } from "htmlparser2";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { runCommand } from "../support/run-command.js";
import { mastodonMention, mastodonStatus, ndjson } from "../support/statuses.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const folder = temporaryFolder();
const community = "fixtures/community.ndjson";

function filesIn(path: string): Map<string, Buffer> {
  return new Map(readdirSync(path).map((name) => [name, readFileSync(join(path, name))]));
}

const tableSchema = z.array(z.record(z.string(), z.string()));

function table(path: string): Record<string, string>[] {
  return tableSchema.parse(parse(readFileSync(path), { columns: true, bom: true }));
}

const hostileNames: Readonly<Record<string, string>> = {
  oddny_linkfield: '=HYPERLINK("http://evil.example","click")',
  odran_alderton: "<script>alert(1)</script>",
  odell_brookner: "[click](javascript:alert(1)) | *bold*",
  odo_gnestrup: "Nurse \u202egnp.exe",
  oda_redmoor: "\u001b[31mRed Alert\u001b[0m",
  odelia_picton: '"><img src=x onerror=alert(1)>',
  odette_threlwick: "-2+3",
  odila_linwood: "Two\nLines",
  odile_onefold: "+1+1",
  odalys_sumholt: "@SUM(A1)",
};

/** Calls some people of the invented community by names that try to run. */
function withHostileName(_: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || !("username" in value)) return value;
  const name = hostileNames[String(value.username)];
  return name === undefined ? value : { ...value, display_name: name };
}

function input(name: string, rows: readonly unknown[]): string {
  const path = join(folder, name);
  writeFileSync(path, ndjson(rows));
  return path;
}

describe("analyzing the invented community", async () => {
  const out = join(folder, "community");
  const result = await runCommand(["analyze", community, "--tag", "#MedEd", "--out", out]);

  test("is done, and says what was read, whom to follow, the network, and where the files are", () => {
    expect(result.code).toBe(0);
    expect(result.stderr).toBe(
      "community.ndjson (mastodon): 1727 posts read; 1722 kept; 2 met before; " +
        "3 skipped: not public (direct, followers-only or local-only) (lines 1218, 1245, 1252)\n",
    );
    const ranks = [
      ...result.stdout.matchAll(/^ {0,2}(\d+)(?:–(\d+))? {2}(?:\S+@\S+|too close to call)/gmu),
    ].flatMap(([, first, last]) => [first, last ?? []].flat().map(Number));
    expect(ranks).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const afterHeading = result.stdout.split("The network\n")[1];
    // What it means, then its shape and six sentences of numbers.
    const sentences = afterHeading.split("\n\n")[0].split("\n");
    expect(sentences).toHaveLength(9);
    expect(sentences.slice(0, 2)).toEqual([
      "  The network looks most like several groups that talk among themselves. To join, choose the group that is nearest to your interests, and follow people in it.",
      "  People form clearer groups than chance would make. Where one community ends and the next begins is less sure.",
    ]);
    expect(sentences[2]).toMatch(/^ {2}Shape, roughly: clustered \(/u);
    expect(result.stdout).toContain(out);
  });

  test("writes the files of the contract, with their columns", () => {
    expect(readdirSync(out).sort()).toEqual([
      "codebook.csv",
      "codebook.md",
      "communities.csv",
      "edges.csv",
      "follow.csv",
      "follow.html",
      "follow.md",
      "interactions.csv",
      "manifest.json",
      "map.png",
      "map.svg",
      "mastodon-follows.csv",
      "network.csv",
      "network.gexf",
      "network.graphml",
      "nodes.csv",
      "posts.csv",
      "report.html",
      "report.json",
      "report.md",
      "top-items.csv",
      "top-people.csv",
    ]);
    const header = (name: string): string =>
      readFileSync(join(out, name), "utf8")
        .replace(/^\ufeff/u, "")
        .split("\r\n")[0];
    expect(header("nodes.csv")).toBe(
      "id,label,handle,server,name,url,community,role,posts,first_post,last_post,followers," +
        "following,in_degree,out_degree,in_strength,out_strength,in_reply,in_mention,in_repost," +
        "in_quote,in_follow,out_reply,out_mention,out_repost,out_quote,out_follow,pagerank,betweenness," +
        "harmonic_closeness,closeness,eccentricity,hub,authority,eigenvector,katz,core_number,clustering,constraint," +
        "participation_coefficient,within_community_z,articulation," +
        "reciprocity,active_days,replies_to_newcomers,median_reply_minutes,links_shared",
    );
    expect(header("edges.csv")).toBe(
      "source,target,weight,reply,mention,repost,quote,follow,first,last",
    );
    expect(header("communities.csv")).toBe(
      "community,label,size,posts,density,reciprocity,edges_inside,edges_in,edges_out,cut_off,top_people,top_hashtags",
    );
    expect(header("network.csv")).toBe("metric,value,name,note");
    expect(header("top-items.csv")).toBe(
      "community,kind,item,authors,count,salience,mutual_information",
    );
    expect(header("follow.csv")).toBe(
      "list,question,community,rank,rank_low,rank_high,stays,id,handle,server,name,url,score,d,df,dd,a,f,t,c," +
        "reason_1,reason_2,reason_3,reason_4,link_1,link_2,link_3",
    );
  });

  test("measures the network in the same order every time, NodeXL's names first", () => {
    const rows = table(join(out, "network.csv"));
    expect(rows.map(({ metric }) => metric).slice(-17)).toEqual([
      "isolate_fraction",
      "in_degree_centralization",
      "out_degree_centralization",
      "average_clustering",
      "transitivity",
      "degree_assortativity",
      "k_core_depth",
      "strong_components",
      "maximum_vertices_in_strong_component",
      "biconnected_components",
      "maximum_vertices_in_biconnected_component",
      "articulation_points",
      "attention_gini",
      "top_1_percent_share",
      "posts_with_reply_share",
      "median_hours_to_first_reply",
      "newcomers_answered_share",
    ]);
    for (const { metric, value, note } of rows) {
      expect(value, metric).not.toBe("");
      expect(note, metric).not.toBe("");
    }
  });

  test("says what the network means, then its shape and how it is judged, in each report", () => {
    const { shape, metrics } = JSON.parse(readFileSync(join(out, "report.json"), "utf8")).network;
    expect(shape).toMatchObject({ name: "clustered", runnerUp: { name: "in-hub" } });
    const modularity = metrics.find(({ metric }: { metric: string }) => metric === "modularity");
    expect(shape.numbers.modularity).toBe(modularity.value);
    const plain = result.stdout.split("The network\n")[1].split("\n").slice(0, 2);
    const meaning = plain.map((line) => line.trim()).join(" ");
    expect(result.stdout).toContain(`${plain[1]}\n  ${shape.sentence}\n`);
    const markdown = readFileSync(join(out, "report.md"), "utf8").replaceAll("\\", "");
    expect(markdown).toContain(`## The network\n\n${meaning}\n\n- ${shape.sentence}\n`);
    const page = readFileSync(join(out, "report.html"), "utf8");
    expect(page).toContain(
      `>The network</h2>\n<p>${meaning}</p>\n<ul class="fine">\n<li>${shape.sentence}</li>`,
    );
    for (const rule of shape.rules) {
      expect(markdown).toContain(`- ${rule}\n`);
      expect(page).toContain(`<li>${rule}</li>`);
    }
  });

  test("names nobody who has opted out, and no word that was not public, in any file", () => {
    for (const [name, bytes] of [
      ...filesIn(out),
      ["stdout", Buffer.from(result.stdout)] as const,
    ]) {
      expect(bytes.toString(), name).not.toMatch(/private_|Private |followersonlysecret|whisper/u);
    }
    const nodes = table(join(out, "nodes.csv"));
    const withheld = nodes.filter(({ id }) => id.startsWith("withheld-"));
    expect(withheld).toHaveLength(12);
    for (const person of withheld) {
      const { handle, server, name, url, first_post, last_post, followers } = person;
      expect([handle, server, name, url, first_post, last_post, followers].join("")).toBe("");
      expect(Number(person.in_degree)).toBeGreaterThan(0);
      // How fast somebody answers would lead to what they have answered.
      expect(person.median_reply_minutes).toBe("");
      expect(person.active_days).not.toBe("");
    }
  });

  test("recommends no spammer, ring, feed, organisation, silent or closed account", () => {
    const rows = table(join(out, "follow.csv"));
    const handlesOn = (name: string): string[] =>
      rows
        .filter(({ list, community }) => list === name && community === "")
        .map(({ handle }) => handle);
    expect(handlesOn("feeds")).toEqual(["meded", "article_alerts"]);
    expect(handlesOn("organisations")).toEqual(["learning_network"]);
    const handles = rows
      .filter(({ list }) => list !== "feeds" && list !== "organisations")
      .map(({ handle }) => handle);
    expect(handles.length).toBeGreaterThan(20);
    const unwanted =
      /^(get_published_fast|ring_|meded$|article_alerts|learning_network|silent_|repost_rita|locked_lena|moved_milo|memorial_maud)/u;
    expect(handles.filter((handle) => unwanted.test(handle))).toEqual([]);
    // Without a post of late, a person stands on the first list alone.
    const others = rows.filter(({ list }) => list !== "starter").map(({ handle }) => handle);
    expect(others.filter((handle) => handle.startsWith("quiet_"))).toEqual([]);
  });

  test("lets no name run as a formula, a tag or an escape", async () => {
    const rows = readFileSync(community, "utf8")
      .trimEnd()
      .split("\n")
      .map((row): unknown => JSON.parse(row, withHostileName));
    const out = join(folder, "hostile");
    const words = ["--tag", "#MedEd", "--bootstrap", "0", "--out", out];
    const result = await runCommand(["analyze", input("hostile.ndjson", rows), ...words]);
    expect(readFileSync(join(out, "follow.csv"), "utf8")).toContain("'=HYPERLINK(");
    for (const [name, bytes] of filesIn(out)) {
      if (name.endsWith(".csv")) {
        for (const cell of parse(bytes).flat())
          expect(cell, name).not.toMatch(/^[=+@\t\r]|^-(?!\d)/u);
      }
      if (name.endsWith(".png")) continue;
      expect(bytes.toString().replace(/\r?\n/gu, ""), name).not.toMatch(/[\p{Cc}\u202e]/u);
    }
    expect(result.stdout.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u202e]/u);
    const report = readFileSync(join(out, "report.md"), "utf8").replace(/\\(.)/gu, "");
    const tags: string[] = [];
    new Parser({ onopentagname: (tag) => tags.push(tag) }).end(
      report.replace(/\(<https?:[^>]*>\)/gu, ""),
    );
    expect(tags).toEqual([]);
    expect(report).not.toMatch(/\]\((?!<https?:|map\.(?:png|svg)\))/u);
  });

  test("gives the same bytes every time, and for any order of lines", async () => {
    const again = join(folder, "again");
    await runCommand(["analyze", community, "--tag", "MedEd", "--out", again]);
    expect(filesIn(again)).toEqual(filesIn(out));
    const lines = readFileSync(community, "utf8").trimEnd().split("\n");
    const turned = join(folder, "turned", "community.ndjson");
    mkdirSync(join(folder, "turned"));
    writeFileSync(turned, `${lines.toReversed().join("\n")}\n`);
    const other = join(folder, "other");
    await runCommand(["analyze", turned, "--tag", "MedEd", "--out", other]);
    for (const [name, bytes] of filesIn(out)) {
      if (name.endsWith(".csv")) expect(filesIn(other).get(name), name).toEqual(bytes);
    }
  });

  test("gives the same tables when every line comes twice", async () => {
    const lines = readFileSync(community, "utf8");
    const doubled = join(folder, "doubled", "community.ndjson");
    mkdirSync(join(folder, "doubled"));
    writeFileSync(doubled, lines + lines);
    const other = join(folder, "twofold");
    await runCommand(["analyze", doubled, "--tag", "MedEd", "--out", other]);
    for (const [name, bytes] of filesIn(out)) {
      if (name.endsWith(".csv")) expect(filesIn(other).get(name), name).toEqual(bytes);
    }
  });

  test("marks tables as UTF-8 for Excel, but not what Mastodon imports, and nothing with --no-bom", async () => {
    const isMarked = (folderName: string, name: string) =>
      readFileSync(join(folderName, name), "utf8").startsWith("\ufeff");
    for (const name of readdirSync(out).filter((file) => file.endsWith(".csv"))) {
      expect(isMarked(out, name), name).toBe(name !== "mastodon-follows.csv");
    }
    const plain = join(folder, "plain");
    const words = ["analyze", community, "--tag", "#MedEd", "--only", "nodes.csv", "--no-bom"];
    await runCommand([...words, "--out", plain]);
    expect(isMarked(plain, "nodes.csv")).toBe(false);
    expect(readFileSync(join(plain, "manifest.json"), "utf8")).toContain('"--no-bom"');
    expect(`\ufeff${readFileSync(join(plain, "nodes.csv"), "utf8")}`).toBe(
      readFileSync(join(out, "nodes.csv"), "utf8"),
    );
  });

  test("writes a handout that prints on two pages of sixty lines", () => {
    // Addresses, brackets, stars and backslashes are not printed.
    const rendered = readFileSync(join(out, "follow.md"), "utf8")
      .replace(/\[([^\]]*)\]\(<[^>]*>\)/gu, "$1")
      .replace(/\*\*|\\(?=\W|_)/gu, "");
    const printedLines = rendered
      .split("\n")
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 100)), 0);
    expect(printedLines).toBeLessThanOrEqual(120);
    expect(printedLines).toBeGreaterThan(40);
  });

  test("says in the manifest what it was made from and what was made", async () => {
    const manifest = JSON.parse(readFileSync(join(out, "manifest.json"), "utf8"));
    expect(manifest.inputs[0]).toMatchObject({ name: "community.ndjson", read: 1727, kept: 1722 });
    expect(manifest.configuration).toMatchObject({ tag: "#MedEd", edges: "clean", seed: 1 });
    for (const [name, bytes] of filesIn(out)) {
      if (name === "manifest.json") continue;
      expect(manifest.outputs[name]).toBe(createHash("sha256").update(bytes).digest("hex"));
    }
    expect(JSON.stringify(manifest)).not.toContain(folder);
  });

  test("as JSON prints the report and writes nothing", async () => {
    const asJson = await runCommand(["analyze", community, "--tag", "MedEd", "--json"]);
    expect(asJson.stdout).toBe(readFileSync(join(out, "report.json"), "utf8"));
    expect(Object.keys(JSON.parse(asJson.stdout))).toEqual([
      "schemaVersion",
      "command",
      "settings",
      "query",
      "provenance",
      "network",
      "communities",
      "topItems",
      "topPeople",
      "people",
      "follow",
      "chronicle",
    ]);
    const other = input("prints-only.ndjson", [mastodonStatus("1", "ada")]);
    await runCommand(["analyze", other, "--json"]);
    expect(existsSync("tagatlas-prints-only")).toBe(false);
  });
});

describe("the folder of outputs", () => {
  const rows = [mastodonStatus("1", "ada", { mentions: [mastodonMention("ben")] })];

  test("is replaced where our manifest says that it is ours, and nothing else is touched", async () => {
    const path = input("twice.ndjson", rows);
    const out = join(folder, "twice");
    await runCommand(["analyze", path, "--out", out]);
    writeFileSync(join(out, "notes.txt"), "mine");
    const manifest = JSON.parse(readFileSync(join(out, "manifest.json"), "utf8"));
    const old = "of an earlier version";
    manifest.outputs["old.csv"] = createHash("sha256").update(old).digest("hex");
    writeFileSync(join(out, "manifest.json"), JSON.stringify(manifest));
    writeFileSync(join(out, "old.csv"), old);
    const { code } = await runCommand(["analyze", path, "--out", out, "--order", "d"]);
    expect(code).toBe(0);
    expect(readFileSync(join(out, "notes.txt"), "utf8")).toBe("mine");
    expect(readdirSync(out)).not.toContain("old.csv");
    expect(readdirSync(out).filter((name) => name.startsWith("."))).toEqual([]);
  });

  test("that holds somebody else's nodes.csv is refused", async () => {
    const out = join(folder, "foreign");
    mkdirSync(out);
    writeFileSync(join(out, "nodes.csv"), "mine");
    const result = await runCommand(["analyze", input("foreign.ndjson", rows), "--out", out]);
    expect(result.code).toBe(2);
    expect(result.stderr).toMatch(/nodes\.csv is there already.*\n.*another folder with --out/u);
    expect(readFileSync(join(out, "nodes.csv"), "utf8")).toBe("mine");
    expect(readdirSync(out)).toEqual(["nodes.csv"]);
  });

  test("that cannot be made is said before the work begins", async () => {
    for (const out of ["/dev/null/x", "/dev/full", "/proc/nowhere"]) {
      const result = await runCommand(["analyze", input("x.ndjson", rows), "--out", out]);
      expect(result.code, out).toBe(2);
      expect(result.stderr, out).toMatch(/--out/u);
    }
  });
});

describe("exit codes", () => {
  test("1 where no post counts or no tie is there, with what to try", async () => {
    const lonely = input("lonely.ndjson", [mastodonStatus("1", "ada")]);
    const none = await runCommand(["analyze", lonely, "--tag", "rstats", "--json"]);
    expect(none.code).toBe(1);
    expect(none.stderr).toMatch(/no post of 1 has #rstats; their hashtags are #MedEd/u);
    const early = await runCommand(["analyze", lonely, "--tag", "meded", "--until", "2000-01-01"]);
    expect(early.code).toBe(1);
    expect(early.stderr).toMatch(/no post with #meded is of the period; they are of 20\d\d-/u);
    const noTies = await runCommand(["analyze", lonely, "--json"]);
    expect(noTies.code).toBe(1);
    expect(JSON.parse(noTies.stdout).people).toHaveLength(1);
    expect((await runCommand(["analyze", input("empty.ndjson", []), "--json"])).code).toBe(1);
  });

  test("2 for wrong usage and bad input, saying what happened and what to do", async () => {
    const cases: [string[], RegExp][] = [
      [["analyze"], /missing required argument/u],
      [["analize", "x"], /Did you mean analyze/u],
      [["analyze", "x", "--sed", "2"], /Did you mean --seed/u],
      [["analyze", community, "--seed", "-1"], /whole number/u],
      [["analyze", community, "--since", "yesterday"], /day such as 2026-01-05/u],
      [["analyze", community, "--edges", "likes", "--json"], /no preset or kind "likes"/u],
      [["analyze", community, "--tag", "two words"], /one hashtag/u],
      [
        ["analyze", "nowhere.json", "--json"],
        /there is no file nowhere\.json\n {2}check the path/u,
      ],
    ];
    for (const [words, message] of cases) {
      const result = await runCommand(words);
      expect(result.code, words.join(" ")).toBe(2);
      expect(result.stderr).toMatch(message);
      expect(result.stdout).toBe("");
    }
  });

  test("3 where an input ends early, with what was there", async () => {
    const rows = ndjson([mastodonStatus("1", "ada", { mentions: [mastodonMention("ben")] })]);
    const torn = await runCommand(["analyze", "-", "--json"], `${rows}{"id": "2", "uri`);
    expect(torn.code).toBe(3);
    expect(torn.stderr).toMatch(/1 kept.*INCOMPLETE/u);
    expect(JSON.parse(torn.stdout).network.ties).toHaveLength(1);
  });

  test("0 for help, which a bare command gives too, and for skipped rows", async () => {
    for (const words of [[], ["--help"], ["analyze", "--help"], ["--version"]]) {
      const result = await runCommand(words);
      expect(result.code).toBe(0);
      expect(result.stdout).not.toBe("");
    }
    const rows = ndjson([mastodonStatus("1", "ada", { mentions: [mastodonMention("ben")] })]);
    const result = await runCommand(["analyse", "-", "--json"], `${rows}{"broken\n`);
    expect(result.code).toBe(0);
    expect(result.stderr).toMatch(/1 skipped: broken JSON \(line 2\)/u);
  });
});

test("quiet prints nothing when all is well", async () => {
  const out = join(folder, "quiet");
  const result = await runCommand(["analyze", community, "--quiet", "--out", out]);
  expect(result).toEqual({ code: 0, stdout: "", stderr: "" });
});

test("where nobody has engaged anybody, it is said that they could be recommended, and why none is listed", async () => {
  const path = input("unanswered.ndjson", [mastodonStatus("1", "ada")]);
  const out = join(folder, "unanswered");
  const { stdout, stderr } = await runCommand(["analyze", path, "--out", out]);
  expect(stderr).toContain("1 post read; 1 kept");
  const sentence = "Nobody is listed: no one has engaged the people who may be recommended.";
  expect(stdout).toContain(`${sentence}\n  1 person may be recommended.`);
  for (const name of ["report.md", "report.html"])
    expect(readFileSync(join(out, name), "utf8"), name).toContain(sentence);
});
