import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type CommandResult, runCommand } from "./run-command.js";

const program = fileURLToPath(new URL("../../bin/tagatlas.js", import.meta.url));
const run = promisify(execFile);

/** Words of letters that mean nothing to a shell, after settings of the environment, and a file for what is printed. */
const plainLine =
  /^(?<settings>(?:[A-Z_]+=[\w./-]+ )*)npx tagatlas (?<words>[^"'`$\\|&;<>*?(){}~#]+?)(?: > (?<file>[\w./-]+))?$/u;

/**
 * Runs a line as a shell in the folder would. What needs no shell runs in this process, where everything is
 * loaded already, which takes a third of the time. Gives what is printed.
 *
 * @throws what the shell says where the line fails.
 */
export async function runShellLine(line: string, folder: string): Promise<string> {
  const environment = { ...process.env, HOME: folder } as Record<string, string>;
  const { settings, words, file } = plainLine.exec(line)?.groups ?? {};
  if (words === undefined) {
    const written = line.replaceAll("npx tagatlas ", `"${process.execPath}" "${program}" `);
    const { stdout } = await run("sh", ["-c", written], {
      cwd: folder,
      env: environment,
      maxBuffer: 1e8,
    });
    return stdout;
  }
  for (const setting of settings.split(" ").filter((text) => text !== "")) {
    const [name, value] = setting.split("=");
    environment[name] = value;
  }
  const { code, stdout, stderr } = await inFolder(folder, () =>
    runCommand(words.split(" "), "", environment),
  );
  if (code !== 0) throw new Error(`${line} ended with ${code}: ${stderr}`);
  if (file === undefined) return stdout;
  writeFileSync(join(folder, file), stdout);
  return "";
}

async function inFolder(
  folder: string,
  command: () => Promise<CommandResult>,
): Promise<CommandResult> {
  const before = process.cwd();
  process.chdir(folder);
  try {
    return await command();
  } finally {
    process.chdir(before);
  }
}
