import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type JsonText, splitJson } from "../../src/read/json-records.js";

async function split(text: string, chunkBytes = text.length + 1) {
  const bytes = Buffer.from(text);
  async function* chunks(): AsyncGenerator<Buffer> {
    for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes);
  }
  const found: JsonText[] = [];
  const ending = await splitJson(chunks(), (json) => found.push(json));
  return { found, values: found.map(({ text: value }) => value), ending };
}

describe("splitting JSON", () => {
  test("cuts lines, whichever way they end, and leaves out blank ones", async () => {
    for (const end of ["\n", "\r\n", "\r"]) {
      const { values } = await split(`{"a":1}${end}${end}{"b":2}${end}`);
      expect(values).toEqual(['{"a":1}', '{"b":2}']);
    }
    expect((await split('\uFEFF{"a":1}')).values).toEqual(['{"a":1}']);
  });

  test("lets a broken line cost itself alone", async () => {
    const { found, ending } = await split('{"a":1}\n{"b":"\n{"c":3}\n');
    expect(found.map(({ line }) => line)).toEqual([1, 2, 3]);
    expect(found[2].text).toBe('{"c":3}');
    expect(ending.isTorn).toBe(false);
  });

  test("finds elements of arrays and documents over several lines, with their lines", async () => {
    const array = await split('[\n {"a": "]}\\"["},\n {"b": [1, {}]}\n]\n[{"c":1}]');
    expect(array.values).toEqual(['{"a": "]}\\"["}', '{"b": [1, {}]}', '{"c":1}']);
    expect(array.found.map(({ line }) => line)).toEqual([2, 3, 5]);
    const documents = await split('{\n "a": 1\n}\n{\n "b": 2\n}\n');
    expect(documents.values).toEqual(['{\n "a": 1\n}', '{\n "b": 2\n}']);
    const openStart = await split('{"statuses": [\n {"a": 1}\n]}');
    expect(openStart.values).toEqual(['{"statuses": [\n {"a": 1}\n]}']);
  });

  test("says when the input stops inside a value", async () => {
    expect((await split('{"a":1}\n{"b":')).ending.isTorn).toBe(true);
    expect((await split('[{"a":1},{"b"')).ending.isTorn).toBe(true);
    expect((await split('[{"a":1}')).ending.isTorn).toBe(true);
    expect((await split('{"a":1}')).ending.isTorn).toBe(false);
    expect((await split("")).ending.isTorn).toBe(false);
  });

  test("gives the same whatever the size of the chunks", async () => {
    const objects = fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(objects, fc.integer({ min: 1, max: 9 }), async (rows, chunkBytes) => {
        const texts = rows.map((row) => JSON.stringify(row));
        for (const whole of [texts.join("\n"), `[${texts.join(",")}]`]) {
          expect((await split(whole, chunkBytes)).values).toEqual(texts);
        }
      }),
      { numRuns: 50 },
    );
  });
});
