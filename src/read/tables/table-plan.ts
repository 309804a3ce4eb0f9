import { type ColumnField, type ColumnMap, columnFields } from "../../model/column-map.js";
import { UserError } from "../../model/errors.js";
import type { DayOrder } from "../../model/input-settings.js";
import type { InputFormatName } from "../../model/provenance.js";
import { listEntries } from "./list-cell.js";
import type { TableDialect, TablePlatform } from "./table-dialect.js";
import { platformOfName } from "./table-person.js";
import { openTimeColumn } from "./time-column.js";
import { wholeId } from "./whole-id.js";

/** A table, and what a person has said of it. */
export interface TableRequest {
  /** As messages name it. */
  readonly path: string;
  readonly map: ColumnMap | undefined;
  readonly format: InputFormatName | undefined;
  readonly dayOrder: DayOrder | undefined;
  /** More rows can be looked at before it must be known how to read the table. */
  readonly canWait: boolean;
}

/** What is known of a table before its rows are read. */
export interface TablePlan {
  readonly dialect: TableDialect;
  readonly platform: TablePlatform;
  readonly has: (field: ColumnField) => boolean;
  /** Columns whose numbers have lost digits, and columns of names that hold numbers of people. */
  readonly isRounded: (field: ColumnField) => boolean;
  readonly holdsIds: (field: ColumnField) => boolean;
  readonly readTime: (written: string) => number | undefined;
}

/** A cell by its field, as the row means it. */
export type FieldCell = (field: ColumnField) => string | undefined;

/**
 * What the first rows tell of a table; "wait" where more of them may tell how its times are read.
 *
 * @throws {UserError} for times that could be read in two ways.
 */
export function planTable(
  dialect: TableDialect,
  columnOf: ReadonlyMap<ColumnField, string>,
  sample: readonly FieldCell[],
  request: TableRequest,
): (TablePlan & { notes: readonly string[] }) | "wait" {
  const rounded = new Set(columnFields.filter((field) => hasLostDigits(field, sample)));
  const platform = dialect.platform ?? platformOf(sample);
  const timed = sample.filter((cell) => cell("time") !== undefined);
  const times = openTimeColumn(
    timed.map((cell) => cell("time") ?? ""),
    request.dayOrder,
    timed.map((cell) => (rounded.has("id") ? undefined : timeOfXId(cell("id")))),
  );
  const timeColumn = JSON.stringify(columnOf.get("time") ?? "time");
  if ("openValue" in times) {
    if (request.canWait) return "wait";
    throw new UserError(
      `${request.path}: ${JSON.stringify(times.openValue)} in the column ${timeColumn} could be read with either number as the day`,
      "say which: --dates day-first or --dates month-first",
    );
  }
  const holdsIds = idColumns(sample, platform);
  const notes = [
    ...(times.lacksZone && dialect.isInUtc !== true
      ? [`times in ${timeColumn} name no time zone and are read as UTC`]
      : []),
    ...(times.isDayOnly ? [`${timeColumn} names days without a time of day`] : []),
    ...[...rounded].flatMap((field) => {
      const column = columnOf.get(field);
      return column === undefined ? [] : [roundedNote(column, field)];
    }),
  ];
  return {
    dialect,
    platform,
    has: (field) => columnOf.has(field),
    isRounded: (field) => rounded.has(field),
    holdsIds: (field) => holdsIds.has(field),
    readTime: times.read,
    notes,
  };
}

function roundedNote(column: string, field: ColumnField): string {
  const instead =
    field === "id"
      ? "posts are told apart by their links, else by author, time and text"
      : "they are not used";
  return `ids in ${JSON.stringify(column)} lost digits in a spreadsheet: ${instead}`;
}

const idFields: ReadonlySet<ColumnField> = new Set<ColumnField>(
  columnFields.filter((field) => /(?:^|-)ids?$|-post$/u.test(field)),
);

/**
 * Whether a spreadsheet has kept 15 digits of each number and zeros behind them. One number may end
 * so by chance; all together have at least four zeros too many.
 */
function hasLostDigits(field: ColumnField, sample: readonly FieldCell[]): boolean {
  if (!idFields.has(field) && field !== "author") return false;
  let lost = 0;
  for (const cell of sample) {
    const value = cell(field)?.replace(/\.0$/u, "");
    if (value === undefined) continue;
    if (/^\d(?:[.,]\d+)?e\+?\d\d$/iu.test(value)) lost += 4;
    else if (!/^\d{16,}$/u.test(value)) continue;
    else if (!/^0+$/u.test(value.slice(15))) return false;
    else lost += value.length - 15;
  }
  return lost >= 4;
}

/** Whose names most authors have; a name alone is of the platform that the post's page is on. */
function platformOf(sample: readonly FieldCell[]): TablePlatform {
  const votes: Record<TablePlatform, number> = { x: 0, mastodon: 0, bluesky: 0 };
  for (const cell of sample) {
    const author = cell("author") ?? cell("author-id");
    const byName = author === undefined ? undefined : platformOfName(author);
    const page = byName === "x" ? (cell("url") ?? cell("id")) : undefined;
    const isPage = page !== undefined && /^(?:https?|at):/u.test(page);
    const platform = (isPage ? platformOfName(page) : undefined) ?? byName;
    if (platform !== undefined) votes[platform] += 1;
  }
  if (votes.mastodon > votes.x && votes.mastodon >= votes.bluesky) return "mastodon";
  return votes.bluesky > votes.x ? "bluesky" : "x";
}

const nameFields = ["author", "reply-to", "repost-of", "quote-of", "mentions"] as const;

/** Columns of names that hold numbers of people, all of them: on X a name of digits alone is rare. */
function idColumns(
  sample: readonly FieldCell[],
  platform: TablePlatform,
): ReadonlySet<ColumnField> {
  if (platform !== "x") return new Set();
  const holds = (field: ColumnField, leastDigits: number): boolean => {
    const entries = sample.flatMap((cell) => listEntries(cell(field)));
    return (
      entries.length > 0 &&
      entries.every((entry) => {
        const id = typeof entry === "string" ? wholeId(entry) : undefined;
        return id !== undefined && /^\d+$/u.test(id) && id.length >= leastDigits;
      })
    );
  };
  const authorIsId = holds("author", 5);
  const tellsIds = authorIsId || sample.some((cell) => cell("author-id") !== undefined);
  return new Set(
    nameFields.filter((field) =>
      field === "author" ? authorIsId : holds(field, tellsIds ? 1 : 5),
    ),
  );
}

/** When X made an id: its upper bits count milliseconds from 2010-11-04. */
function timeOfXId(written: string | undefined): number | undefined {
  const id = wholeId(written);
  if (id === undefined || !/^\d{17,19}$/u.test(id)) return undefined;
  return Number(BigInt(id) >> 22n) + 1_288_834_974_657;
}
