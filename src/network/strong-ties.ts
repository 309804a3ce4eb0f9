import { type InteractionTable, keepRows } from "../model/interaction.js";

/** The interactions of ordered pairs whose weights add up to so much. O(interactions). */
export function keepStrongTies(
  interactions: InteractionTable,
  minWeight: number,
  accountCount: number,
): InteractionTable {
  const { source, target, weight } = interactions;
  const pairOf = (row: number): number => source[row] * accountCount + target[row];
  const sums = new Map<number, number>();
  for (let row = 0; row < interactions.count; row += 1) {
    const pair = pairOf(row);
    sums.set(pair, (sums.get(pair) ?? 0) + weight[row]);
  }
  return keepRows(interactions, (row) => (sums.get(pairOf(row)) ?? 0) >= minWeight);
}
