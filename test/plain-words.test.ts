import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const pages = [
  "README.md",
  ...readdirSync(join(root, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => join("docs", name)),
];
const mostWords = 25;

/** Prose alone: no code, no tables, no headings; a link is its words, and code in a line is one word. */
function sentencesOf(page: string): string[] {
  const prose = page
    .replace(/^```.*?^```/gmsu, "\n")
    .replace(/<!--.*?-->/gsu, "")
    .replace(/^( {4,}|\||#|!\[).*$/gmu, "\n")
    .replace(/!?\[([^\]]*)\]\([^)]*\)/gu, "$1")
    .replace(/`[^`]*`/gu, "code")
    .replace(/\*\*|\*|_/gu, "");
  return prose
    .split(/\n\s*\n|\n(?=\s*(?:[-*]|\d+\.) )/u)
    .map((block) =>
      block
        .replace(/^\s*(?:[-*]|\d+\.) /u, "")
        .replace(/\s+/gu, " ")
        .trim(),
    )
    .flatMap((block) => block.split(/(?<=[.!?:;])["”)]?\s+(?=\S)/u))
    .filter((sentence) => sentence !== "");
}

describe("sentencesOf", () => {
  test("leaves out code, tables and headings, and ends sentences where readers do", () => {
    const page =
      "# A title\n\nOne `a b c` two [three four](x.md). Five!\n\n| a | b |\n\n```sh\nls -l\n```\n\n- Six\n  seven\n- Eight";
    expect(sentencesOf(page)).toEqual(["One code two three four.", "Five!", "Six seven", "Eight"]);
  });
});

test.each(pages)("no sentence of %s has more than 25 words", (name) => {
  const long = sentencesOf(readFileSync(join(root, name), "utf8")).filter(
    (sentence) => sentence.split(" ").length > mostWords,
  );
  expect(long).toEqual([]);
});

test("the README is shorter than 200 lines", () => {
  expect(readFileSync(join(root, "README.md"), "utf8").split("\n").length).toBeLessThan(200);
});
