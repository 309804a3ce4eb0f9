import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { type FolderContent, writeFolder } from "../../src/report/write-folder.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const folder = temporaryFolder();

function content(texts: Readonly<Record<string, string>>): FolderContent {
  return {
    files: Object.entries(texts).map(([name, text]) => ({ name, render: () => [text] })),
    manifestName: "manifest.json",
    renderManifest: (outputs) => JSON.stringify({ tool: "tagatlas", outputs }),
  };
}

/** Text by name, without the manifest. */
function textsIn(path: string): Record<string, string> {
  const names = readdirSync(path, { withFileTypes: true }).flatMap((entry) =>
    entry.isFile() && entry.name !== "manifest.json" ? [entry.name] : [],
  );
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(path, name), "utf8")]));
}

test("a new report takes the place of the last, and files of others stay", async () => {
  const out = join(folder, "replaced");
  await writeFolder(out, content({ "a.csv": "1", "old.csv": "1" }));
  writeFileSync(join(out, "a.csv.part"), "mine");
  writeFileSync(join(out, "notes.txt"), "mine");
  await writeFolder(out, content({ "a.csv": "2", "b.csv": "2" }));
  expect(textsIn(out)).toEqual({
    "a.csv": "2",
    "a.csv.part": "mine",
    "b.csv": "2",
    "notes.txt": "mine",
  });
});

test("a link in the place of a file is refused, and what it leads to stays as it is", async () => {
  for (const [name, target] of [
    ["a.csv", "victim.txt"],
    ["a.csv", "nowhere.txt"],
    ["manifest.json", "victim.txt"],
  ]) {
    const out = join(folder, "linked");
    rmSync(out, { recursive: true, force: true });
    mkdirSync(out);
    const victim = join(folder, "victim.txt");
    writeFileSync(victim, "mine");
    symlinkSync(join(folder, target), join(out, name));
    await expect(writeFolder(out, content({ "a.csv": "1" }))).rejects.toThrow(/is there already/u);
    expect(readFileSync(victim, "utf8")).toBe("mine");
    expect(readlinkSync(join(out, name))).toBe(join(folder, target));
    expect(readdirSync(out)).toEqual([name]);
  }
});

test("a file that was changed after it was written is neither replaced nor removed", async () => {
  const out = join(folder, "changed");
  await writeFolder(out, content({ "a.csv": "1", "old.csv": "1" }));
  writeFileSync(join(out, "old.csv"), "mine now");
  await writeFolder(out, content({ "a.csv": "2" }));
  expect(textsIn(out)).toEqual({ "a.csv": "2", "old.csv": "mine now" });
  writeFileSync(join(out, "a.csv"), "mine now");
  await expect(writeFolder(out, content({ "a.csv": "3" }))).rejects.toThrow(/has been changed/u);
  expect(textsIn(out)).toEqual({ "a.csv": "mine now", "old.csv": "mine now" });
});

test("a manifest that lists a file with another sum, or none, removes nothing", async () => {
  for (const sum of ["x", "0".repeat(64)]) {
    const out = join(folder, `thesis-${sum.length}`);
    mkdirSync(out);
    writeFileSync(join(out, "thesis.txt"), "important");
    const manifest = { tool: "tagatlas", outputs: { "thesis.txt": sum } };
    writeFileSync(join(out, "manifest.json"), JSON.stringify(manifest));
    await writeFolder(out, content({ "a.csv": "1" })).catch(() => {});
    expect(readFileSync(join(out, "thesis.txt"), "utf8")).toBe("important");
  }
});

test("a report that cannot be made, or moved, leaves the last one", async () => {
  const out = join(folder, "broken-off");
  const last = { "a.csv": "1", "b.csv": "1", "old.csv": "1" };
  await writeFolder(out, content(last));
  const render = (): string[] => {
    throw new Error("no room");
  };
  const half = {
    ...content({}),
    files: [...content({ "a.csv": "2" }).files, { name: "b", render }],
  };
  await expect(writeFolder(out, half)).rejects.toThrow(/no room/u);
  expect(textsIn(out)).toEqual(last);
});

