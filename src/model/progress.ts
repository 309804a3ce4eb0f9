/** Told what is being done, and how much of it is done, up to 1, where that can be known. */
export type OnProgress = (what: string, share?: number) => void;

/** Told how much is done, up to 1. */
export type OnShare = (share: number) => void;

/**
 * For works that are done one after the other, in the order in which they are named: what is to be told
 * how much of each is done, so that `onShare` hears how much of all is. `costs` say how long each takes
 * beside the others.
 */
export function inTurn<Name extends string>(
  costs: Readonly<Record<Name, number>>,
  onShare: OnShare,
): Readonly<Record<Name, OnShare>> {
  const names = Object.keys(costs) as Name[];
  const all = names.reduce((sum, name) => sum + costs[name], 0);
  let before = 0;
  const shares = names.map((name): readonly [Name, OnShare] => {
    const done = before;
    before += costs[name];
    return [name, (share) => onShare((done + share * costs[name]) / all)];
  });
  return Object.fromEntries(shares) as Record<Name, OnShare>;
}
