import type { Efforts } from "../model/efforts.js";
import { type InteractionTable, interactionKinds } from "../model/interaction.js";
import type { TimeFrame } from "../model/recommendation.js";
import { ageInBins } from "./time-frame.js";

const follow = interactionKinds.indexOf("follow");
const digits = 3;

/**
 * Who engaged whom how much, each pair once: every act counts half for every half-life of its age. Follows are left out,
 * since they cost nothing to keep. Rounded to three digits, so that the page can hold the same numbers.
 * O(interactions).
 */
export function effortsOf(interactions: InteractionTable, frame: TimeFrame): Efforts {
  const { count, source, target, kind, time } = interactions;
  const efforts = new Map<number, Map<number, number>>();
  for (let row = 0; row < count; row += 1) {
    if (kind[row] === follow) continue;
    const effort = 2 ** (-ageInBins(time[row], frame) / frame.halfLifeBins);
    const known = efforts.get(source[row]) ?? new Map<number, number>();
    efforts.set(source[row], known.set(target[row], (known.get(target[row]) ?? 0) + effort));
  }
  const pairs = [...efforts].flatMap(([from, targets]) =>
    [...targets].map(([to, effort]) => ({ from, to, effort })),
  );
  return {
    source: Int32Array.from(pairs, ({ from }) => from),
    target: Int32Array.from(pairs, ({ to }) => to),
    effort: Float64Array.from(pairs, ({ effort }) => Number(effort.toPrecision(digits))),
  };
}
