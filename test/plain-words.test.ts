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

/**
 * What a page says to its readers: prose, list items and cells of tables, without blocks of code and headings. Code in a line
 * is one word, a link its words. A sentence ends at . ! ? or : before white space, and at nothing else.
 */
function sentencesOf(page: string): string[] {
  return page
    .replace(/^ *```.*?^ *```/gmsu, "\n\n")
    .replace(/<!--.*?-->/gsu, "")
    .replace(/^#.*$/gmu, "\n")
    .replace(/`[^`]*`/gu, "code")
    .replace(/!?\[([^\]]*)\]\([^)]*\)/gu, "$1")
    .replace(/\*|_/gu, "")
    .replace(/^ *\|.*$/gmu, (row) => `\n\n${row.split(/(?<!\\)\|/u).join("\n\n")}\n\n`)
    .split(/\n\s*\n|\n(?=\s*(?:[->]|\d+\.) )/u)
    .map((block) => block.replace(/^\s*(?:[->]|\d+\.) /u, "").replace(/\s+/gu, " "))
    .flatMap((block) => block.trim().split(/(?<=[.!?:])\s/u))
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}

/** What an option may be, as docs/options.md lists it: "One of d, df, dd." */
function isListOfValues(sentence: string): boolean {
  return /^One of (?:[\w.-]+, )+[\w.-]+\.$/u.test(sentence);
}

describe("sentencesOf", () => {
  test("leaves out blocks of code and headings, and ends sentences where readers do", () => {
    const page =
      "# A title\n\nOne `a b c` two [three four](x.md). Five!\n\n```sh\nls -l\n```\n\n- Six\n  seven; eight\n- Nine";
    expect(sentencesOf(page)).toEqual([
      "One code two three four.",
      "Five!",
      "Six seven; eight",
      "Nine",
    ]);
  });

  test("reads every cell of a table, and items within items", () => {
    const page =
      "| a | b c |\n|---|---|\n| **d** e. F | g `|` h |\n\n1. one\n    - two\n      three";
    expect(sentencesOf(page)).toEqual(["a", "b c", "d e.", "F", "g code h", "one", "two three"]);
  });
});

test.each(pages)("no sentence of %s has more than 25 words", (name) => {
  const sentences = sentencesOf(readFileSync(join(root, name), "utf8"));
  expect(sentences.length).toBeGreaterThan(3);
  const long = sentences.filter(
    (sentence) => sentence.split(" ").length > mostWords && !isListOfValues(sentence),
  );
  expect(long).toEqual([]);
});

const sources = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" }).filter(
  (name) => name.endsWith(".ts"),
);
/** Rooms in which every text is read by people: columns, options, and what reports say. */
const roomsOfWords = /^(?:model\/columns|cli\/options|report\/words)\//u;

/** Strings and templates of a source, what is filled in as one word. */
function textsOf(source: string): string[] {
  return [...source.matchAll(/"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/gu)].map(
    ([, string, template = ""]) =>
      (string ?? template).replace(/\$\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/gu, "word"),
  );
}

/** What the errors of a source say: what happened, and what to do. */
function errorTexts(source: string): string[] {
  return source
    .split(/new (?:UserError|SourceError|InvalidArgumentError)\(/u)
    .slice(1)
    .flatMap((rest) => textsOf(rest.slice(0, rest.search(/\n\s*\);|\);\n/u))));
}

describe("texts of the program", () => {
  const read = (name: string): string => readFileSync(join(root, "src", name), "utf8");
  const tooLong = (texts: readonly string[]): string[] =>
    texts
      .flatMap((text) => text.split(/(?<=[.!?:;])\s+|\n/u))
      .filter((sentence) => sentence.trim().split(/\s+/u).length > mostWords);

  test("say what went wrong in sentences of 25 words", () => {
    const texts = sources.flatMap((name) => errorTexts(read(name)));
    expect(texts.length).toBeGreaterThan(200);
    expect(tooLong(texts)).toEqual([]);
  });

  test("explain columns, options and reports in sentences of 25 words", () => {
    const texts = sources
      .filter((name) => roomsOfWords.test(name))
      .flatMap((name) => textsOf(read(name)));
    expect(texts.length).toBeGreaterThan(500);
    expect(tooLong(texts)).toEqual([]);
  });
});

test("the README is shorter than 200 lines", () => {
  expect(readFileSync(join(root, "README.md"), "utf8").split("\n").length).toBeLessThan(200);
});
