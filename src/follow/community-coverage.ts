const listLength = 10;

/**
 * How much of a network its first ten people stand for: of everybody in a community, the share
 * whose community has one of them among its members; 0 where there are no communities. `community`
 * is one an account, -1 for none; people of `skip` take no place. O(accounts).
 */
export function coverCommunities(
  order: Int32Array,
  community: Int32Array,
  skip?: ReadonlySet<number>,
): number {
  const covered = new Set<number>();
  let places = 0;
  for (let index = 0; index < order.length && places < listLength; index += 1) {
    if (skip?.has(order[index]) === true) continue;
    places += 1;
    covered.add(community[order[index]]);
  }
  let people = 0;
  let reached = 0;
  for (const of of community) {
    if (of < 0) continue;
    people += 1;
    if (covered.has(of)) reached += 1;
  }
  return people === 0 ? 0 : reached / people;
}
