import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Cell, renderCsv } from "../../src/text/csv.js";
import { withoutFormulaGuard } from "../../src/text/formula-guard.js";

const columns = [
  { name: "a", cell: (row: readonly Cell[]) => row[0] },
  { name: "b", cell: (row: readonly Cell[]) => row[1] },
];

/** Made of what is cut at, what is guarded, and guards. */
const hostile = fc.string({
  unit: fc.constantFrom(";", "|", "\t", "\n", "'", '"', " ", "=", "-", "a"),
});

function csvOf(...rows: Cell[][]): string {
  return [...renderCsv(columns, rows)].join("");
}

describe("a table", () => {
  test("is RFC 4180: CRLF, quotes where needed, doubled inside", () => {
    expect(csvOf(["x,y", 'say "hi"'], ["two\nlines", undefined], [1.5, 0])).toBe(
      'a,b\r\n"x,y","say ""hi"""\r\n"two\nlines",\r\n1.5,0\r\n',
    );
  });

  test("lets no text run as a formula, and leaves numbers alone", () => {
    for (const start of ["=", "+", "-", "@", "\t", "\r"]) {
      const [, cell] = parse(csvOf([`${start}1+1`, "x"])) as string[][];
      expect(cell[0]).toBe(`'${start}1+1`);
    }
    expect(csvOf([-3, 2])).toBe("a,b\r\n-3,2\r\n");
  });

  test.each([
    ";",
    "\t",
    "|",
    "\n",
    "\r",
    "\u2028",
  ])("lets no text run behind %j either, where a spreadsheet cuts cells at it", (separator) => {
    for (const formula of ["=1+1", " =1+1", '"=1+1"', "+1", "@SUM(1)", "'=1"]) {
      const [, cell] = parse(csvOf([`x${separator}${formula}${separator}y`, "x"])) as string[][];
      expect(cell[0].split(separator)[1]).toBe(`'${formula}`);
    }
  });

  test("reads back to the same text, whatever it is", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ unit: "binary" }), hostile), { minLength: 1 }),
        (rows) => {
          const read = parse(csvOf(...rows), { record_delimiter: "\r\n" }) as string[][];
          const unguarded = read.slice(1).map((row) => row.map(withoutFormulaGuard));
          expect(unguarded).toEqual(rows);
        },
      ),
    );
  });
});