/*
 * A process that is killed at the n-th move: Node's own rename ends it. What is tested runs as built.
 */
const killedWriter = `
import { createRequire, syncBuiltinESMExports } from "node:module";
const files = createRequire(import.meta.url)("node:fs/promises");
const [, , out, texts, moves, way] = process.argv;
const { rename } = files;
let left = Number(moves);
files.rename = async (...paths) => {
  left -= 1;
  if (left < 0 && way === "kill") process.kill(process.pid, "SIGKILL");
  if (left === -1) throw new Error("refused");
  return rename(...paths);
};
syncBuiltinESMExports();
const { writeFolder } = await import(process.env.WRITER);
await writeFolder(out, {
  files: Object.entries(JSON.parse(texts)).map(([name, text]) => ({ name, render: () => [text] })),
  manifestName: "manifest.json",
  renderManifest: (outputs) => JSON.stringify({ tool: "tagatlas", outputs }),
});
`;

function writeBrokenOff(
  out: string,
  texts: Readonly<Record<string, string>>,
  { moves, way }: { readonly moves: number; readonly way: "kill" | "refuse" },
): void {
  const script = join(folder, "writer.mjs");
  writeFileSync(script, killedWriter);
  const writer = fileURLToPath(new URL("../../dist/report/write-folder.js", import.meta.url));
  try {
    execFileSync(process.execPath, [script, out, JSON.stringify(texts), String(moves), way], {
      env: { WRITER: writer },
      stdio: "pipe",
    });
  } catch {
    return;
  }
  throw new Error("it was to be broken off");
}

test("a move that is refused at any place leaves the last report", async () => {
  for (let moves = 0; moves < 3; moves += 1) {
    const out = join(folder, `refused-${moves}`);
    const last = { "a.csv": "1", "b.csv": "1", "old.csv": "1" };
    await writeFolder(out, content(last));
    writeBrokenOff(out, { "a.csv": "2", "b.csv": "2" }, { moves, way: "refuse" });
    expect(textsIn(out), String(moves)).toEqual(last);
    await writeFolder(out, content({ "a.csv": "3", "b.csv": "3" }));
    expect(textsIn(out), String(moves)).toEqual({ "a.csv": "3", "b.csv": "3" });
  }
});

test("after a kill at any move each file is whole, of one report or the other, and the manifest is last", async () => {
  const sumOf = (text: string): string => createHash("sha256").update(text).digest("hex");
  for (let moves = 0; moves < 3; moves += 1) {
    const out = join(folder, `between-${moves}`);
    await writeFolder(out, content({ "a.csv": "1", "b.csv": "1" }));
    const before = readFileSync(join(out, "manifest.json"), "utf8");
    writeBrokenOff(out, { "a.csv": "2", "b.csv": "2" }, { moves, way: "kill" });
    const names = Object.keys(textsIn(out)).filter((name) => !name.startsWith("."));
    expect(names).toEqual(["a.csv", "b.csv"]);
    expect(readFileSync(join(out, "manifest.json"), "utf8")).toBe(before);
    for (const name of names) {
      const text = readFileSync(join(out, name), "utf8");
      expect(["1", "2"]).toContain(text);
      // Whoever compares with the manifest sees which files are not of its report.
      expect(before.includes(sumOf(text)), name).toBe(text === "1");
    }
  }
});

test("a run that is killed at any move is finished by the next, which loses nothing", async () => {
  for (let moves = 0; moves < 3; moves += 1) {
    const out = join(folder, `killed-${moves}`);
    await writeFolder(out, content({ "a.csv": "1", "old.csv": "1" }));
    writeFileSync(join(out, "notes.txt"), "mine");
    writeBrokenOff(out, { "a.csv": "2", "b.csv": "2" }, { moves, way: "kill" });
    expect(existsSync(join(out, "a.csv"))).toBe(true);
    await writeFolder(out, content({ "a.csv": "3", "c.csv": "3" }));
    expect(textsIn(out), String(moves)).toEqual({
      "a.csv": "3",
      "c.csv": "3",
      "notes.txt": "mine",
    });
  }
});
