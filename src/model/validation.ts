import type { Backtest } from "./backtest.js";
import type { WrittenInputSettings } from "./input-settings.js";
import type { InputSummary } from "./provenance.js";
import type { RunRecord, Tool } from "./run-record.js";

/** What a backtest was asked for, every default filled in. */
export interface ValidateSettings {
  /** In the form of `normaliseHashtag`. */
  readonly tag: string | undefined;
  /** Milliseconds since 1970: `since` inclusive, `until` exclusive. */
  readonly since: number | undefined;
  readonly until: number | undefined;
  /** `undefined` chooses by how long the archive lasts. */
  readonly trainDays: number | undefined;
  readonly testDays: number | undefined;
  readonly cuts: number;
  readonly resamples: number;
  readonly seed: number;
  /** How inputs are read, where that was said. */
  readonly reading: WrittenInputSettings;
}

/** A backtest and what it was made from; it names nobody. */
export interface Validation {
  readonly tool: Tool;
  readonly run: RunRecord;
  readonly settings: ValidateSettings;
  readonly inputs: readonly InputSummary[];
  readonly analysed: number;
  /** Milliseconds since 1970; NaN where no analysed post has a time. */
  readonly firstPost: number;
  readonly lastPost: number;
  readonly backtest: Backtest;
}
