interface AttentionSpread {
  /** 0 where everybody has the same, towards 1 where one person has all. */
  readonly gini: number | undefined;
  /** What the top 1 % of people have of all, in [0, 1]. */
  readonly topShare: number | undefined;
}

/**
 * How unevenly attention is spread: `received` is by how many others each person is engaged, people
 * whom nobody engages among them. Gini is that of the whole population, Σ (2i − n − 1) xᵢ / (n Σ x)
 * over ascending x, without a correction for few people. The top 1 % is a hundredth of the people,
 * rounded down, and at least one. Both `undefined` where nobody is engaged. O(people · log people).
 *
 * Gini (1912), Variabilità e mutabilità.
 */
export function measureAttention(received: Int32Array): AttentionSpread {
  const people = received.length;
  const ascending = received.toSorted();
  const topFrom = people - Math.max(1, Math.floor(people / 100));
  let sum = 0;
  let weighted = 0;
  let top = 0;
  for (const [at, value] of ascending.entries()) {
    sum += value;
    weighted += (2 * (at + 1) - people - 1) * value;
    if (at >= topFrom) top += value;
  }
  if (sum === 0) return { gini: undefined, topShare: undefined };
  return { gini: weighted / (people * sum), topShare: top / sum };
}
