import fc from "fast-check";
import { expect, test } from "vitest";
import { startMemory } from "../../src/text/memory.js";

test("a memory answers as if everything were found anew, whatever it has forgotten", () => {
  const asked = fc.array(fc.string({ maxLength: 2 }), { maxLength: 200 });
  fc.assert(
    fc.property(asked, fc.integer({ min: 1, max: 20 }), (texts, most) => {
      const remembered = startMemory<string>(most);
      for (const text of texts) {
        expect(remembered(text, () => `of ${text}`)).toBe(`of ${text}`);
      }
    }),
  );
});

test("what was asked for lately is not found again, and not more than twice as much is held", () => {
  const found: string[] = [];
  const remembered = startMemory<boolean>(10);
  const ask = (text: string) => remembered(text, () => found.push(text) > 0);
  ask("often");
  for (let other = 0; other < 100; other += 1) {
    ask(`other ${other}`);
    ask("often");
  }
  expect(found.filter((text) => text === "often")).toHaveLength(1);
  ask("other 0");
  expect(found.filter((text) => text === "other 0")).toHaveLength(2);
});
