import fc from "fast-check";
import { expect, test } from "vitest";
import { UserError } from "../../src/model/errors.js";
import { sniffContent } from "../../src/read/sniff-content.js";
import { cases } from "../support/cases.js";

/** What formats begin with, and what patterns repeat. */
const units = [
  ...[
    "# ",
    "#",
    "a 1 ",
    'a "b" ',
    "graph ",
    "digraph ",
    "strict ",
    "/* ",
    "// ",
    "<!--",
    "<a ",
    "node ",
  ],
  ...[
    "[",
    "{",
    "[{",
    " ",
    "\t",
    ",",
    ";",
    "1 ",
    "1,",
    "* ",
    "% ",
    "%%MatrixMarket ",
    "dl n=1 ",
    '"',
    "-",
  ],
  ...["{'weight': 1} ", "nodedef> ", "*Vertices 1 ", "source,target,", "é", "\n", "\r"],
];

test("what an input is, is found in a moment, whatever its beginning repeats", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...units), { minLength: 1, maxLength: 3 }),
      fc.constantFrom("", "\n", "x", "\ngraph [", "{"),
      (parts, end) => {
        const unit = parts.join("");
        const head = Buffer.from(unit.repeat(Math.ceil(70_000 / unit.length)) + end);
        try {
          sniffContent("a file", head, undefined);
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
        }
      },
    ),
    { numRuns: cases(300) },
  );
});

test("rows of JSON behind record separators, as RFC 7464 has them, are JSON", () => {
  const head = Buffer.from('\u001e{"a":1,"b":2}\n\u001e{"a":3,"b":4}\n');
  expect(sniffContent("a file", head, undefined)).toBe("json");
});
