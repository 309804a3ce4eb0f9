import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanText } from "../../src/report/view/clean-text.js";

describe("a name from elsewhere", () => {
  test("loses control characters, escapes, line ends and direction overrides", () => {
    expect(cleanText("a\u001b[31mred\u0007\r\nb")).toBe("a [31mred b");
    expect(cleanText("abc\u202Efdp.exe")).toBe("abc fdp.exe");
    expect(cleanText("\t=1+1")).toBe("=1+1");
  });

  test("keeps every script, and at most three marks on a letter", () => {
    for (const name of ["Олена", "森野 はるか", "مريم", "Zoë 🩺"])
      expect(cleanText(name)).toBe(name);
    expect(cleanText(`Z${"\u0301".repeat(300)}oe`)).toBe(`Z${"\u0301".repeat(3)}oe`);
  });

  test("is one line of well-formed text of at most 120 characters, or nothing", () => {
    expect(cleanText("\u200b \u0000")).toBeUndefined();
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        const clean = cleanText(text) ?? "";
        expect(clean.isWellFormed()).toBe(true);
        expect([...clean].length).toBeLessThanOrEqual(120);
        expect(clean).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
        expect(cleanText(clean) ?? "").toBe(clean);
      }),
    );
  });
});
