import { adjustedMutualInformation } from "../../kernel/adjusted-mutual-information.js";
import { type InteractionTable, keepRows } from "../../model/interaction.js";
import type { PerAccount } from "../../model/per-index.js";
import { seededRandom } from "../../model/seeded-random.js";

/** So often the posts are parted anew. */
export const partings = 5;

interface HalvesInput {
  readonly interactions: InteractionTable;
  /** The communities that these interactions make; -1 for none. */
  readonly communitiesOf: (interactions: InteractionTable, seed: number) => PerAccount<Int32Array>;
  readonly seed: number;
  readonly onShare: (share: number) => void;
}

/**
 * How far two random halves of the posts lead to the same communities, among people who are in both:
 * the mean adjusted mutual information, 1 where they are the same, 0 by chance. Seeds change where an
 * algorithm begins; halves change what it sees. A tie that came without posts is on either side.
 * `undefined` without ties. O(partings · finding communities).
 */
export function measureHalvesAgreement(input: HalvesInput): number | undefined {
  const { interactions, communitiesOf, seed, onShare } = input;
  if (interactions.count === 0) return undefined;
  let sum = 0;
  for (let parting = 1; parting <= partings; parting += 1) {
    const random = seededRandom(seed + parting);
    const side = new Uint8Array(interactions.count);
    for (const [row, post] of interactions.post.entries()) {
      // Rows of a post follow one another; posts without ties draw nothing.
      const isOfPostBefore = row > 0 && post >= 0 && post === interactions.post[row - 1];
      side[row] = isOfPostBefore ? side[row - 1] : Number(random() < 0.5);
    }
    const [first, second] = [1, 0].map((wanted) =>
      communitiesOf(
        keepRows(interactions, (row) => side[row] === wanted),
        seed,
      ),
    );
    sum += adjustedMutualInformation(first, second);
    onShare(parting / partings);
  }
  return sum / partings;
}
