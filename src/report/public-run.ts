import type { Analysis } from "../model/analysis.js";
import type { RunRecord } from "../model/run-record.js";
import { cleanText } from "./clean-text.js";

/** A run as others may see it: handles that were typed stay, but for those of whoever has opted out. */
export function publicRun({ run, typedPeople, withheld }: Analysis): RunRecord {
  const isNamed = (written: string): boolean => {
    const account = typedPeople.get(written);
    return account === undefined || withheld[account] === 0;
  };
  return {
    ...run,
    options: run.options.map((use) => ({
      ...use,
      values: (use.holds === "people" ? use.values.filter(isNamed) : use.values).flatMap(
        (value) => cleanText(value) ?? [],
      ),
    })),
  };
}
