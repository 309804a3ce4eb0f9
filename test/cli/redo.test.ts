import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { renderCitation } from "../../src/cli/tool-version.js";
import { runCommand } from "../support/run-command.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const folder = temporaryFolder();
const inputs = join(folder, "inputs");
mkdirSync(inputs);
cpSync("fixtures/community.ndjson", join(inputs, "posts of 2026.ndjson"));
writeFileSync(join(inputs, "follows.csv"), "bridge_pia@clinic.example\n");
writeFileSync(join(inputs, "trust.txt"), "helper_bruno@uni.example\n");

describe("a report of many options", async () => {
  const out = join(folder, "out");
  const result = await runCommand([
    ...["analyze", join(inputs, "posts of 2026.ndjson"), "--tag", "MedEd", "--out", out],
    ...["--since", "2026-02-01", "--following", join(inputs, "follows.csv"), "--bootstrap", "0"],
    ...["--trust", join(inputs, "trust.txt"), "--for", "helper_bruno@uni.example"],
    ...["--keep", "repost_rita@med.example", "--exclude", "@rising_joy@med.example"],
    ...["--threads", "1", "--scale", "0.25"],
  ]);
  const manifest = JSON.parse(readFileSync(join(out, "manifest.json"), "utf8"));

  test("has everything that made it in its manifest, and no path and no threads", () => {
    expect(result.code).toBe(0);
    expect(manifest.run.options["--since"]).toEqual({
      value: "2026-02-01T00:00:00Z",
      source: "flag",
    });
    expect(manifest.run.options["--edges"]).toEqual({ value: "clean", source: "default" });
    expect(manifest.run.options["--trust"]).toMatchObject({
      value: "trust.txt",
      sha256: [expect.stringMatching(/^[0-9a-f]{64}$/u)],
    });
    expect(manifest.versions).toMatchObject({ node: process.versions.node });
    expect(JSON.stringify(manifest)).not.toContain(folder);
    expect(JSON.stringify(manifest)).not.toContain("--threads");
  });

  test("is made again, whatever the inputs are called now, and each file said to be the same", async () => {
    const words = ["redo", join(out, "manifest.json"), "--inputs"];
    const again = await runCommand([...words, inputs]);
    expect(again.stdout).toMatch(/nodes\.csv +same\n/u);
    expect(again.stdout).toMatch(/All 21 files are the same, byte for byte\.\n$/u);
    expect(again.code).toBe(0);
    const renamed = join(folder, "renamed");
    cpSync(inputs, renamed, { recursive: true });
    renameSync(join(renamed, "trust.txt"), join(renamed, "trusted.txt"));
    const kept = join(folder, "kept");
    const others = await runCommand([...words, renamed, "--out", kept]);
    // A report names its lists, so that a new name is another text.
    expect(others.stdout).toMatch(/nodes\.csv +same\n/u);
    expect(readdirSync(kept)).toContain("nodes.csv");
  });

  test("says which list or input differs, and which is not there", async () => {
    const changed = join(folder, "changed");
    cpSync(inputs, changed, { recursive: true });
    writeFileSync(join(changed, "trust.txt"), "bridge_pia@clinic.example\n");
    const other = await runCommand(["redo", out, "--inputs", changed]);
    expect(other.stdout).toMatch(/follow\.csv +different\n/u);
    expect(other.stdout).toMatch(/Not as before: the file trust\.txt of --trust was/u);
    expect(other.code).toBe(1);
    writeFileSync(join(changed, "posts of 2026.ndjson"), "");
    const emptied = await runCommand(["redo", out, "--inputs", changed]);
    expect(emptied.stdout).toBe("");
    expect(emptied.stderr).toContain("the run wrote no files");
    expect(emptied.code).toBe(2);
    const nowhere = join(folder, "nowhere");
    mkdirSync(nowhere);
    const lost = await runCommand(["redo", out, "--inputs", nowhere]);
    expect(lost.stderr).toMatch(/posts of 2026\.ndjson is not in .*\n.*--inputs/u);
    expect(lost.code).toBe(2);
  });

  test("shows the whole command, the citation and the methods", () => {
    const markdown = readFileSync(join(out, "report.md"), "utf8");
    expect(markdown).toContain(
      "    tagatlas analyze 'posts of 2026.ndjson' --tag MedEd --since 2026-02-01T00:00:00Z " +
        "--bootstrap 0 --for helper_bruno@uni.example --following follows.csv --trust trust.txt " +
        "--keep repost_rita@med.example --exclude @rising_joy@med.example --scale 0.25\n",
    );
    expect(markdown).toMatch(/The tagatlas authors \(\d{4}\)\. .* Version \d/u);
    expect(markdown).toMatch(/### Methods, for a paper\n\n.*Traag et al\., 2019/u);
  });

  test("says the same number of posts at the head of every output", () => {
    const counts = /^#MedEd: (1,\d{3} of 1,722 posts),/u.exec(result.stdout);
    const phrase = counts?.[1] ?? "-";
    expect(readFileSync(join(out, "report.md"), "utf8").split("\n\n")[1]).toContain(phrase);
    expect(readFileSync(join(out, "follow.md"), "utf8").split("\n\n")[1]).toContain(phrase);
    const page = readFileSync(join(out, "report.html"), "utf8");
    expect(/<h1>.*?<\/h1>\n<p[^>]*>(.*?)<\/p>/su.exec(page)?.[1]).toContain(
      phrase.replace(/ of (\S+) posts/u, " posts of the $1"),
    );
    const { analysed, found } = manifest.coverage;
    expect(`${analysed} of ${found} posts`).toBe(phrase.replaceAll(",", ""));
  });
});

test.each([
  "--for",
  "--keep",
  "--exclude",
])("whoever has opted out is not named by %s, and the report is made again all the same", async (flag) => {
  const out = join(folder, `opted-out${flag}`);
  const named = "test/golden/tiny.ndjson";
  const hidden = readFileSync(named, "utf8").match(
    /"acct":"([^"]*)"[^}]*"discoverable":false/u,
  )?.[1];
  expect(hidden).toBeDefined();
  const words = ["analyze", named, flag, hidden ?? "", "--bootstrap", "0", "--out", out];
  await runCommand(words);
  for (const name of readdirSync(out)) {
    expect(readFileSync(join(out, name), "latin1"), name).not.toContain(hidden);
  }
  const manifest = JSON.parse(readFileSync(join(out, "manifest.json"), "utf8"));
  expect(manifest.run.options[flag].value).toMatch(/^withheld:[1-9]\d*$/u);
  const again = await runCommand(["redo", out, "--inputs", "test/golden"]);
  expect(again.stdout).toMatch(/All \d+ files are the same/u);
});

