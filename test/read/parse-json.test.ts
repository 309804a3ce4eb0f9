import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isRoundedId, parseJson, startJsonParser } from "../../src/read/parse-json.js";

describe("parsing JSON", () => {
  test("keeps every digit of a long number, wherever it stands", () => {
    const text =
      '{"id":1294030472427835393, "list":[115000000000000123,\n-115000000000000123],"short":12,' +
      '"text":"\\"id\\":1294030472427835393, \\\\","float":1294030472427835.5,"last":9007199254740993}';
    expect(parseJson(text)).toEqual({
      id: "1294030472427835393",
      list: ["115000000000000123", "-115000000000000123"],
      short: 12,
      text: '"id":1294030472427835393, \\',
      float: 1294030472427835.5,
      last: "9007199254740993",
    });
  });

  test("leaves a number that was rounded before as it is, which shows", () => {
    const parsed = parseJson(
      '[1294030472427835400, 1.2940304724278354e+18, 12, "1294030472427835400"]',
    );
    expect(parsed).toEqual([1294030472427835400, 1294030472427835400, 12, "1294030472427835400"]);
    expect([parsed].flat().map(isRoundedId)).toEqual([true, true, false, false]);
  });

  test("believes a number that ends in zeros once another of the file has all its digits", () => {
    const parse = startJsonParser();
    expect(parse("[1294030472427835400]")).toEqual([1294030472427835400]);
    expect(parse("[1294030472427835393]")).toEqual(["1294030472427835393"]);
    expect(parse("[1294030472427835400]")).toEqual(["1294030472427835400"]);
  });

  test("gives what JSON.parse gives wherever that loses nothing", () => {
    const json = fc.jsonValue().filter((value) => !/[\s:[,]-?\d{16}/u.test(JSON.stringify(value)));
    fc.assert(
      fc.property(json, (value) => {
        const text = JSON.stringify({ value, id: 0 }).replace(/0\}$/u, "1294030472427835393}");
        expect(parseJson(text)).toEqual({
          value: JSON.parse(JSON.stringify(value)),
          id: "1294030472427835393",
        });
      }),
    );
  });

  test("refuses what is no JSON, and stays linear in it", () => {
    expect(() => parseJson('{"id":1294030472427835393')).toThrow(SyntaxError);
    const torn = `{"id":1294030472427835393,"a":"${'\\"'.repeat(500_000)}`;
    expect(() => parseJson(torn)).toThrow(SyntaxError);
  });
});
