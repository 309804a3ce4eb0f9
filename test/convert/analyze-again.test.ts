import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { analyzeFiles } from "../support/analyze-files.js";
import { everyFormat } from "../support/every-format.js";
import { runCommand } from "../support/run-command.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const folder = temporaryFolder();
/** Reports name themselves after their input. */
const fileName = "input";

/**
 * What a report says of its input, which is another file; of an undirected network, too, that has a row
 * each way in ours.
 */
const ofTheInput = String.raw`(?:[\d,]+ rows? read: .*|[\d,]+ ties? came without posts\.|input: .* read; .*)`;
const linesOfTheInput: Readonly<Record<string, RegExp>> = {
  "report.html": new RegExp(`^<li>${ofTheInput}</li>$`, "u"),
  "report.md": new RegExp(`^- ${ofTheInput}$`, "u"),
  "report.json": /^"provenance":.*$/u,
};

function linesOf(out: string, name: string): string[] {
  const lines = readFileSync(join(out, name), "latin1").split("\n");
  const pattern = linesOfTheInput[name];
  return pattern === undefined ? lines : lines.map((line) => line.replace(pattern, ""));
}

function filesOf(out: string): string[] {
  // The manifest holds the sums of all others, and of the input.
  return readdirSync(out).filter((name) => name !== "manifest.json");
}

async function analyzed(place: string, input: string, only?: readonly string[]): Promise<string> {
  const out = join(place, "out");
  await analyzeFiles([input], out, only === undefined ? {} : { only });
  return out;
}

describe("of each format", { timeout: 60_000 }, () => {
  test.each(
    everyFormat.map((sample, at) => ({ ...sample, at })),
  )("$name, a converted file is analysed to the same bytes, but for what is told of the input", async ({
    text,
    at,
  }) => {
    const [original, posts, ties] = ["original", "posts", "interactions"].map((kind) => {
      const place = join(folder, `${at}-${kind}`);
      mkdirSync(place);
      return place;
    });
    const file = join(original, fileName);
    writeFileSync(file, text);
    const expected = await analyzed(original, file);
    // A file of people or posts to go with others has nothing to analyse by itself.
    if (!existsSync(expected)) return;
    const convert = async (
      to: string,
      place: string,
      only?: readonly string[],
    ): Promise<string> => {
      const out = join(place, fileName);
      const words = ["convert", file, "--to", to, "--respect", "none", "--out", out];
      expect((await runCommand(words)).code).toBe(0);
      return analyzed(place, out, only);
    };
    const again = await convert("posts", posts);
    expect(filesOf(again)).toEqual(filesOf(expected));
    for (const name of filesOf(expected)) {
      expect(linesOf(again, name), name).toEqual(linesOf(expected, name));
    }
    const tied = await convert("interactions", ties, ["edges.csv"]);
    expect(linesOf(tied, "edges.csv")).toEqual(linesOf(expected, "edges.csv"));
  });
});
