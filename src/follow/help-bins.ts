import { type InteractionTable, interactionKinds } from "../model/interaction.js";
import { isNewAt } from "../model/newcomer.js";
import type { TimeFrame } from "../model/recommendation.js";
import { type BinnedActs, binActs } from "./binned-acts.js";
import { ageInBins } from "./time-frame.js";

export interface HelpInput {
  readonly interactions: InteractionTable;
  readonly frame: TimeFrame;
  /** Of each account, milliseconds since 1970; NaN where it never posted. */
  readonly firstPost: Float64Array;
  /** Of the whole archive, which may begin before the frame. */
  readonly archiveStart: number;
}

const reply = interactionKinds.indexOf("reply");

/**
 * Whom each account replied to in which bin of time, marked where that person was new: their first
 * post at most 28 days before the reply, and the reply not in the first 28 days of the archive,
 * when everybody seems to be new.
 */
export function binHelp({ interactions, frame, firstPost, archiveStart }: HelpInput): BinnedActs {
  const { source, target, kind, time } = interactions;
  const rows = Int32Array.from({ length: interactions.count }, (_, row) => row).filter(
    (row) => kind[row] === reply,
  );
  const wasNew = (row: number): boolean => isNewAt(time[row], firstPost[target[row]], archiveStart);
  return binActs(
    {
      count: rows.length,
      owner: rows.map((row) => source[row]),
      bin: rows.map((row) => Math.floor(ageInBins(time[row], frame))),
      person: rows.map((row) => target[row]),
      isMarked: Uint8Array.from(rows, (row) => (wasNew(row) ? 1 : 0)),
    },
    firstPost.length,
  );
}
