import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { commandToRunAgain, wordsToRunAgain } from "../../src/report/run-again.js";
import { publicNetwork } from "../support/public-network.js";
import { runCommand } from "../support/run-command.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const folder = temporaryFolder();

/** The words that a shell makes of a line. */
function shellWords(line: string): string[] {
  const script = `for word in ${line.replace(/^tagatlas /u, "")}; do printf '%s\\0' "$word"; done`;
  return execFileSync("sh", ["-c", script], { encoding: "utf8" }).split("\0").slice(0, -1);
}

test("the command in a report makes the same report again", async () => {
  const first = join(folder, "first");
  const options = ["--tag", "MedEd", "--since", "2026-02-01", "--seed", "7", "--bootstrap", "0"];
  const more = ["--size", "in_degree", "--keep", "repost_rita@med.example", "--order", "t"];
  await runCommand(
    [...["analyze", "fixtures/community.ndjson", "--out", first], ...options, ...more],
    "",
    {},
  );
  const page = readFileSync(join(first, "report.html"), "utf8");
  const command = /<pre>(tagatlas analyze[^<]*)<\/pre>/u.exec(page)?.[1] ?? "";
  const again = join(folder, "again");
  const words = shellWords(command).map((word) =>
    word === "community.ndjson" ? "fixtures/community.ndjson" : word,
  );
  expect((await runCommand([...words, "--out", again], "", {})).code).toBe(0);
  const manifest = (path: string) => readFileSync(join(path, "manifest.json"), "utf8");
  expect(manifest(again)).toBe(manifest(first));
});

test("the command as the report and the page print it runs in a shell, and makes the same again", async () => {
  const place = join(folder, "my inputs");
  mkdirSync(place);
  const name = "it's $(touch run) & `posts` <1>.ndjson";
  cpSync("test/golden/tiny.ndjson", join(place, name));
  const first = join(folder, "printed");
  await runCommand(
    ["analyze", join(place, name), "--bootstrap", "0", "--seed", "3", "--out", first],
    "",
    {},
  );
  const commands = join(folder, "commands");
  mkdirSync(commands);
  const program = fileURLToPath(new URL("../../bin/tagatlas.js", import.meta.url));
  const script = `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`;
  writeFileSync(join(commands, "tagatlas"), script, { mode: 0o755 });
  const page = readFileSync(join(first, "report.html"), "utf8");
  const inPage = /<pre>(tagatlas analyze[^<]*)<\/pre>/u.exec(page)?.[1] ?? "";
  const inReport = /^ {4}(tagatlas analyze .*)$/mu.exec(
    readFileSync(join(first, "report.md"), "utf8"),
  )?.[1];
  const signs = { "&lt;": "<", "&gt;": ">", "&#39;": "'", "&quot;": '"', "&amp;": "&" };
  const asShown = Object.entries(signs).reduce(
    (text, [code, sign]) => text.replaceAll(code, sign),
    inPage,
  );
  expect(asShown).toBe(inReport);
  const env = { ...process.env, PATH: `${commands}:${process.env.PATH}` };
  const out = join(folder, "printed-again");
  execFileSync("sh", ["-c", `${inReport} --out '${out}' --quiet`], { cwd: place, env });
  expect(readdirSync(place)).toEqual([name]);
  const manifest = (path: string) => readFileSync(join(path, "manifest.json"), "utf8");
  expect(manifest(out)).toBe(manifest(first));
});

test("a file's name is one word to a shell, whatever it is", () => {
  const report = publicNetwork([], []);
  const name = "it's $(touch x) `here`.csv";
  const input = {
    name,
    format: undefined,
    sha256: undefined,
    read: 0,
    kept: 0,
    duplicates: 0,
    skipped: [],
    remarks: [],
    unknownKeys: [],
    unreadTimes: { count: 0, example: undefined },
    unusedColumns: [],
    notes: [],
    endedEarly: undefined,
  };
  const provenance = { ...report.provenance, inputs: [input] };
  expect(shellWords(commandToRunAgain(provenance))[1]).toBe(name);
});

test("a value or a file that begins like an option is told from one; standard input stays it", () => {
  const tag = { flag: "--tag", values: ["-x"], source: "flag", holds: "text", sha256: [] } as const;
  const seed = { ...tag, flag: "--seed", values: ["7"] };
  const run = { command: "analyze", options: [tag, seed] };
  expect(wordsToRunAgain(run, ["-", "-odd.csv", "posts.csv"])).toEqual([
    "analyze",
    "-",
    "./-odd.csv",
    "posts.csv",
    "--tag=-x",
    "--seed",
    "7",
  ]);
});
