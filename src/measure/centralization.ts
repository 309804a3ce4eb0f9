/**
 * Degree centralization: how far everybody is below the most central person, Σ (max − degree), as a
 * share of what it is in a star, (n − 1)². 0 where all are alike, 1 where all ties run towards one
 * person (of in-degrees) or from one (of out-degrees). The degrees are of a directed network
 * without loops; `undefined` with fewer than two people. O(people).
 *
 * Freeman (1979), Centrality in social networks: conceptual clarification.
 */
export function measureCentralization(degree: Int32Array): number | undefined {
  const others = degree.length - 1;
  if (others < 1) return undefined;
  let most = 0;
  let sum = 0;
  for (const each of degree) {
    most = Math.max(most, each);
    sum += each;
  }
  return (most * degree.length - sum) / (others * others);
}
