import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { networkOfFiles, tieWords } from "../support/analyze-items.js";
import { everyFormat } from "../support/every-format.js";
import { runCommand } from "../support/run-command.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const folder = temporaryFolder();

async function seen(file: string) {
  const { corpus, interactions, network, selection } = await networkOfFiles([file]);
  return {
    people: corpus.accounts.map(({ isDropped: _, ...account }) => account),
    posts: corpus.posts.key,
    times: [...corpus.posts.time],
    origins: [...selection.origin],
    ties: tieWords({ corpus, interactions, network, selection, inputs: [] }),
    weights: [...interactions.weight],
    unresolved: interactions.unresolved,
    withOneself: interactions.withOneself,
    nodes: network.nodeCount,
  };
}

describe("a converted file has the people, posts and ties of the file it is of", () => {
  test.each(everyFormat.map((sample, at) => ({ ...sample, at })))("$name", async ({ text, at }) => {
    const file = join(folder, `in-${at}`);
    const converted = join(folder, `out-${at}.ndjson`);
    writeFileSync(file, text);
    const options = ["--to", "posts", "--respect", "none", "--out", converted];
    const { code, stderr } = await runCommand(["convert", file, ...options]);
    expect(`${code} ${stderr}`).toMatch(/^0/u);
    expect(await seen(converted)).toEqual(await seen(file));
  });
});
