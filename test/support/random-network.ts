import { seededRandom } from "../../src/model/seeded-random.js";
import { networkOf } from "../measure/literature-graphs.js";

/** So many people and distinct directed ties by chance, loops among them. */
export function randomNetwork(people: number, ties: number, seed: number) {
  const random = seededRandom(seed);
  const anybody = (): number => Math.floor(random() * people);
  const pairs = new Map<number, readonly [number, number]>();
  while (pairs.size < ties) {
    const [source, target] = [anybody(), anybody()];
    pairs.set(source * people + target, [source, target]);
  }
  return networkOf(people, [...pairs.values()]);
}
