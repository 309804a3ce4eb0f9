import type { SeededRandom } from "./seeded-random.js";

/**
 * As many authors as there are, of as many that are drawn of them: what is found is to hold for other people, and these
 * differ from everybody as much as the authors here do. One draw alone is too sure (docs/validating.md).
 * `weights` says for each account how often it was drawn. O(authors + accounts).
 */
export function drawTwice(authors: Int32Array, weights: Uint16Array, random: SeededRandom): void {
  const drawn = authors.map(() => authors[Math.floor(random() * authors.length)]);
  weights.fill(0);
  for (let draw = 0; draw < drawn.length; draw += 1) {
    weights[drawn[Math.floor(random() * drawn.length)]] += 1;
  }
}
