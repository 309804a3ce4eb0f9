import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { runShellLine } from "./support/run-shell-line.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const docs = join(root, "docs");

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
        const done = runShellLine(line.replaceAll("fixtures/", join(root, "fixtures/")), folder);
        await expect(done, line).resolves.toBeDefined();
      }
    },
  );
});
