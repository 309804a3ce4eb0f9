import { execFile } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { datedFolder } from "../../src/cli/dated-folder.js";
import { markLatest } from "../../src/pipeline/mark-latest.js";
import { type MastodonServer, startMastodonServer } from "../support/mastodon-server.js";
import { postsOf } from "../support/mastodon-world.js";
import { runCommand } from "../support/run-command.js";
import { mastodonStatus } from "../support/statuses.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const within = temporaryFolder();
const freshFolder = (): string => mkdtempSync(join(within, "nightly-"));

const posts = join(within, "posts.ndjson");
writeFileSync(
  posts,
  [
    mastodonStatus("1", "ada", { tags: [{ name: "MedEd" }] }),
    mastodonStatus("2", "ben", {
      tags: [{ name: "MedEd" }],
      mentions: [{ id: "1", username: "ada", acct: "ada", url: "https://home.example/@ada" }],
    }),
  ]
    .map((status) => `${JSON.stringify(status)}\n`)
    .join(""),
);

function analyzeInto(out: string, words: string[] = [], environment = {}) {
  const all = ["analyze", posts, "--bootstrap", "0", "--only", "nodes.csv", "--out", out, ...words];
  return runCommand(all, "", environment);
}

describe("a folder for each day", () => {
  const noon = Date.UTC(2026, 2, 20, 12);

  test("has the day in the place of {date}, in UTC, and nothing else in braces", () => {
    expect(datedFolder("meded", noon)).toEqual({ path: "meded" });
    expect(datedFolder("meded/{date}", noon)).toEqual({
      path: "meded/2026-03-20",
      dated: { parent: "meded", within: "2026-03-20" },
    });
    expect(datedFolder("/a/b-{date}/c/", noon).dated).toEqual({
      parent: "/a",
      within: "b-2026-03-20/c",
    });
    expect(datedFolder("{date}", noon).dated).toEqual({ parent: ".", within: "2026-03-20" });
    expect(() => datedFolder("meded/{dtae}", noon)).toThrow("Did you mean date?");
  });

  test("is what latest leads to, once a run has ended well", async () => {
    const folder = freshFolder();
    const out = join(folder, "{date}");
    const failing = await analyzeInto(out, ["--fail-on", "posts<3"]);
    expect(failing.code).toBe(4);
    expect(failing.stderr).toContain("--fail-on posts<3: posts is 2\n");
    expect(existsSync(join(folder, "1970-01-01", "nodes.csv"))).toBe(true);
    expect(existsSync(join(folder, "latest"))).toBe(false);
    expect((await analyzeInto(out, ["--fail-on", "posts<2"])).code).toBe(0);
    expect(readlinkSync(join(folder, "latest"))).toBe("1970-01-01");
    expect(readdirSync(folder).sort()).toEqual(["1970-01-01", "latest"]);
  });

  test("is named in latest.txt where the system allows no links", async () => {
    const parent = freshFolder();
    const link = async (): Promise<void> => {
      throw Object.assign(new Error("no right"), { code: "EPERM" });
    };
    expect(await markLatest({ parent, within: "2026-03-20", link })).toBe("latest.txt");
    expect(readFileSync(join(parent, "latest.txt"), "utf8")).toBe("2026-03-20\n");
    expect(readdirSync(parent)).toEqual(["latest.txt"]);
  });

  test("takes nobody's own folder named latest", async () => {
    const folder = freshFolder();
    mkdirSync(join(folder, "latest"));
    const { code, stderr } = await analyzeInto(join(folder, "{date}"));
    expect(code).toBe(0);
    expect(stderr).toContain("something else named latest, which is left alone");
  });

  test("is for reports: a collection goes on in one", async () => {
    const words = ["collect", "MedEd", "--from", "x.example", "--out", "c/{date}"];
    const { code, stderr } = await runCommand(words);
    expect(code).toBe(2);
    expect(stderr).toContain("a collection goes on in one folder");
  });
});

describe("--fail-on", () => {
  test("fails on what is not known, and names are checked before any work", async () => {
    const unknown = await analyzeInto(freshFolder(), ["--fail-on", "coverage<0.5"]);
    expect(unknown.code).toBe(4);
    expect(unknown.stderr).toContain("--fail-on coverage<0.5: coverage is not known");
    const wrong = await runCommand(["analyze", "nowhere", "--fail-on", "post<50"]);
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain("Did you mean posts?");
    const noNumber = await runCommand(["follow", "nowhere", "--fail-on", "people<many"]);
    expect(noNumber.stderr).toContain("such as people<50");
    const empty = await runCommand(["analyze", "nowhere", "--fail-on", ""]);
    expect(empty.code).toBe(2);
    expect(empty.stderr).toContain("such as posts<50");
  });

  test("tells more than that there is nothing to report", async () => {
    const alone = join(freshFolder(), "alone.ndjson");
    writeFileSync(alone, `${JSON.stringify(mastodonStatus("1", "ada"))}\n`);
    const analyze = ["analyze", alone, "--bootstrap", "0", "--json"];
    expect((await runCommand(analyze)).code).toBe(1);
    expect((await runCommand([...analyze, "--fail-on", "posts<2"])).code).toBe(4);
    const follow = ["follow", alone, "--bootstrap", "0"];
    expect((await runCommand(follow)).code).toBe(1);
    const failing = await runCommand([...follow, "--fail-on", "people<5"]);
    expect(failing.code).toBe(4);
    expect(failing.stderr).toContain("--fail-on people<5: people is 0\n");
  });

  test.each(["<3", "<=2", ">1", ">=2"])("knows %s", async (limit) => {
    expect((await analyzeInto(freshFolder(), ["--fail-on", `people${limit}`])).code).toBe(4);
  });
});

