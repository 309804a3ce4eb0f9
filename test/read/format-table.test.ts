import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { inputFormatNames } from "../../src/model/provenance.js";
import { formatsInPage } from "../../src/read/format-table.js";
import { describedFormats } from "../../src/read/input-formats.js";
import { everyFormat } from "../support/every-format.js";
import { readText } from "../support/items-of-text.js";

describe("the table of formats", () => {
  test("in the documentation is what the formats say; npm run formats writes it anew", () => {
    const page = readFileSync(new URL("../../docs/formats.md", import.meta.url), "utf8");
    expect(formatsInPage(page)).toBe(page);
  });

  test("has a row for every value of --format", () => {
    const described = new Set(describedFormats.map(({ name }) => name));
    expect(inputFormatNames.filter((name) => !described.has(name))).toEqual([]);
  });

  test("has a file of each format, which is read, damaged, converted and read again", async () => {
    // That one is known by its name alone.
    const needed = inputFormatNames.filter((name) => name !== "undirected-edge-list");
    const formats = new Set(everyFormat.map(({ format }) => format));
    expect(needed.filter((name) => !formats.has(name))).toEqual([]);
    for (const { format, text } of everyFormat) {
      const { summary, items } = await readText(text);
      expect([summary.format, items.length > 0]).toEqual([format, true]);
    }
  });

  test("leaves no cell empty", () => {
    for (const { title, recognisedBy, reads, doesNotRead } of describedFormats) {
      expect([title, recognisedBy, reads, doesNotRead].filter((text) => text === "")).toEqual([]);
    }
  });
});
