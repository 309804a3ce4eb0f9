import { newcomerMs } from "../model/newcomer.js";
import type { PerAccount } from "../model/per-index.js";
import { countEngagers, type Engagements } from "./engagements.js";
import type { Bursts } from "./set-apart.js";

interface CautionInput {
  readonly engagements: Engagements;
  /** Of each account, milliseconds since 1970; NaN where it never posted. */
  readonly firstPost: PerAccount<Float64Array>;
  readonly archiveStart: number;
  readonly now: number;
  /** 1 for a member of the core whose word counts. */
  readonly isVoucher: PerAccount<Uint8Array>;
  /** See `setApart`. */
  readonly bursts: Bursts;
}

const fewestEngagers = 5;

/**
 * A warning about somebody whose audience may be made up: most of those who engaged them came in the
 * last 28 days, and nobody of the core has engaged these. No reason to leave anybody out, since a
 * class that joins together looks the same; `undefined` where there is none, or nothing can be told.
 */
export function cautionAbout(account: number, input: CautionInput): string | undefined {
  const { engagements, firstPost, archiveStart, now, isVoucher } = input;
  const burst = input.bursts.get(account);
  if (burst !== undefined) {
    return `Careful: ${burst.size} more talked to them at once who are otherwise not part of this community. These do not count here.`;
  }
  if (!(now - archiveStart > newcomerMs)) return undefined;
  const from = engagements.offsets[account];
  const to = engagements.offsets[account + 1];
  const strangers = engagements.columns
    .subarray(from, to)
    .filter(
      (person) =>
        now - firstPost[person] <= newcomerMs &&
        countEngagers(person, engagements, isVoucher) === 0,
    ).length;
  if (to - from < fewestEngagers || strangers * 2 <= to - from) return undefined;
  return `Careful: ${strangers} of the ${to - from} who engaged them came in the last 28 days, and nobody of the core has engaged these.`;
}
