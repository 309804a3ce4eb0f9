import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type JsonText, splitJson } from "../../src/read/json-records.js";
import { cases } from "../support/cases.js";

async function split(
  text: string,
  chunkBytes = text.length + 1,
  takesLine: (line: string) => boolean = isJson,
) {
  const bytes = Buffer.from(text);
  async function* chunks(): AsyncGenerator<Buffer> {
    for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes);
  }
  const found: JsonText[] = [];
  const broken: [string, number][] = [];
  const ending = await splitJson(chunks(), {
    onText: (json) => found.push(json),
    onLine: (json) => takesLine(json.text) && found.push(json) > 0,
    onBroken: (reason, line) => broken.push([reason, line]),
  });
  return { found, values: found.map(({ text: value }) => value), broken, ending };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
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
    const { values, broken, ending } = await split('{"a":1}\n{"b":"\n{"c":3}\n');
    expect(values).toEqual(['{"a":1}', '{"c":3}']);
    expect(broken).toEqual([["broken JSON", 2]]);
    expect(ending.isTorn).toBe(false);
  });

  test("takes a line of a log, a page and a row for what they are, in any order", async () => {
    const { values, broken } = await split(
      '[INFO] started {"x":1}\n{"a":1}\n[{"b":1},{"c":[{}]}]\n[2026-03-01] next\n{"d":1}\n<html>\n[\n{"e":1},\n{"f":1}\n]\n{"g":1}{"h":1}\n',
    );
    expect(values.map((value) => Object.keys(JSON.parse(value)).join())).toEqual([..."abcdefgh"]);
    expect(broken).toEqual([
      ["no JSON object", 1],
      ["no JSON object", 4],
      ["no JSON object", 6],
    ]);
  });

  test("says of what is too deep that it is, and goes on behind it", async () => {
    for (const deep of [
      "[".repeat(5000) + "]".repeat(5000),
      '{"statuses":['.repeat(2000) + "]}".repeat(2000),
      "[".repeat(5000),
    ]) {
      const { values, broken } = await split(`{"a":1}\n${deep}\n{"b":1}`);
      expect(values).toEqual(['{"a":1}', '{"b":1}']);
      expect(broken.map(([, line]) => line)).toEqual([2]);
    }
    const within = "[".repeat(500) + "]".repeat(500);
    expect((await split(`{"a":1}\n${within}`)).values).toHaveLength(2);
  });

  test("lets a cut line cost what it lost alone, wherever it is cut and whatever follows", async () => {
    const outer = fc.record({ row: fc.nat(), of: fc.jsonValue(), also: fc.constant([{ in: 1 }]) });
    const line = fc.oneof(
      outer.map((row) => [row]),
      fc.array(outer, { minLength: 1, maxLength: 3 }),
    );
    const lines = fc.array(fc.tuple(line, fc.boolean()), { minLength: 2, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(lines, fc.nat(), fc.nat(), async (written, which, where) => {
        const texts = written.map(([rows, isPage]) =>
          rows.length > 1 || isPage ? JSON.stringify(rows) : JSON.stringify(rows[0]),
        );
        const cut = which % texts.length;
        const length = 1 + (where % (texts[cut].length - 1));
        const file = texts.map((text, at) => (at === cut ? text.slice(0, length) : text));
        const { values } = await split(file.join("\n"));
        const rows = values.flatMap((value): unknown[] => [JSON.parse(value)].flat());
        const good = written.flatMap(([row], at) => (at === cut ? [] : row));
        const whole = written.flatMap(([row]) => row);
        const seen = new Set(rows.map((row) => JSON.stringify(row)));
        for (const row of good) expect(seen).toContain(JSON.stringify(row));
        const known = new Set(whole.map((row) => JSON.stringify(row)));
        for (const row of seen) expect(known).toContain(row);
        expect(rows.length).toBeLessThanOrEqual(whole.length);
      }),
      { numRuns: cases(1000) },
    );
  });

  test("finds the rows behind a broken one of an array that is printed over lines", async () => {
    const rows = [1, 2, 3, 4].map((id) => ({ id, text: "a", quoted: [{ id: 9 }], at: { x: 1 } }));
    const printed = JSON.stringify(rows, null, 2);
    const second = printed.indexOf('"id": 2');
    for (const lost of ['"id": 2', '"a",', "{", "}", "[", "]", '"'] as const) {
      const at = printed.indexOf(lost, second);
      const damaged = printed.slice(0, at) + printed.slice(at + lost.length);
      const { values } = await split(damaged);
      const ids = values.flatMap((value) => {
        try {
          return [JSON.parse(value).id];
        } catch {
          return [];
        }
      });
      expect([lost, ids.filter((id) => id !== undefined && id !== 2)]).toEqual([lost, [1, 3, 4]]);
    }
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
      { numRuns: cases(50) },
    );
  });

  test("finds by whole lines what it finds byte by byte, in good files and broken ones", async () => {
    const piece = fc.oneof(
      fc.jsonValue().map((value) => JSON.stringify(value)),
      fc.dictionary(fc.string(), fc.jsonValue()).map((row) => JSON.stringify(row)),
      fc.constantFrom(
        ...['{"a":1}', '{"a":1},', '{"a":[{"b":1}]', '{"a":\r1}', '{"a"', "{", "}", "[", "]"],
        ...[",", '"', "\\", " ", "\uFEFF", "x", `${"[".repeat(501)}${"]".repeat(501)}`],
        `{"a":${"[".repeat(501)}${"]".repeat(501)}}`,
      ),
    );
    const line = fc.array(piece, { minLength: 1, maxLength: 3 }).map((pieces) => pieces.join(""));
    const lines = fc.array(fc.oneof(piece, line), { maxLength: 8 });
    const ends = fc.constantFrom("\n", "\r\n", "\n\n", "\n ", "\r");
    await fc.assert(
      fc.asyncProperty(lines, ends, fc.integer({ min: 1, max: 60 }), async (texts, end, size) => {
        const text = texts.join(end) + end;
        const slow = await split(text, size, () => false);
        const whole = slow.found.filter((json) => isJson(json.text));
        const fast = await split(text, size);
        expect(fast.found.filter((json) => isJson(json.text))).toEqual(whole);
        expect({ ...fast, found: [], values: [] }).toEqual({ ...slow, found: [], values: [] });
      }),
      { numRuns: cases(2000) },
    );
  });
});
