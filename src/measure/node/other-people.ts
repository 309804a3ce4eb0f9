import type { Network } from "../../model/network.js";

/** How many others each person is engaged by, and engages: degrees without loops. */
export interface OtherPeople {
  readonly received: Int32Array;
  readonly given: Int32Array;
}

/**
 * Degrees among different people, which centralization and attention are about: a loop, which some
 * presets keep, is nobody else's attention. O(ties).
 */
export function countOtherPeople({ nodeCount, tieCount, source, target }: Network): OtherPeople {
  const received = new Int32Array(nodeCount);
  const given = new Int32Array(nodeCount);
  for (let tie = 0; tie < tieCount; tie += 1) {
    if (source[tie] === target[tie]) continue;
    received[target[tie]] += 1;
    given[source[tie]] += 1;
  }
  return { received, given };
}