test("the page of a job gets a summary in which nothing can run or mention anybody", async () => {
  const folder = freshFolder();
  const summary = join(folder, "summary.md");
  writeFileSync(summary, "before\n");
  await analyzeInto(join(folder, "r"), [], { GITHUB_STEP_SUMMARY: summary });
  const text = readFileSync(summary, "utf8");
  expect(text).toMatch(/^before\n## posts\.ndjson\n\n2 posts, by 2 people/u);
  expect(text).not.toMatch(/(?<!\\)[<@]|\]\(|https?:/u);
  const gone = { GITHUB_STEP_SUMMARY: join(folder, "no", "such") };
  const { code, stderr } = await analyzeInto(join(folder, "r"), [], gone);
  expect(code).toBe(0);
  expect(stderr).toContain("GITHUB_STEP_SUMMARY cannot be written");
});

describe("docs/nightly.md", () => {
  const page = readFileSync("docs/nightly.md", "utf8");
  const block = (kind: string): string =>
    new RegExp(`\`\`\`${kind}\\n([\\s\\S]*?)\`\`\``, "u").exec(page)?.[1] ?? "";
  let server: MastodonServer;
  beforeAll(async () => {
    server = await startMastodonServer({ posts: postsOf(60, { inReplyTo: "1001" }) });
  });
  afterAll(() => server.close());

  /** A folder whose PATH has tagatlas, and npx and npm that lead to it. */
  function machine(): { folder: string; env: NodeJS.ProcessEnv } {
    const folder = freshFolder();
    const bin = join(folder, "bin");
    mkdirSync(bin);
    const program = `exec "${process.execPath}" "${resolve("bin/tagatlas.js")}"`;
    const scripts = {
      tagatlas: `${program} "$@"`,
      npx: `shift; ${program} "$@"`,
      npm: '[ "$*" = "install tagatlas" ]',
    };
    for (const [name, script] of Object.entries(scripts)) {
      writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`);
      chmodSync(join(bin, name), 0o755);
    }
    const GITHUB_STEP_SUMMARY = join(folder, "summary.md");
    const env = { ...process.env, HOME: folder, PATH: `${bin}:${process.env.PATH}` };
    return { folder, env: { ...env, GITHUB_STEP_SUMMARY } };
  }

  const here = (command: string): string =>
    command.replaceAll("mastodon.social", server.name.origin);

  test("has a workflow whose steps run as written", { timeout: 120_000 }, async () => {
    const workflow = parse(block("yaml"));
    expect(workflow.on.schedule[0].cron).toBe("15 3 * * *");
    const steps: { run?: string; with?: { path?: string } }[] = workflow.jobs.report.steps;
    const { folder, env } = machine();
    for (const { run } of steps) {
      if (run === undefined) continue;
      const done = promisify(execFile)("bash", ["-eo", "pipefail", "-c", here(run)], {
        cwd: folder,
        env,
      });
      await expect(done, run).resolves.toBeDefined();
    }
    const upload = steps.at(-1)?.with?.path ?? "";
    expect(readdirSync(join(folder, upload))).toContain("report.html");
    expect(existsSync(join(folder, "meded", "pages.ndjson"))).toBe(true);
    expect(readFileSync(join(folder, "summary.md"), "utf8")).toMatch(/^## \\#MedEd/u);
  });

  test("has a line for cron that runs as written", { timeout: 120_000 }, async () => {
    const [, command] = /^(?:[\d*]+ ){5}(.*)\n$/u.exec(block("cron")) ?? [];
    expect(command).not.toContain("%");
    const { folder, env } = machine();
    mkdirSync(join(folder, "hashtags"));
    await promisify(execFile)("sh", ["-c", here(command)], { cwd: "/", env });
    const log = readFileSync(join(folder, "hashtags", "tagatlas.log"), "utf8");
    expect(JSON.parse(log.trimEnd().split("\n").at(-1) ?? "")).toMatchObject({ exitCode: 0 });
    expect(readdirSync(join(folder, "hashtags", "meded", "latest"))).toContain("nodes.csv");
  });
});
