/** For each key that is made up, the key behind which it stands. */
export type KeyBefore = ReadonlyMap<string, string>;

/**
 * Orders keys by the alphabet, a made-up one behind the key that it is told to stand behind: people and
 * posts whose names were taken away keep their places, on which computations depend.
 */
export function compareKeys(a: string, b: string, before: KeyBefore): number {
  if (a === b) return 0;
  if (before.size === 0) return a < b ? -1 : 1;
  const [placeOfA, placeOfB] = [before.get(a) ?? a, before.get(b) ?? b];
  if (placeOfA !== placeOfB) return placeOfA < placeOfB ? -1 : 1;
  return Number(before.has(a)) - Number(before.has(b)) || madeUpOrder(a, b);
}

/** By number, then the alphabet. */
function madeUpOrder(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : 1);
}
