import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { settingsJsonSchema } from "../../src/cli/option-reference.js";
import { runCommand } from "../support/run-command.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const community = "fixtures/community.ndjson";

const base = temporaryFolder();
let foldersMade = 0;

function newFolder(): string {
  foldersMade += 1;
  const folder = join(base, String(foldersMade));
  mkdirSync(folder);
  return folder;
}

/** A settings file with these settings; its path. */
function settingsFile(settings: unknown, folder = newFolder()): string {
  const path = join(folder, "tagatlas.config.json");
  writeFileSync(path, typeof settings === "string" ? settings : JSON.stringify(settings));
  return path;
}

/** What is in force for a command, by `tagatlas config`. */
async function inForce(
  command: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
) {
  const done = await runCommand(["config", command, "--json", ...words], "", environment);
  expect(done.stderr).toBe("");
  return JSON.parse(done.stdout).commands[command];
}

describe("a setting", () => {
  test("is the flag's, else the environment's, else the file's, else the default", async () => {
    const path = settingsFile({ top: 4, bootstrap: 0 });
    const listLength = async (
      words: readonly string[],
      environment: Readonly<Record<string, string>> = {},
    ): Promise<number> => {
      const all = ["follow", community, "--list", "attention", "--json", ...words];
      return JSON.parse((await runCommand(all, "", environment)).stdout).lists[0].people.length;
    };
    const environment = { TAGATLAS_TOP: "3" };
    expect(await listLength(["--config", path, "--top", "2"], environment)).toBe(2);
    expect(await listLength(["--config", path], environment)).toBe(3);
    expect(await listLength(["--config", path])).toBe(4);
    expect(await listLength(["--no-config", "--bootstrap", "0"])).toBeGreaterThan(4);
  });

  test("of a profile comes before the others, and one for a command before one for all", async () => {
    const path = settingsFile({
      top: 1,
      seed: 1,
      analyze: { top: 2, cuts: undefined, size: "dd" },
      profiles: { nightly: { top: 3, scale: 1, analyze: { color: "role" } }, other: {} },
    });
    const plain = await inForce("analyze", ["--config", path]);
    expect(plain.top).toEqual({ value: 2, source: "file", from: `${path}: analyze.top` });
    expect(plain.edges).toEqual({ value: "clean", source: "default", from: "default" });
    const nightly = await inForce("analyze", ["--config", path, "--profile", "nightly"]);
    expect(nightly.top).toEqual({
      value: 3,
      source: "file",
      from: `${path}: profiles.nightly.top`,
    });
    expect(nightly.color.value).toBe("role");
    expect(nightly.size.value).toBe("dd");
    const variable = { TAGATLAS_CONFIG: path, TAGATLAS_PROFILE: "nightly", TAGATLAS_SCALE: "4" };
    const follow = await inForce("follow", [], variable);
    expect(follow.top.value).toBe(3);
    const analyze = await inForce("analyze", [], variable);
    expect(analyze.scale).toEqual({ value: 4, source: "environment", from: "TAGATLAS_SCALE" });
  });

  test("has the form that a flag's value has, in lists, days, switches and paths", async () => {
    const folder = newFolder();
    const path = settingsFile(
      { since: "2026-01-05", keep: ["a@b.example"], keepDeleted: true, drop: "lists/drop.txt" },
      folder,
    );
    const analyze = await inForce("analyze", ["--config", path], {
      TAGATLAS_EXCLUDE: "c@d.example, e@f.example",
      TAGATLAS_PSEUDONYMIZE: "1",
      TAGATLAS_TAG: "",
    });
    expect(analyze.since.value).toBe("2026-01-05T00:00:00Z");
    expect(analyze.keep.value).toEqual(["a@b.example"]);
    expect(analyze.exclude.value).toEqual(["c@d.example", "e@f.example"]);
    expect(analyze.keepDeleted.value).toBe(true);
    expect(analyze.pseudonymize.value).toBe(true);
    expect(analyze.drop.value).toBe(join(folder, "lists/drop.txt"));
    expect(analyze.tag.source).toBe("default");
  });

  test("that is on can be turned off by a flag", async () => {
    const path = settingsFile({ quiet: true });
    const words = ["inspect", community, "--config", path];
    expect((await runCommand(words)).stdout).toBe("");
    expect((await runCommand([...words, "--no-quiet"])).stdout).toContain("1,7");
  });

  test("may name what a command is run on, from the folder of the file", async () => {
    const folder = newFolder();
    mkdirSync(join(folder, "data"));
    copyFileSync(community, join(folder, "data", "posts.ndjson"));
    const path = settingsFile({ inspect: { inputs: ["data/posts.ndjson"] } }, folder);
    const shown = await inForce("inspect", ["--config", path]);
    expect(shown.inputs.value).toEqual([join(folder, "data", "posts.ndjson")]);
    const found = await runCommand(["inspect", "--config", path]);
    expect(found.code).toBe(0);
    expect(found.stdout).toContain("posts.ndjson");
    const typed = await runCommand(["inspect", community, "--config", path]);
    expect(typed.stdout).toContain("community.ndjson");
    expect(typed.stdout).not.toContain("posts.ndjson");
    const nothing = await runCommand(["inspect", "--no-config"]);
    expect(nothing.code).toBe(2);
    expect(nothing.stderr).toContain("missing required argument 'input'");
  });

  test("is kept in the manifest with its source, and redo goes by that alone", async () => {
    const folder = newFolder();
    const out = join(folder, "out");
    const environment = { TAGATLAS_BOOTSTRAP: "0" };
    const path = settingsFile({ top: 3 }, folder);
    const words = ["analyze", community, "--out", out, "--config", path, "--scale", "0.25"];
    expect((await runCommand([...words, "--quiet"], "", environment)).code).toBe(0);
    const { run } = JSON.parse(readFileSync(join(out, "manifest.json"), "utf8"));
    expect(run.options["--top"]).toEqual({ value: "3", source: "file" });
    expect(run.options["--bootstrap"]).toEqual({ value: "0", source: "environment" });
    expect(run.options["--scale"]).toEqual({ value: "0.25", source: "flag" });
    const redone = await runCommand(["redo", out, "--inputs", "fixtures"], "", {
      TAGATLAS_CONFIG: settingsFile({ seed: 7, edges: "nodexl" }),
      TAGATLAS_TOP: "9",
      TAGATLAS_KEY: join(folder, "no-key-of-this-run"),
    });
    expect(redone.stdout).toMatch(/All \d+ files are the same, byte for byte/u);
  });
});

