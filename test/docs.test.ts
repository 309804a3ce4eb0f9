import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const program = join(root, "bin", "tagatlas.js");
const docs = join(root, "docs");
const run = promisify(execFile);

/** The lines of a page's blocks that are marked as shell. */
function commandsOf(page: string): string[] {
  const text = readFileSync(join(docs, page), "utf8");
  return [...text.matchAll(/```sh\n([\s\S]*?)```/gu)].flatMap(([, block]) =>
    block.split("\n").filter((line) => line !== "" && !line.startsWith("#")),
  );
}

describe.each(readdirSync(docs).filter((name) => name.endsWith(".md")))("docs/%s", (page) => {
  const commands = commandsOf(page);

  test.runIf(commands.length > 0)(
    "has commands that work as written, one after the other",
    async () => {
      const folder = mkdtempSync(join(tmpdir(), "tagatlas-docs-"));
      for (const line of commands) {
        const words = line
          .replaceAll("npx tagatlas ", `"${process.execPath}" "${program}" `)
          .replaceAll("fixtures/", join(root, "fixtures/"));
        const done = run("sh", ["-c", words], {
          cwd: folder,
          env: { ...process.env, HOME: folder },
        });
        await expect(done, line).resolves.toBeDefined();
      }
    },
  );
});
