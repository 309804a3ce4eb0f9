/**
 * Degree centralization: how far everybody is below the most central person, Σ (max − degree), as a
 * share of what it is in a star, (n − 1)². 0 where all are alike, 1 where all ties run towards one
 * person (of in-degrees) or from one (of out-degrees). The degrees are of a directed network
 * without loops; `undefined` with fewer than two people. O(people).
 *
 * Four people, of whom three engage the fourth: 1 of in-degrees, 1/9 of out-degrees.
 *
 * Freeman (1978), Centrality in social networks, doi:10.1016/0378-8733(78)90021-7.
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
