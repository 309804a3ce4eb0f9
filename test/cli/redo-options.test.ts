import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { analysisOptions } from "../../src/cli/analysis-flags.js";
import { reportOptions } from "../../src/cli/analyze-command.js";
import { flagOf, isOnUnlessSaid } from "../../src/cli/options/option.js";
import { offFlagOf } from "../../src/cli/options/take-options.js";
import { collectionLine } from "../support/collection-lines.js";
import { runCommand } from "../support/run-command.js";
import { mastodonMention, mastodonStatus, ndjson } from "../support/statuses.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const folder = temporaryFolder();
const inputs = join(folder, "inputs");
mkdirSync(inputs);
cpSync("test/golden/tiny.ndjson", join(inputs, "tiny.ndjson"));
const accounts = [
  ...readFileSync("test/golden/tiny.ndjson", "utf8").matchAll(/"acct":"([^"]+@[^"]+)"/gu),
].map(([, acct]) => acct);
const [somebody, another] = [...new Set(accounts)];
const list = join(inputs, "people.txt");
writeFileSync(list, `${somebody}\n${another}\n`);
const table = join(inputs, "table.csv");
writeFileSync(
  table,
  "who,day,lang,said\nada,03/04/2026,en,hi @ben\nben,04/05/2026,en,@ada yes\ncem,05/06/2026,de,@ada @ben\n",
);
const key = join(folder, "keys", "key");

const dayFirst = ["--dates", "day-first"];

/** How each option that changes what is found may be typed, by flag; on the table where it must be. */
const typed: Readonly<Record<string, readonly string[]>> = {
  "--tag": ["MedEd"],
  "--since": ["2026-01-02"],
  "--until": ["2026-12-01T12:00:00Z"],
  "--edges": ["conversation"],
  "--communities": ["louvain"],
  "--order": ["d"],
  "--top": ["3"],
  "--bootstrap": ["40"],
  "--for": [somebody],
  "--following": [list],
  "--trust": [list],
  "--keep": [somebody],
  "--exclude": [another],
  "--respect": ["indexable"],
  "--keep-deleted": [],
  "--drop": [list],
  "--pseudonymize": ["--key", key],
  "--seed": ["7"],
  "--format": ["mastodon"],
  "--slices": ["2d"],
  "--slice-overlap": ["1d", "--slices", "2d"],
  "--network": ["hashtags"],
  "--backbone": ["0.5", "--network", "hashtags"],
  "--link-within": ["1d", "--network", "links"],
  "--map": ["author=who,time=day,text=said", ...dayFirst],
  "--dates": ["month-first", "--map", "author=who,time=day,text=said"],
  "--metrics": ["nodexl"],
  "--size": ["in_degree"],
  "--color": ["community"],
  "--layout": ["force"],
  "--ties": ["combine"],
  "--scale": ["0.25"],
  "--coarsen": ["always"],
  "--language": ["en", "--map", "author=who,time=day,text=said,language=lang", ...dayFirst],
  "--exclude-reposts": [],
  "--people": [list],
  "--kinds": ["reply,mention"],
  "--min-weight": ["2"],
  "--ego": [somebody],
  "--radius": ["2", "--ego", somebody],
  "--k-core": ["2"],
  "--component": ["largest"],
  "--community": ["G1"],
  "--only": ["nodes.csv,report.json"],
  "--skip": ["map.png"],
  "--parquet": [],
  "--xlsx": [],
  "--no-bom": [],
  "--slide": [],
  "--with-text": [],
};
const ofTable = new Set(["--map", "--dates", "--language"]);

/** Where people share links, which the tiny input has none of. */
const conference = join(inputs, "conference.ndjson");
cpSync("fixtures/conference.ndjson", conference);
const inputOf: Readonly<Record<string, string>> = { "--link-within": conference };

const flags = Object.entries({ ...analysisOptions, ...reportOptions }).flatMap(([name, option]) =>
  "isBeside" in option && option.isBeside === true
    ? []
    : [isOnUnlessSaid(option) ? offFlagOf(name) : flagOf(name)],
);

describe("each option that changes what is found", () => {
  test("has a value to try here", () => {
    expect(flags.filter((flag) => typed[flag] === undefined)).toEqual([]);
  });

  test.each(flags)("is in the manifest, and %s is redone to the byte", async (flag) => {
    const out = join(folder, flag);
    const input = ofTable.has(flag) ? table : (inputOf[flag] ?? join(inputs, "tiny.ndjson"));
    const usual = flag === "--bootstrap" ? [] : ["--bootstrap", "0"];
    const words = ["analyze", input, flag, ...(typed[flag] ?? []), ...usual, "--out", out];
    const first = await runCommand(words);
    expect(first.code, first.stderr).toBeLessThan(2);
    const { run } = JSON.parse(readFileSync(join(out, "manifest.json"), "utf8"));
    expect(run.options[flag].source).toBe("flag");
    const keyWords = flag === "--pseudonymize" ? ["--key", key] : [];
    const again = await runCommand(["redo", out, "--inputs", inputs, ...keyWords]);
    expect(again.stdout + again.stderr).toMatch(/All \d+ files are the same, byte for byte/u);
    expect(again.code).toBe(0);
  });
});

test("a report in the folder of its collection is redone to the byte, and a collection that has changed is told", async () => {
  const collection = join(folder, "collection");
  mkdirSync(collection);
  const rows = ["1", "2"].map((id) =>
    collectionLine("timeline", [
      mastodonStatus(id, "ada", { mentions: [mastodonMention("ben")] }),
      mastodonStatus(`${id}0`, "ben@far.example"),
    ]),
  );
  writeFileSync(join(collection, "pages.ndjson"), ndjson(rows));
  const first = await runCommand(["analyze", collection, "--bootstrap", "0"]);
  expect(first.code, first.stderr).toBe(0);
  const again = await runCommand(["redo", collection]);
  expect(again.stdout + again.stderr).toMatch(/All \d+ files are the same, byte for byte/u);
  const kept = join(folder, "kept-manifest.json");
  cpSync(join(collection, "manifest.json"), kept);
  const who = join(folder, "who.txt");
  writeFileSync(who, "ben@far.example\n");
  await runCommand(["forget", collection, who]);
  const changed = await runCommand(["redo", kept, "--inputs", collection]);
  expect(changed.code).toBe(1);
  expect(changed.stdout).toMatch(/Not as before: the input collection\/pages\.ndjson was/u);
});
