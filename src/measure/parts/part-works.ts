import { type PreparedDistances, sweepDistances } from "../../kernel/distances.js";
import type { PreparedBetweenness } from "../../kernel/prepare-betweenness.js";
import { type SampledGraph, startSampling } from "../../kernel/sample-shortest-paths.js";
import { sweepBetweenness } from "../../kernel/sweep-betweenness.js";

/** Told how much of a part is done, up to 1. */
type OnShare = (share: number) => void;

/**
 * Work that falls into numbered parts which do not need each other: what is prepared gives what does
 * a part of a number. What the parts are never depends on how many threads there are, and
 * whoever adds their answers does so in order, so that the sums do not either.
 */
const partWorks = {
  distances: (prepared: PreparedDistances) => (part: number, onShare: OnShare) =>
    sweepDistances(prepared, part, onShare),
  betweenness: (prepared: PreparedBetweenness) => (part: number, onShare: OnShare) =>
    sweepBetweenness(prepared, part, onShare),
  shortestWays: (prepared: SampledGraph) => startSampling(prepared),
} as const;

export type PartWorkName = keyof typeof partWorks;

/** What a work needs to be known: plain, with typed arrays. */
export type Prepared<Name extends PartWorkName> = Parameters<(typeof partWorks)[Name]>[0];

export type PartAnswer<Name extends PartWorkName> = ReturnType<
  ReturnType<(typeof partWorks)[Name]>
>;

/** Begins a work: gives what does one part after another. */
export function startParts<Name extends PartWorkName>(
  name: Name,
  prepared: Prepared<Name>,
): (part: number, onShare: OnShare) => PartAnswer<Name> {
  // The compiler does not see that a work's own types belong together when its name is a variable.
  const start = partWorks[name] as (
    prepared: Prepared<Name>,
  ) => (part: number, onShare: OnShare) => PartAnswer<Name>;
  return start(prepared);
}
