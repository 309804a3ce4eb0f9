import { mkdtempSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { serve } from "../support/collect-run.js";
import { postsOf } from "../support/mastodon-world.js";
import { runCommand } from "../support/run-command.js";
import { mastodonMention } from "../support/statuses.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const within = temporaryFolder();
const page = readFileSync(
  fileURLToPath(new URL("../../docs/collecting.md", import.meta.url)),
  "utf8",
);

/** The commands of the page, with servers of this machine and folders of the test. */
test("the commands of docs/collecting.md work as written, one after the other", async () => {
  const folder = mkdtempSync(join(within, "docs-"));
  const more = { mentions: [mastodonMention("dee")] };
  const servers = [
    await serve({ posts: postsOf(50, { more }) }),
    await serve({ posts: postsOf(30, { more }) }),
  ];
  const commands = page.split("\n").flatMap((line) => /^npx tagatlas (.*)$/u.exec(line)?.[1] ?? []);
  expect(commands).toHaveLength(4);
  for (const command of commands) {
    const words = command
      .replaceAll("'", "")
      .replaceAll("https://mastodon.social", servers[0].name.origin)
      .replaceAll("--from mastodon.social", `--from ${servers[0].name.origin}`)
      .replaceAll("med-mastodon.com", servers[1].name.origin)
      .replace(/--out |analyze /gu, (before) => `${before}${folder}/`)
      .split(" ");
    const { code, stderr } = await runCommand(words);
    expect(code, `${command}\n${stderr}`).toBe(0);
  }
}, 120_000);
