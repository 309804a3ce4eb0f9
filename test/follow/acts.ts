import {
  type InteractionKind,
  type InteractionTable,
  interactionKinds,
  nothingUnresolved,
  perKind,
} from "../../src/model/interaction.js";
import type { TimeFrame } from "../../src/model/recommendation.js";

const dayMs = 86_400_000;
const now = 100 * dayMs;

/** A hundred days, of which the last four weeks are recent. */
export const frame: TimeFrame = { start: 0, now, activeBins: 4, binDays: 7, halfLifeBins: 4 };

export interface Act {
  readonly from: number;
  readonly to: number;
  /** A repost where none is given. */
  readonly kind?: InteractionKind;
  readonly daysAgo: number;
}

/** Acts as interactions, a row and a post each. */
export function tableOf(acts: readonly Act[]): InteractionTable {
  const time = Float64Array.from(acts, ({ daysAgo }) => now - daysAgo * dayMs);
  return {
    count: acts.length,
    source: Int32Array.from(acts, ({ from }) => from),
    target: Int32Array.from(acts, ({ to }) => to),
    kind: Uint8Array.from(acts, ({ kind = "repost" }) => interactionKinds.indexOf(kind)),
    time,
    weight: new Float64Array(acts.length).fill(1),
    firstTime: time,
    post: Int32Array.from(acts, (_, row) => row),
    targetPost: new Int32Array(acts.length).fill(-1),
    withOneself: perKind(() => 0),
    unresolved: perKind(() => 0),
    unresolvedBecause: nothingUnresolved,
  };
}
