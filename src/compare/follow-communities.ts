import type {
  CommunityEvent,
  CommunityStage,
  CommunityThroughTime,
  Sliced,
} from "../model/sliced.js";
import { type GroupPairs, matchGroups, pairGroups } from "./match-groups.js";

/** The communities of a slice. */
interface SliceCommunities {
  /** By person; -1 for whoever is in none. */
  readonly of: Int32Array;
  readonly count: number;
}

interface Followed extends Pick<Sliced, "communities"> {
  /** For each slice, which community through time each of its communities is a stage of. */
  readonly indexOf: readonly Int32Array[];
}

/** A community as it was when it was last there. */
interface Front {
  readonly slice: number;
  readonly community: number;
}

/**
 * Communities through time. Each slice's communities are matched with the latest stage of every one that there has been
 * and that has gone into no other, however long ago (`matchGroups`). One that has none is born; one that
 * has more in common than by chance with one that goes on otherwise has split from it; and one that does so with a community that
 * continues another has merged into it. O(slices² · people) at worst.
 */
export function followCommunities(slices: readonly SliceCommunities[]): Followed {
  const stages: CommunityStage[][] = [];
  const fronts = new Map<number, Front>();
  const indexOf: Int32Array[] = [];
  for (const [slice, { of, count }] of slices.entries()) {
    const { matches, others } = matchGroups(pairFronts(fronts, slices, of));
    const isMatched = new Set(matches.map(({ before }) => before));
    const found = new Int32Array(count).fill(-1);
    for (let community = 0; community < count; community += 1) {
      const match = matches.find(({ now }) => now === community);
      const parent = match ?? others.find(({ now }) => now === community);
      const index = match?.before ?? stages.length;
      if (match === undefined) stages.push([]);
      found[community] = index;
      const merged = others
        .filter(({ now, before }) => now === community && !isMatched.has(before))
        .map(({ before }) => before);
      stages[index].push({
        slice,
        community,
        event: eventOf(match === undefined ? undefined : fronts.get(match.before), parent, slice),
        cameFrom: parent?.before,
        jaccard: parent?.jaccard,
        merged: match === undefined ? [] : merged,
      });
    }
    for (const { merged } of stages.flatMap((own) => own.filter((one) => one.slice === slice))) {
      for (const index of merged) fronts.delete(index);
    }
    for (const [community, index] of found.entries()) fronts.set(index, { slice, community });
    indexOf.push(found);
  }
  return bySize(stages, slices, indexOf);
}

function eventOf(
  front: Front | undefined,
  parent: object | undefined,
  slice: number,
): CommunityEvent {
  if (front !== undefined) return front.slice === slice - 1 ? "continues" : "returns";
  return parent === undefined ? "birth" : "split";
}

/** Pairs of fronts, by index through time, and communities of now. */
function pairFronts(
  fronts: ReadonlyMap<number, Front>,
  slices: readonly SliceCommunities[],
  now: Int32Array,
): GroupPairs {
  const bySlice = new Map<number, Map<number, number>>();
  for (const [index, { slice, community }] of fronts) {
    const known = bySlice.get(slice) ?? new Map<number, number>();
    bySlice.set(slice, known.set(community, index));
  }
  const found = [...bySlice].map(([slice, indexByCommunity]) => {
    const all = pairGroups(slices[slice].of, now).pairs;
    const pairs = all.flatMap((pair) => {
      const before = indexByCommunity.get(pair.before);
      return before === undefined ? [] : [{ ...pair, before }];
    });
    // Those that have gone on in a later slice are not tried again.
    const tried = new Set(pairs.map(({ before }) => before)).size;
    return { pairs, comparisons: tried * new Set(all.map((pair) => pair.now)).size };
  });
  return {
    pairs: found.flatMap(({ pairs }) => pairs),
    comparisons: found.reduce((sum, { comparisons }) => sum + comparisons, 0),
  };
}

/** Numbered anew: by how many people are in all stages together, then by which came first. */
function bySize(
  stages: readonly CommunityStage[][],
  slices: readonly SliceCommunities[],
  indexOf: readonly Int32Array[],
): Followed {
  const sizes = new Int32Array(stages.length);
  for (const [slice, { of }] of slices.entries()) {
    for (const community of of) if (community >= 0) sizes[indexOf[slice][community]] += 1;
  }
  const order = [...stages.keys()].sort((a, b) => sizes[b] - sizes[a] || a - b);
  const newIndex = new Int32Array(stages.length);
  for (const [place, index] of order.entries()) newIndex[index] = place;
  const renumbered = (index: number): number => newIndex[index];
  const communities: CommunityThroughTime[] = order.map((index) => ({
    stages: stages[index].map((stage) => ({
      ...stage,
      cameFrom: stage.cameFrom === undefined ? undefined : renumbered(stage.cameFrom),
      merged: stage.merged.map(renumbered).sort((a, b) => a - b),
    })),
  }));
  return { communities, indexOf: indexOf.map((ofSlice) => ofSlice.map(renumbered)) };
}
