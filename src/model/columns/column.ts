/** What cells hold: `time` is ISO 8601 in UTC; `whole` has no fraction, `number` may have one. */
export type CellType = "text" | "time" | "whole" | "number";

/** Where somebody stands among the others, or what they do. */
export type ColumnSubject = "standing" | "conduct";

/**
 * A column of a table that is written, and all that is said of it anywhere: types of rows, tables,
 * graph files, the page, the codebook and the documentation come from it.
 */
export interface TableColumn {
  /** The field of a row. */
  readonly key: string;
  /** The field of a row that holds the one above, where it does not stand in the row itself. */
  readonly within?: string;
  /** Its name in the table, which scripts rely on, and in graph files. */
  readonly column: string;
  /** Its name in GraphML, where programs keep the name above for something else. */
  readonly inGraphml?: string;
  readonly type: CellType;
  readonly unit?: string;
  /** From the least to the most that can be. */
  readonly range?: string;
  /** For the head of a table or a menu. */
  readonly title: string;
  /** For the middle of a sentence, where the column's name with spaces is not plain. */
  readonly phrase?: string;
  /** What it says, in a sentence that a teacher understands. */
  readonly sentence: string;
  /** Exactly: formula, direction, weights, normalisation. */
  readonly definition?: string;
  /** The work that defines it, with its DOI. */
  readonly source?: string;
  /** What an empty cell means; without it, no cell is empty. */
  readonly empty?: string;
  /** Which numbers of the page's table it stands among; without it, it is not on the page. */
  readonly about?: ColumnSubject;
  /** Shown of people who are named, never of those who have opted out. */
  readonly isNamedOnly?: true;
}

/** A row of a table: what the cells of its columns are made from. */
export type RowOf<Columns extends readonly TableColumn[]> = Plain<Columns[number]> &
  Nested<Columns[number]>;

type Plain<Column extends TableColumn> = {
  readonly [One in Column as One extends { readonly within: string }
    ? never
    : One["key"]]: ValueOf<One>;
};

type Nested<Column extends TableColumn> = {
  readonly [Outer in WithinOf<Column>]: {
    readonly [One in Extract<Column, { readonly within: Outer }> as One["key"]]: ValueOf<One>;
  };
};

type WithinOf<Column> = Column extends { readonly within: infer Outer extends string }
  ? Outer
  : never;

type ValueOf<Column extends TableColumn> =
  | (Column["type"] extends "text" | "time" ? string : number)
  | (Column extends { readonly empty: string } ? undefined : never);
