import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseLiteral } from "../../../src/read/tables/literal-cell.js";

describe("cells with values as JSON or Python writes them", () => {
  // What Python 3.11 prints.
  test.each<[string, unknown]>([
    ["[]", []],
    ["['a', \"b's\", 'c\\'s \\\"x\\\"']", ["a", "b's", 'c\'s "x"']],
    ["{'a': None, 'b': True, 'c': (1, 2.5), 4: nan}", { a: null, b: true, c: [1, 2.5], 4: null }],
    [
      "['line\\nbreak', 'back\\\\slash', '\\xa0\\u200b\\U0001f600']",
      ["line\nbreak", "back\\slash", "\u00a0\u200b😀"],
    ],
    ["[1600000000000000001, -5]", ["1600000000000000001", -5]],
    ["datetime.datetime(2023, 1, 2, 10, 0, tzinfo=tzutc())", "2023-01-02T10:00:00.000Z"],
    ["User(username='ann', id=11)", { username: "ann", id: 11 }],
    ["OrderedDict({'a': 1})", { a: 1 }],
    ['{"a":[1,"\\u00e9\\/"]}', { a: [1, "é/"] }],
  ])("%s", (cell, value) => {
    expect(parseLiteral(cell)).toEqual(value);
  });

  test.each([
    "[",
    "['a'",
    "{'a'}",
    "[a]",
    "hello",
    "(1",
    "[1 2]",
    "f(",
    `${"[".repeat(500)}`,
  ])("%s is none", (cell) => {
    expect(parseLiteral(cell)).toBeUndefined();
  });

  test("whatever JSON can hold comes back", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        fc.pre(text !== "null" && !/\d{16}/u.test(text));
        expect(parseLiteral(text)).toEqual(JSON.parse(text));
      }),
    );
  });
});
