import type { Network } from "../model/network.js";

/** Who is within `radius` ties of a node, whatever their direction: 1 a node. O(radius · ties). */
export function findNear(
  { nodeCount, tieCount, source, target }: Network,
  node: number,
  radius: number,
): Uint8Array {
  const isNear = new Uint8Array(nodeCount);
  isNear[node] = 1;
  for (let step = 0; step < radius; step += 1) {
    const before = isNear.slice();
    for (let tie = 0; tie < tieCount; tie += 1) {
      if (before[source[tie]] === 1) isNear[target[tie]] = 1;
      if (before[target[tie]] === 1) isNear[source[tie]] = 1;
    }
    if (isNear.every((mark, at) => mark === before[at])) break;
  }
  return isNear;
}