describe("a settings file", () => {
  test.each([
    [{ topp: 3 }, /there is no setting topp\. Did you mean top\?/u],
    [{ analyze: { cuts: 3 } }, /there is no setting analyze\.cuts\./u],
    [
      { profiles: { a: { analyse: {} } } },
      /no setting profiles\.a\.analyse\. Did you mean analyze\?/u,
    ],
    [{ top: "3" }, /: top: Give a whole number from 1\./u],
    [{ analyze: { since: "soon" } }, /: analyze\.since: Give a day/u],
    [
      { profiles: { a: { layout: "circle" } } },
      /: profiles\.a\.layout: Choose one of box, force\./u,
    ],
    [{ convert: { to: "excel" } }, /: convert\.to: Choose one of posts/u],
    [{ to: "posts" }, /there is no setting to\./u],
    [[], /tagatlas\.config\.json: Give settings in braces/u],
    [{ profiles: { a: 3 } }, /: profiles\.a: Give settings in braces/u],
    ['{ "__proto__": { "top": 3 } }', /there is no setting __proto__/u],
    ['{\n  "top": 3,\n}', /is not JSON in line 3/u],
    ["", /is not JSON/u],
  ])("that is wrong is refused before anything is read: %j", async (settings, words) => {
    const done = await runCommand(["inspect", community, "--config", settingsFile(settings)]);
    expect(done.code).toBe(2);
    expect(done.stdout).toBe("");
    expect(done.stderr).toMatch(words);
  });

  test.each([
    "token",
    "mastodonToken",
    "TAGATLAS_X_BEARER_TOKEN",
  ])("holds no secrets, and does not repeat them: %s", async (name) => {
    const path = settingsFile({ collect: { [name]: "s3cr3t-value" } });
    const done = await runCommand(["config", "--config", path]);
    expect(done.code).toBe(2);
    expect(done.stderr).toContain("looks like a secret");
    expect(done.stderr).not.toContain("s3cr3t");
    const broken = settingsFile(`{ "${name}": s3cr3t-value }`);
    expect((await runCommand(["config", "--config", broken])).stderr).not.toContain("s3cr3t");
  });

  test("that is named must be there, as must a profile", async () => {
    const missing = await runCommand(["config", "--config", "nowhere/settings.json"]);
    expect([missing.code, missing.stderr]).toEqual([2, expect.stringContaining("cannot be read")]);
    const path = settingsFile({ profiles: { nightly: {} } });
    const wrong = await runCommand(["config", "--config", path, "--profile", "nihgtly"]);
    expect([wrong.code, wrong.stderr]).toEqual([
      2,
      expect.stringContaining("Did you mean nightly?"),
    ]);
    const inherited = await runCommand(["config", "--config", path, "--profile", "constructor"]);
    expect(inherited.code).toBe(2);
    const without = await runCommand(["config", "--no-config", "--profile", "nightly"]);
    expect([without.code, without.stderr]).toEqual([
      2,
      expect.stringContaining("there is no settings file"),
    ]);
  });

  test("of tagatlas init notes every setting, changes nothing, and is not written over", async () => {
    const path = join(newFolder(), "tagatlas.config.json");
    expect((await runCommand(["init", path])).code).toBe(0);
    const text = readFileSync(path, "utf8");
    expect(text).toContain("top: people on a list at most (default: 50)");
    const { stdout } = await runCommand(["config", "--config", path], "", {});
    expect(stdout).toContain("Every command has its defaults.");
    const quick = await inForce("follow", ["--config", path, "--profile", "quick"]);
    expect(quick.bootstrap.value).toBe(0);
    const again = await runCommand(["init", path]);
    expect([again.code, again.stderr]).toEqual([2, expect.stringContaining("is there already")]);
    expect(readFileSync(path, "utf8")).toBe(text);
    expect(existsSync(`${path}.json`)).toBe(false);
  });

  test("has the JSON Schema that is published; npm run schemas writes it anew", async () => {
    const url = new URL("../../docs/schemas/config.schema.json", import.meta.url);
    expect(JSON.parse(readFileSync(fileURLToPath(url), "utf8"))).toEqual(
      JSON.parse(JSON.stringify(await settingsJsonSchema())),
    );
  });
});

