import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { inputFormatNames } from "../../src/model/provenance.js";
import { formatsInPage } from "../../src/read/format-table.js";
import { describedFormats } from "../../src/read/input-formats.js";

describe("the table of formats", () => {
  test("in the documentation is what the formats say; npm run formats writes it anew", () => {
    const page = readFileSync(new URL("../../docs/formats.md", import.meta.url), "utf8");
    expect(formatsInPage(page)).toBe(page);
  });

  test("has a row for every value of --format", () => {
    const described = new Set(describedFormats.map(({ name }) => name));
    expect(inputFormatNames.filter((name) => !described.has(name))).toEqual([]);
  });

  test("leaves no cell empty", () => {
    for (const { title, recognisedBy, reads, doesNotRead } of describedFormats) {
      expect([title, recognisedBy, reads, doesNotRead].filter((text) => text === "")).toEqual([]);
    }
  });
});
