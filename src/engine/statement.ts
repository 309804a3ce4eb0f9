import type { EdgeRule, Respect } from "../model/provenance.js";
import type { Dialect } from "./dialect.js";

/** One step on the way from rows to the network: a query over those before it. */
export interface Statement {
  readonly name: string;
  /** What its rows are, in a sentence. */
  readonly about: string;
  readonly query: string;
  /** Worked out once and kept, since several others read it; else a view. */
  readonly isKept?: true;
}

/** What the statements are to answer. */
export interface EngineQuestion {
  readonly rule: EdgeRule;
  readonly respect: Respect;
  /** Milliseconds since 1970; from the first on, before the second. */
  readonly since: number | undefined;
  readonly until: number | undefined;
}

export interface StatementInput extends EngineQuestion {
  readonly dialect: Dialect;
}

/** A list of texts of ours, none of which holds a quotation mark. */
export function textList(texts: readonly string[]): string {
  return texts.map((text) => `'${text}'`).join(", ");
}
