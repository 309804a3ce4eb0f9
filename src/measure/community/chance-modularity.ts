import type { ChanceModularity } from "../../model/measures.js";
import type { Projection } from "../../model/network.js";
import { seededRandom } from "../../model/seeded-random.js";
import { rewire } from "../network/rewire.js";

/** So many random networks tell a mean and how far single ones lie from it. */
const rewiredNetworks = 20;

interface ChanceInput {
  readonly projection: Projection;
  /** Of the communities that are found in a network. */
  readonly modularityOf: (projection: Projection, seed: number) => number | undefined;
  readonly seed: number;
  /** Told how much is done, up to 1. */
  readonly onShare: (share: number) => void;
}

/**
 * The modularity that communities of the same network have when its ends are exchanged at random:
 * sparse networks without any groups reach .5 and more. `undefined` without ties.
 *
 * Guimerà, Sales-Pardo and Amaral (2004), Modularity from fluctuations in random graphs and complex
 * networks, doi:10.1103/PhysRevE.70.025101.
 */
export function measureChanceModularity(input: ChanceInput): ChanceModularity | undefined {
  const { projection, modularityOf, seed, onShare } = input;
  if (projection.tieCount === 0) return undefined;
  const values: number[] = [];
  for (let run = 1; run <= rewiredNetworks; run += 1) {
    const random = rewire(projection, seededRandom(seed + run));
    values.push(modularityOf(random, seed + run) ?? 0);
    onShare(run / rewiredNetworks);
  }
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / (values.length - 1)) };
}

/** How many deviations a modularity lies above chance; `undefined` where that cannot be told. */
export function standardScore(
  modularity: number | undefined,
  chance: ChanceModularity | undefined,
): number | undefined {
  if (modularity === undefined || chance === undefined || chance.deviation === 0) return undefined;
  return (modularity - chance.mean) / chance.deviation;
}
