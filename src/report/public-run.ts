import type { Analysis } from "../model/analysis.js";
import type { RunRecord } from "../model/run-record.js";
import { cleanText } from "./clean-text.js";
import { type PublicTexts, unnamed } from "./public-texts.js";

/**
 * A run as others may see it: handles that were typed stay, but for those of whoever has opted out,
 * and so do names of files that are not of them.
 */
export function publicRun({ run, typedPeople, withheld }: Analysis, texts: PublicTexts): RunRecord {
  const isNamed = (written: string): boolean => {
    const account = typedPeople.get(written);
    return account === undefined ? texts.text(written) !== undefined : withheld[account] === 0;
  };
  return {
    ...run,
    options: run.options.map((use) => ({
      ...use,
      values: (use.holds === "people" ? use.values.filter(isNamed) : use.values).flatMap((value) =>
        use.holds === "file" ? (texts.text(value) ?? unnamed) : (cleanText(value) ?? []),
      ),
    })),
  };
}
