/** One parsed row of an input: a line, an element of an array, later a row of a table. */
export type InputRecord = Readonly<Record<string, unknown>>;

/** What a format may know of the row beside the row itself. */
export interface RecordContext {
  /**
   * Within which ids of the source are unique: the server that answered where that is told,
   * else this input.
   */
  readonly idScope: string;
  /** The server that answered, where the input tells. */
  readonly server: string | undefined;
  readonly retrievedAt: number | undefined;
  /** What its posts are, unless they stand inside another. */
  readonly origin: "found" | "thread";
}

/** Whether a value is a JSON object. */
export function isRecord(value: unknown): value is InputRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
