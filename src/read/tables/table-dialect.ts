import type { ColumnField } from "../../model/column-map.js";
import type { PostOrigin } from "../../model/item.js";
import type { InputRecord } from "../../platform/record.js";
import type { FormatDescription } from "../input-format.js";

/** Whose names and texts a table holds. */
export type TablePlatform = "x" | "mastodon" | "bluesky";

/** What can be done to somebody by a column of its own. */
export type TableTie = "reply-to" | "repost-of" | "quote-of";

/** A cell of a row by the name of its column: trimmed, `undefined` where it tells nothing. */
export type CellOf = (column: string) => string | undefined;

/**
 * The tables of one tool, as data: what only they have, which column holds what, and what a row's
 * cells mean where the column alone does not say.
 */
export interface TableDialect extends FormatDescription {
  /** Sets of columns, in lower case; a table that has all of one set is of this dialect. */
  readonly signatures: readonly (readonly string[])[];
  /** Columns that show that a table with a signature of it is another's all the same. */
  readonly neverHas?: readonly string[];
  /** Told by the values where it is left out. */
  readonly platform?: TablePlatform;
  /** Columns of a field, in lower case; the first that the table has counts. */
  readonly columns: Readonly<Partial<Record<ColumnField, readonly string[]>>>;
  /** Columns that look as if they told of ties, people or times, and are known to add nothing. */
  readonly setAside?: readonly string[];
  /** What stands between the entries of a list; white space, commas, semicolons, bars or JSON otherwise. */
  readonly separator?: RegExp;
  /** Its columns say whom a post answers, reposts and quotes; its text is not asked. */
  readonly tellsTies?: true;
  /** Its times without a zone are known to be UTC. */
  readonly isInUtc?: true;
  /** Its writer leaves texts without quotes: surplus cells of a row belong to this column. */
  readonly unquoted?: string;
  /** Cells of fields as they are meant in this row, where a column holds one thing or another. */
  readonly meaning?: (cell: CellOf) => RowMeaning;
  /** Rows that stand beside the found posts, by what can be seen of the first rows. */
  readonly referencedRows?: (rows: readonly InputRecord[]) => ReferencedRows;
}

export interface RowMeaning {
  /** Overrides of what columns hold; `undefined` as a value empties the field. */
  readonly cells?: Readonly<Partial<Record<ColumnField, string | undefined>>>;
  /** These happened even where nobody is named. */
  readonly ties?: readonly TableTie[];
  readonly origin?: PostOrigin;
  /** Its author lets nobody but followers see their posts. */
  readonly isProtected?: boolean;
  /** The server that its ids, and names without a host, are of. */
  readonly server?: string;
  /** The row is no post of its own: why. */
  readonly skip?: string;
}

/** Whether a row, whose next rows are known, only stands there because another refers to it. */
export type ReferencedRows = (row: InputRecord, next: readonly InputRecord[]) => boolean;
