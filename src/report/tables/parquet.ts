import { parquetWriteBuffer } from "hyparquet-writer";
import type { CellType, TableColumn } from "../../model/columns/column.js";
import type { Cell } from "../../text/csv.js";
import type { ReportTable } from "./report-tables.js";

type SchemaElement = NonNullable<Parameters<typeof parquetWriteBuffer>[0]["schema"]>[number];

/*
 * Times say in full that they are UTC: without the newer logical type DuckDB takes them for times of
 * no zone.
 */
const types: Readonly<Record<CellType, Omit<SchemaElement, "name">>> = {
  text: { type: "BYTE_ARRAY", converted_type: "UTF8", logical_type: { type: "STRING" } },
  time: {
    type: "INT64",
    converted_type: "TIMESTAMP_MILLIS",
    logical_type: { type: "TIMESTAMP", isAdjustedToUTC: true, unit: "MILLIS" },
  },
  whole: { type: "INT64" },
  number: { type: "DOUBLE" },
};

/**
 * A table as Apache Parquet: texts as UTF-8, times as timestamps in UTC to the millisecond, whole
 * numbers of 64 bits, and null for what is not known. No text is changed, since none can run here.
 * The table is in memory while it is written.
 */
export function renderParquet({ columns, cells }: ReportTable): Uint8Array {
  const data: StoredCell[][] = columns.map(() => []);
  for (const row of cells()) {
    for (const [at, cell] of row.entries()) data[at].push(storedCell(cell, columns[at]));
  }
  const written = parquetWriteBuffer({
    schema: [
      { name: "table", num_children: columns.length },
      ...columns.map(({ column, type }) => ({
        name: column,
        repetition_type: "OPTIONAL" as const,
        ...types[type],
      })),
    ],
    columnData: columns.map(({ column }, at) => ({ name: column, data: data[at] })),
  });
  return new Uint8Array(written);
}

type StoredCell = string | number | bigint | Date | undefined;

function storedCell(cell: Cell, { type }: TableColumn): StoredCell {
  if (cell === undefined) return undefined;
  if (type === "time") return new Date(cell);
  return type === "whole" ? BigInt(cell) : cell;
}
