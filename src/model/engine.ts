/** Programs that build the network of more posts than fit into memory. */
export const engines = ["duckdb", "spark"] as const;
export type Engine = (typeof engines)[number];

/** Whose SQL the statements can be printed in. */
export const engineDialects = [...engines, "bigquery", "trino"] as const;
export type EngineDialect = (typeof engineDialects)[number];

/** How many of each an engine found. */
export interface EngineCounts {
  readonly posts: number;
  readonly people: number;
  readonly ties: number;
  readonly interactions: number;
  readonly withheld: number;
  /** Rows that nobody could read. */
  readonly skipped: number;
}
