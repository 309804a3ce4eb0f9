import type { EngineCounts } from "../model/engine.js";
import type { OnProgress } from "../model/progress.js";
import type { EngineQuestion } from "./statement.js";

/** A file of rows, and how it holds them. */
export interface EngineInput {
  readonly path: string;
  readonly form: "ndjson" | "parquet";
}

export interface EngineRun {
  readonly inputs: readonly EngineInput[];
  readonly question: EngineQuestion;
  /** Where the tables go; it is there, and empty. */
  readonly folder: string;
  readonly onProgress: OnProgress;
}

export interface EngineOutcome {
  /** The engine and its version. */
  readonly engine: string;
  readonly counts: EngineCounts;
}
