import { type ColumnField, type ColumnMap, columnFields } from "../model/column-map.js";
import { UserError } from "../model/errors.js";
import type { InputRecord } from "../platform/record.js";
import { isOfRtweetWithoutUsers, rtweetWithUsers } from "./rtweet-1.js";
import { refuseOtherPlatform } from "./tables/refuse-other-platform.js";
import { guessColumns } from "./tables/unknown-table.js";
import { usualColumns } from "./tables/usual-columns.js";

/**
 * Stops where a map names columns that the table has not.
 *
 * @throws {UserError} with the table's columns and the nearest names.
 */
export function checkColumns(path: string, columns: readonly string[], map: ColumnMap): void {
  const missing = columnFields.flatMap((field) => {
    const column = map[field];
    return column === undefined || columns.includes(column) ? [] : [{ field, column }];
  });
  if (missing.length === 0) return;
  const names = missing.map(({ column }) => JSON.stringify(column)).join(", ");
  const hints = missing.flatMap(({ field, column }) => {
    const near = nearestColumn(column, columns);
    return near === undefined ? [] : [`${field}=${near}`];
  });
  throw new UserError(
    `${path} has no column ${names}: its columns are ${listed(columns)}`,
    hints.length === 0 ? "correct --map" : `perhaps --map with ${hints.join(",")}`,
  );
}

const columnsCompared = 1000;

/** For a table that nothing recognises: its columns, and the map that comes nearest. */
export function unknownTable(
  path: string,
  columns: readonly string[],
  rows: readonly InputRecord[],
): UserError {
  refuseOtherPlatform(path, columns, rows);
  if (isOfRtweetWithoutUsers(columns)) {
    return new UserError(
      `${path} holds posts of rtweet 1.0 or later without their authors, whom it keeps apart`,
      `write both in R, and give that file: ${rtweetWithUsers}`,
    );
  }
  // To compare each name with all usual ones would take minutes of a table that is no table of posts.
  const likely = columns.slice(0, columnsCompared);
  const guessed = guessColumns(likely, rows);
  const fields = proposedFields.flatMap((field) => {
    const column = guessed[field] ?? nearestUsual(field, likely, new Set(Object.values(guessed)));
    return column === undefined ? [] : [`${field}=${column}`];
  });
  const hasAuthor = fields.some((field) => /^author(?:-id)?=/u.test(field));
  const map = [...(hasAuthor ? [] : ["author=…"]), ...fields].join(",");
  return new UserError(
    `${path} is a table that tagatlas does not know${hasAuthor ? "" : ", and no column tells who wrote a post"}: its columns are ${listed(columns)}`,
    `say which column holds what, for example: --map ${/^[\w=,.-]+$/u.test(map) ? map : `'${map}'`}`,
  );
}

/** What a proposed map names, in the order in which people read it. */
const proposedFields = columnFields.filter(
  (field) => !["source", "target", "weight", "kind"].includes(field),
);
const neededFields: readonly ColumnField[] = ["author", "time", "text"];

/** For a field that a map needs: the column whose name is most like a usual one. */
function nearestUsual(
  field: ColumnField,
  columns: readonly string[],
  used: ReadonlySet<string>,
): string | undefined {
  if (!neededFields.includes(field)) return undefined;
  const free = columns.filter((column) => !used.has(column) && !isAboutAccounts(column));
  return usualColumns[field].map((name) => nearestColumn(name, free)).find((name) => name);
}

/** When an account was made, or whom a post answers, is nothing of the post or its author. */
function isAboutAccounts(column: string): boolean {
  return /(?:user|author|account).*(?:created|time|date)|reply|repl|retweet|quot|mention/iu.test(
    column,
  );
}

const columnsListed = 30;

function listed(columns: readonly string[]): string {
  const shown = columns.slice(0, columnsListed).map((column) => column.slice(0, 60));
  return `${shown.join(", ")}${columns.length > columnsListed ? ", …" : ""}`;
}

/** The column most like a name: one holds the other, else at most a third of it is different. */
function nearestColumn(name: string, columns: readonly string[]): string | undefined {
  const wanted = letters(name);
  const nearness = columns.map((column) => {
    const found = letters(column);
    const isPart = found !== "" && (found.includes(wanted) || wanted.includes(found));
    return isPart ? 0.5 : editDistance(wanted, found);
  });
  const least = nearness.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  return least <= Math.max(1, wanted.length / 3) ? columns[nearness.indexOf(least)] : undefined;
}

function letters(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** Letters to insert, delete or replace (Levenshtein). */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1];
    for (const [at, other] of [...to].entries()) {
      const replaced = row[at] + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, row[at + 1] + 1, next[at] + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
