import { execFileSync, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { runCommand } from "../support/run-command.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const folder = temporaryFolder();
writeFileSync(join(folder, "posts.ndjson"), "");

const isThere = (shell: string): boolean => spawnSync(shell, ["--version"]).status === 0;

function run(shell: string, script: string): string {
  // Nobody's own settings of the shell.
  const environment = { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder };
  const words = shell === "zsh" ? ["-f", "-c", script] : ["-c", script];
  return execFileSync(shell, words, { cwd: folder, env: environment, encoding: "utf8" });
}

async function scriptFor(shell: string): Promise<string> {
  const { code, stdout } = await runCommand(["completion", shell]);
  expect(code).toBe(0);
  const path = join(folder, `tagatlas.${shell}`);
  writeFileSync(path, stdout);
  return path;
}

describe.runIf(isThere("bash"))("in bash", () => {
  let path = "";
  beforeAll(async () => {
    path = await scriptFor("bash");
  });

  const proposed = (...words: string[]): string[] =>
    run(
      "bash",
      `source ${path}; COMP_WORDS=(tagatlas ${words.map((word) => `"${word}"`).join(" ")}); ` +
        // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell's own.
        'COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _tagatlas; printf "%s\\n" "${COMPREPLY[@]}"',
    )
      .split("\n")
      .filter((word) => word !== "");

  test("commands, options, their values and files are proposed", () => {
    expect(proposed("co")).toEqual(["collect", "compare", "convert", "config", "completion"]);
    expect(proposed("analyze", "--boo")).toEqual(["--bootstrap"]);
    expect(proposed("analyze", "--respect", "")).toEqual(["discoverable", "indexable", "none"]);
    expect(proposed("analyze", "po")).toEqual(["posts.ndjson"]);
    expect(proposed("analyze", "-o", "po")).toEqual(["posts.ndjson"]);
    expect(proposed("completion", "")).toEqual(["bash", "zsh", "fish", "powershell"]);
  });

  test("nothing is proposed for what only the reader knows", () => {
    expect(proposed("analyze", "--tag", "")).toEqual([]);
  });
});

describe.runIf(isThere("fish"))("in fish", () => {
  test("commands, options and their values are proposed, with a line on each", async () => {
    const path = await scriptFor("fish");
    const proposed = (typed: string): string[] =>
      run("fish", `source ${path}; complete -C ${JSON.stringify(typed)}`)
        .trim()
        .split("\n");
    expect(proposed("tagatlas val")[0]).toMatch(/^validate\twhether the recommendations/u);
    expect(proposed("tagatlas analyze --boo")[0]).toMatch(/^--bootstrap\t/u);
    expect(proposed("tagatlas analyze --respect in")).toEqual(["indexable\twhom not to name"]);
  });
});

describe.runIf(isThere("zsh"))("in zsh", () => {
  test("the script is read without a complaint, and completes the command", async () => {
    const path = await scriptFor("zsh");
    const said = run(
      "zsh",
      `autoload -Uz compinit; compinit -u -d ${folder}/dump; source ${path}; print $_comps[tagatlas]`,
    );
    expect(said).toBe("_tagatlas\n");
  });
});

test("every shell's script has every command and option", async () => {
  const help = (await runCommand(["analyze", "--help"])).stdout;
  const flags = [...new Set(help.match(/--[a-z][a-z-]+/gu))].filter(
    (flag) => flag !== "--no-config",
  );
  expect(flags.length).toBeGreaterThan(30);
  for (const shell of ["bash", "zsh", "fish", "powershell"]) {
    const { stdout } = await runCommand(["completion", shell]);
    for (const flag of flags) {
      expect(stdout, `${shell} ${flag}`).toContain(shell === "fish" ? `-l ${flag.slice(2)}` : flag);
    }
  }
});

test("an unknown shell is refused with those that there are", async () => {
  const { code, stderr } = await runCommand(["completion", "tcsh"]);
  expect(code).toBe(2);
  expect(stderr).toContain("bash, zsh, fish, powershell");
});
