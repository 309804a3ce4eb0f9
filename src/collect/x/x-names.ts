import type { XDialect } from "./x-dialect.js";

/** How X's fields are named in a question: as since August 2026, or as before. */
const xNames = ["new", "old"] as const;
export type XNames = (typeof xNames)[number];

/** The dialect that has these names. */
export function dialectOf(names: XNames): XDialect {
  return names === "new" ? "post" : "tweet";
}
