import type { ServerGain } from "../../model/server-advice.js";

/**
 * How many posts a server would add that has `counted` in a period of which `seen` are here, `ofIts` of
 * these by its own people, which it has for certain. At least what it has more than all that is here;
 * at most all but its own people's. Between them, if the share of posts that no server has shown is
 * known (see `estimateUnseen`): so much of what it has, as if it saw posts by chance. Servers follow
 * one another's people, so that this is rather too much than too little for a large one.
 */
export function estimateGain({
  counted,
  seen,
  ofIts,
  unseenShare,
}: {
  readonly counted: number;
  readonly seen: number;
  readonly ofIts: number;
  readonly unseenShare: number | undefined;
}): ServerGain {
  const low = Math.max(0, counted - seen);
  const high = Math.max(low, counted - ofIts);
  const estimate =
    unseenShare === undefined
      ? undefined
      : Math.round(Math.min(high, Math.max(low, counted * unseenShare)));
  return { low, high, estimate };
}
