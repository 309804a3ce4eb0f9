import { type NetworkMeasure, networkMeasures } from "../model/columns/network-measures.js";
import type { ComparedAnalysis, ComparedMeasureRow } from "../model/comparison.js";
import type { Network } from "../model/network.js";
import { seededRandom } from "../model/seeded-random.js";
import { judgeChange } from "./judge-change.js";
import { resamplePeople } from "./resample-people.js";

/** Measures that are means over people, pairs or triads, which is what drawing people tells the error of. */
export type ResampledMeasures = Partial<Readonly<Record<NetworkMeasure, number | undefined>>>;

type StandardErrors = ReadonlyMap<NetworkMeasure, number>;

interface ErrorsAsked {
  /** The measures of a network whose people are in these communities; -1 for none. */
  readonly measure: (network: Network, community: Int32Array) => ResampledMeasures;
  readonly resamples: number;
  readonly seed: number;
}

/** With more ties, drawing people again and again would take minutes. */
const mostTies = 300_000;

/** The standard deviation of each measure over resamples of people (`resamplePeople`); empty where there are none. */
export function measureErrors(
  { network, people }: Pick<ComparedAnalysis, "network" | "people">,
  { measure, resamples, seed }: ErrorsAsked,
): StandardErrors {
  const found = new Map<NetworkMeasure, number[]>();
  if (network.tieCount > mostTies || network.nodeCount < 2) return new Map();
  const random = seededRandom(seed);
  for (let resample = 0; resample < resamples; resample += 1) {
    const drawn = resamplePeople(network, random);
    const community = drawn.origin.map((node) => people[node].community);
    const values = measure(drawn.network, community);
    for (const { metric } of networkMeasures) {
      const value = values[metric];
      if (value !== undefined) found.set(metric, [...(found.get(metric) ?? []), value]);
    }
  }
  return new Map(
    [...found]
      .filter(([, values]) => values.length > 1)
      .map(([metric, values]) => [metric, deviation(values)]),
  );
}

function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1));
}

type Compared = Pick<ComparedAnalysis, "name" | "measures"> & { readonly errors: StandardErrors };

/** Every measure of the network side by side. */
export function compareMeasures(before: Compared, now: Compared): ComparedMeasureRow[] {
  return networkMeasures.map(({ metric, name }) => {
    const valueBefore = before.measures.get(metric);
    const valueNow = now.measures.get(metric);
    const change =
      valueBefore === undefined || valueNow === undefined ? undefined : valueNow - valueBefore;
    const errors = [before.errors.get(metric), now.errors.get(metric)];
    return {
      before: before.name,
      now: now.name,
      metric,
      name,
      valueBefore,
      valueNow,
      ...judgeChange(change, errors),
    };
  });
}
