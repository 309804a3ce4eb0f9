import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCsvRecords } from "../../src/read/csv-records.js";

interface Read {
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly lines: readonly number[];
  readonly broken: readonly string[];
  readonly isTorn: boolean;
}

async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(text: string | Buffer, size = 1 << 16): Promise<Read> {
  const columns: string[] = [];
  const rows: Readonly<Record<string, unknown>>[] = [];
  const lines: number[] = [];
  const broken: string[] = [];
  const { isTorn } = await readCsvRecords(inChunks(Buffer.from(text), size), {
    onHeader: (names) => columns.push(...names),
    onRecord(record, line) {
      rows.push(record);
      lines.push(line);
    },
    onBroken: (reason, line) => broken.push(`${line}: ${reason}`),
  });
  return { columns, rows, lines, broken, isTorn };
}

describe("a table with a header", () => {
  test.each([
    ["commas", "a,b\n1,2\n"],
    ["semicolons", "a;b\n1;2\n"],
    ["tabs", "a\tb\n1\t2\n"],
    ["CRLF", "a,b\r\n1,2\r\n"],
    ["CR alone", "a,b\r1,2\r"],
    ["no last line end", "a,b\n1,2"],
    ["a byte-order mark", "\uFEFFa,b\n1,2\n"],
    ["quotes around everything", '"a","b"\r\n"1","2"\r\n'],
    ["a first line that names the delimiter", "sep=;\na;b\n1;2\n"],
    ["empty lines and rows without a value", "\na,b\n\n,\n1,2\n\n"],
    ["empty cells after the last column", "a,b\n1,2,,\n"],
    ["spaces around the names", " a , b \n1,2\n"],
  ])("is read with %s", async (_, text) => {
    for (const size of [1, 2, 3, 1000]) {
      const table = await read(text, size);
      expect(table).toMatchObject({ columns: ["a", "b"], rows: [{ a: "1", b: "2" }] });
      expect(table).toMatchObject({ broken: [], isTorn: false });
    }
  });

  test("takes delimiters, quotes and line ends inside of quotes as text", async () => {
    const { rows, lines } = await read('a,b\n"x, ""y""\r\nz",2\n3,4\n');
    expect(rows).toEqual([
      { a: 'x, "y"\r\nz', b: "2" },
      { a: "3", b: "4" },
    ]);
    expect(lines).toEqual([2, 4]);
  });

  test("takes a quote in the middle of a cell, and what follows a closing quote, as text", async () => {
    const { rows } = await read('a,b\n5" disk,"x"y\n');
    expect(rows).toEqual([{ a: '5" disk', b: "xy" }]);
  });

  test("gives columns without a name, or with the name of another, a name of their own", async () => {
    const { columns } = await read("a,,a\n1,2,3\n");
    expect(columns).toEqual(["a", "column 2", "a (2)"]);
  });

  test("does not mix a semicolon in a quoted name up with a delimiter", async () => {
    expect((await read('"a;b;c",d\n1,2\n')).columns).toEqual(["a;b;c", "d"]);
  });

  test("that is empty has no columns", async () => {
    expect(await read("")).toMatchObject({ columns: [], rows: [], isTorn: false });
  });
});

describe("a broken row", () => {
  test("costs itself alone where it has cells too many or too few", async () => {
    const { rows, broken, isTorn } = await read("a,b\n1\n1,2,3\n4,5\n");
    expect(rows).toEqual([{ a: "4", b: "5" }]);
    expect(broken).toEqual(["2: fewer cells than columns", "3: more cells than columns"]);
    expect(isTorn).toBe(false);
  });

  test("is the header of each further file, where files were put together end to end", async () => {
    const { rows, broken } = await read("\ufeffa,b\n1,2\n\ufeffa,b\n3,4\na,b\na,5\n");
    expect(rows).toEqual([
      { a: "1", b: "2" },
      { a: "3", b: "4" },
      { a: "a", b: "5" },
    ]);
    expect(broken).toEqual(["3: the header once more", "5: the header once more"]);
  });

  test("costs itself alone where a quote is never closed", async () => {
    const rest = Array.from({ length: 1500 }, (_, index) => `${index},x\n`).join("");
    const { rows, broken, isTorn } = await read(`a,b\n"lost,1\n${rest}`);
    expect(broken).toEqual(["2: a quote that is never closed"]);
    expect(rows).toHaveLength(1500);
    expect(rows[1499]).toEqual({ a: "1499", b: "x" });
    expect(isTorn).toBe(false);
  });

  test("at the end of an input that has no last line end means that the input is torn", async () => {
    expect((await read("a,b\n1,2\n3")).isTorn).toBe(true);
    expect((await read('a,b\n1,2\n3,"x')).isTorn).toBe(true);
    expect((await read("a,b\n1,2\n3,4")).isTorn).toBe(false);
  });

  test("of more than 16 MiB is passed over", async () => {
    const { rows, broken } = await read(`a,b\n${"x".repeat(17 << 20)},1\n3,4\n`);
    expect(broken).toEqual(["2: a row of over 16 MiB"]);
    expect(rows).toEqual([{ a: "3", b: "4" }]);
  });
});

test("any table is read as it was written, as csv-parse reads it too", async () => {
  const cell = fc.string({ unit: "grapheme", maxLength: 8 }).map((text) => text.toWellFormed());
  const row = fc
    .tuple(cell, cell, cell)
    .filter((cells) => cells.some((text) => text.trim() !== ""));
  const marks = fc.constantFrom<readonly ["," | ";" | "\t", "\n" | "\r\n"]>(
    [",", "\n"],
    [";", "\r\n"],
    ["\t", "\n"],
    [",", "\r\n"],
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(row),
      marks,
      fc.integer({ min: 1, max: 40 }),
      async (rows, [delimiter, end], size) => {
        const written = stringify([["a", "b", "c"], ...rows], {
          delimiter,
          record_delimiter: end,
          quoted_match: /[\r\n]/u,
        });
        const table = await read(written, size);
        const expected = parse(written, { delimiter, columns: true, record_delimiter: end });
        expect(table.rows).toEqual(expected);
        expect(table.rows.map(({ a, b, c }) => [a, b, c])).toEqual(rows);
      },
    ),
  );
});
