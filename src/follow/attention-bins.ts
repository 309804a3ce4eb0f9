import { type InteractionTable, interactionKinds } from "../model/interaction.js";
import type { TimeFrame } from "../model/recommendation.js";
import { type BinnedActs, binActs } from "./binned-acts.js";
import { ageInBins } from "./time-frame.js";

const follow = interactionKinds.indexOf("follow");

/** Who engaged each account in which bin of time. Follows, which are no act at a time, are left out. */
export function binAttention(
  interactions: InteractionTable,
  accountCount: number,
  frame: TimeFrame,
): BinnedActs {
  const rows = Int32Array.from({ length: interactions.count }, (_, row) => row).filter(
    (row) => interactions.kind[row] !== follow,
  );
  return binActs(
    {
      count: rows.length,
      owner: rows.map((row) => interactions.target[row]),
      bin: rows.map((row) => Math.floor(ageInBins(interactions.time[row], frame))),
      person: rows.map((row) => interactions.source[row]),
      isMarked: new Uint8Array(rows.length),
    },
    accountCount,
  );
}