describe("the environment", () => {
  test("is refused where it holds what an option does not", async () => {
    const done = await runCommand(["follow", community], "", { TAGATLAS_TOP: "many" });
    expect(done.code).toBe(2);
    expect(done.stderr).toContain("the environment's TAGATLAS_TOP 'many' is invalid");
  });

  test("gives nothing that only one command understands, and its unknown names are told", async () => {
    const { stdout } = await runCommand(["config", "--no-config"], "", {
      TAGATLAS_PLAN: "true",
      TAGATLAS_MAX_POST: "s3cr3t",
      TAGATLAS_X_BEARER_TOKEN: "s3cr3t",
      TAGATLAS_CONTACT: "me@uni.example",
    });
    expect(stdout).toContain(
      "TAGATLAS_MAX_POST gives no setting. Did you mean TAGATLAS_MAX_POSTS?",
    );
    expect(stdout).toContain("TAGATLAS_PLAN gives no setting.");
    expect(stdout).toContain("Every command has its defaults.");
    expect(stdout).not.toMatch(/s3cr3t|X_BEARER|CONTACT/u);
  });
});

describe("a word that is written wrong", () => {
  test.each([
    [["folow"], "Did you mean follow?"],
    [["follow", community, "--lst", "talk"], "Did you mean --list?"],
    [["follow", community, "--list", "strater"], "Did you mean starter?"],
    [["analyze", community, "--layout", "bx"], "Did you mean box?"],
    [["config", "analise"], "Did you mean analyze?"],
  ])("is answered with the nearest: %j", async (words, question) => {
    const { code, stderr } = await runCommand(words);
    expect(code).toBe(2);
    expect(stderr).toContain(question);
  });

  test("is not guessed at where nothing is near", async () => {
    const { stderr } = await runCommand(["follow", community, "--order", "x"]);
    expect(stderr).not.toContain("Did you mean");
  });
});
