import type { Analysis } from "../../model/analysis.js";
import { hiddenHandle, isPseudonym } from "../../model/hidden-handle.js";
import type { RunRecord } from "../../model/run-record.js";
import { cleanText } from "./clean-text.js";
import { pseudonymOf } from "./pseudonymize.js";
import { type PublicTexts, unnamed } from "./public-texts.js";

type TypedPeople = Pick<Analysis, "run" | "pseudonymKey" | "typedPeople" | "withheld" | "corpus">;

/**
 * A run as others may see it. A handle of somebody who is not named is told by a pseudonym, or by a place
 * among those who are not named, so that the same inputs make the same of it.
 */
export function publicRun(analysis: TypedPeople, texts: PublicTexts): RunRecord {
  const { run } = analysis;
  const personOf =
    analysis.pseudonymKey === undefined
      ? shownHandle(analysis, texts)
      : pseudonymOfTyped(analysis, analysis.pseudonymKey);
  return {
    ...run,
    options: run.options.map((use) => ({
      ...use,
      values: use.values.flatMap((value) => {
        if (use.holds === "people") return personOf(value);
        return use.holds === "file" ? (texts.text(value) ?? unnamed) : (cleanText(value) ?? []);
      }),
    })),
  };
}

function shownHandle(
  { typedPeople, withheld }: Pick<Analysis, "typedPeople" | "withheld">,
  texts: PublicTexts,
): (written: string) => string {
  return (written) => {
    const account = typedPeople.get(written);
    const clean = cleanText(written) ?? hiddenHandle(0);
    if (account === undefined) return texts.text(written) === undefined ? hiddenHandle(0) : clean;
    if (withheld[account] === 0) return clean;
    const before = withheld.subarray(0, account).reduce((sum, one) => sum + one, 0);
    return hiddenHandle(before + 1);
  };
}

/** Of an analysis in which keys are pseudonyms already. */
function pseudonymOfTyped(
  { typedPeople, corpus }: Pick<Analysis, "typedPeople" | "corpus">,
  secret: Uint8Array,
): (written: string) => string {
  return (written) => {
    const account = typedPeople.get(written);
    if (account !== undefined) return corpus.accounts[account].key;
    return isPseudonym(written) ? written : pseudonymOf(written, secret);
  };
}
