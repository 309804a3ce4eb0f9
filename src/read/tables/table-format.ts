import type { InputRecord } from "../../platform/record.js";
import type { InputFormat } from "../input-format.js";
import { type OpenTable, openTable } from "./open-table.js";
import { otherPlatform } from "./other-platform.js";
import type { TableDialect } from "./table-dialect.js";
import { tableDialects } from "./table-dialects.js";
import { guessColumns, guessedDialect, unknownTable } from "./unknown-table.js";

/** Tables of each tool as formats; rows of JSON with the same keys are read too, each by itself. */
export const tableFormats: readonly InputFormat[] = tableDialects.map((dialect) =>
  tableFormat(dialect, (record) =>
    dialect.signatures.some((signature) => signature.every((column) => column in record)),
  ),
);

/** Tables of no tool that is known. */
export const plainTableFormat: InputFormat = tableFormat(unknownTable, isPlainPost);

/** Names of keys are not enough where values are objects or lists. */
function isPlainPost(record: InputRecord): boolean {
  const columns = Object.keys(record);
  if (guessedDialect(columns, [record]) === undefined) return false;
  if (otherPlatform(columns, [record]) !== undefined) return false;
  const { author, text } = guessColumns(columns, [record]);
  const needed = [author, text].flatMap((column) => column ?? []);
  return needed.every((column) => !(record[column] instanceof Object));
}

const mostPlans = 1000;

function tableFormat(
  dialect: Pick<TableDialect, "name" | "title" | "recognisedBy" | "reads" | "doesNotRead">,
  recognises: (record: InputRecord) => boolean,
): InputFormat {
  const { name, title, recognisedBy, reads, doesNotRead } = dialect;
  const opened = new Map<string, OpenTable | undefined>();
  const openFor = (record: InputRecord): OpenTable | undefined => {
    const columns = Object.keys(record);
    const key = columns.join("\n");
    if (opened.size > mostPlans) opened.clear();
    if (!opened.has(key)) {
      const request = { path: "a row", map: undefined, format: name, dayOrder: undefined };
      const table = openTable(columns, [record], { ...request, canWait: false });
      opened.set(key, table === "wait" ? undefined : table);
    }
    return opened.get(key);
  };
  return {
    ...{ name, title, recognisedBy, reads, doesNotRead },
    recognises,
    readRecord(record, context) {
      const reading = openFor(record)?.read(record, context);
      return (
        reading ?? { items: [], skipped: ["no columns for author, time and text"], unknownKeys: [] }
      );
    },
  };
}