describe("a report that names nobody", async () => {
  const out = join(folder, "pseudonyms");
  const key = join(folder, "keys", "key");
  const people = ["helper_bruno@uni.example", "repost_rita@med.example", "@rising_joy@med.example"];
  const nobody = "nobody_there@far.example";
  await runCommand([
    ...["analyze", join(inputs, "posts of 2026.ndjson"), "--bootstrap", "0", "--scale", "0.25"],
    ...["--for", people[0], "--keep", people[1], "--exclude", people[2], "--exclude", nobody],
    ...["--pseudonymize", "--key", key, "--out", out],
  ]);

  test("tells of typed handles by pseudonyms alone", () => {
    const { run } = JSON.parse(readFileSync(join(out, "manifest.json"), "utf8"));
    const pseudonym = expect.stringMatching(/^p-[0-9a-f]{16}$/u);
    expect(run.options["--for"].value).toEqual(pseudonym);
    expect(run.options["--keep"].value).toEqual(pseudonym);
    expect(run.options["--exclude"].value).toEqual([pseudonym, pseudonym]);
    for (const name of readdirSync(out)) {
      const text = readFileSync(join(out, name), "latin1");
      for (const handle of [...people, nobody]) {
        expect(text.includes(handle.replace(/^@/u, "")), `${handle} in ${name}`).toBe(false);
      }
    }
  });

  test("is made again with its key, and another key is told", async () => {
    const same = await runCommand(["redo", out, "--inputs", inputs, "--key", key]);
    expect(same.stdout).toMatch(/All 20 files are the same, byte for byte\.\n$/u);
    const other = join(folder, "keys", "other");
    const changed = await runCommand(["redo", out, "--inputs", inputs, "--key", other]);
    expect(changed.code).toBe(1);
    expect(changed.stdout).toMatch(
      /Not as before: the key of --pseudonymize, told by its mark, was [0-9a-f]{16} and is/u,
    );
  });
});

test("a manifest that does not tell its run is refused", async () => {
  const path = join(folder, "old.json");
  writeFileSync(path, JSON.stringify({ tool: "tagatlas", outputs: {} }));
  const result = await runCommand(["redo", path]);
  expect(result.code).toBe(2);
  expect(result.stderr).toMatch(/does not tell how to run it again/u);
});

test("a citation has an address where there is one, a DOI before any other", () => {
  const cff = 'title: "T"\nauthors:\n  - name: "A"\nversion: 1.2.3\nurl: https://t.example\n';
  expect(renderCitation(cff)).toBe("A. T. Version 1.2.3. https://t.example");
  expect(renderCitation(`${cff}doi: 10.5281/zenodo.1\ndate-released: "2027-01-02"\n`)).toBe(
    "A (2027). T. Version 1.2.3. https://doi.org/10.5281/zenodo.1",
  );
});

test("an input that is cut short is said to be, even where quiet is wanted", async () => {
  const half = join(folder, "half.ndjson");
  writeFileSync(half, readFileSync("fixtures/community.ndjson", "utf8").slice(0, 300_000));
  for (const command of ["analyze", "follow"]) {
    const place = command === "analyze" ? ["--out", join(folder, "half")] : [];
    const result = await runCommand([command, half, "--bootstrap", "0", "--quiet", ...place]);
    expect(result.code).toBe(3);
    expect(result.stderr).toMatch(/^half\.ndjson .*INCOMPLETE: it stops inside a row\n$/u);
    expect(result.stdout).toBe("");
  }
});

describe("a report that somebody has changed", () => {
  test.each([
    ["analyze", "follow.md", "manifest.json"],
    ["validate", "validate.md", "validate-manifest.json"],
  ])("is not made anew by %s, which says so before it reads", async (command, name, manifest) => {
    const out = join(folder, `changed-${command}`);
    mkdirSync(out);
    const sum = createHash("sha256").update("as written").digest("hex");
    writeFileSync(
      join(out, manifest),
      JSON.stringify({ tool: "tagatlas", outputs: { [name]: sum, "gone.csv": sum } }),
    );
    writeFileSync(join(out, name), "mine");
    const words = [command, join(folder, "no-such-file.ndjson"), "--out", out];
    const refused = await runCommand(words);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain(`${name} has been changed since tagatlas wrote it`);
    expect(readFileSync(join(out, name), "utf8")).toBe("mine");
    writeFileSync(join(out, name), "as written");
    expect((await runCommand(words)).stderr).toContain("there is no file");
  });
});
