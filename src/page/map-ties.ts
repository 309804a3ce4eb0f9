import { interactionKinds } from "../model/interaction.js";
import type { PageData, PageTies } from "../model/page-data.js";

/** The ties on the map, as its lines are drawn. */
export interface SceneLines {
  readonly inside: Int32Array;
  readonly between: Int32Array;
  /** How many of those inside each box has. */
  readonly ofBox: Int32Array;
  /** Pairs of boxes with ties between them in either direction, the closest first. */
  readonly pairs: readonly { readonly low: number; readonly high: number; readonly ties: number }[];
}

/** What stays the same whatever is shown: of each tie its kind and weight, of each person their box. */
export interface TieFacts {
  /** The place of the most frequent kind among `interactionKinds`. */
  readonly kind: Uint8Array;
  readonly weight: Float64Array;
  readonly boxOf: Int32Array;
}

/** O(people + ties). */
export function tieFacts(data: PageData): TieFacts {
  const { source, byKind } = data.ties;
  const kind = new Uint8Array(source.length);
  const weight = new Float64Array(source.length);
  const counts = interactionKinds.flatMap((name, at) => {
    const values = byKind[name];
    return values === undefined ? [] : [[at, values] as const];
  });
  for (let tie = 0; tie < source.length; tie += 1) {
    let most = 0;
    for (const [at, values] of counts) {
      weight[tie] += values[tie];
      if (values[tie] <= most) continue;
      most = values[tie];
      kind[tie] = at;
    }
  }
  return { kind, weight, boxOf: boxesOfPeople(data) };
}

function boxesOfPeople({ map, people }: PageData): Int32Array {
  const boxOf = new Map<number, number>();
  for (const [box, { communities }] of map.boxes.entries()) {
    // People without ties are in no community; a box without communities is theirs.
    if (communities.length === 0) boxOf.set(-1, box);
    for (const community of communities) boxOf.set(community, box);
  }
  return Int32Array.from(people.community, (community) => boxOf.get(community) ?? 0);
}

/** Sorts ties into those inside of a community and those between two, and counts them. O(ties). */
export function sceneLines(
  { ties, map, people }: { ties: PageTies } & Pick<PageData, "map" | "people">,
  shown: ArrayLike<number>,
  { boxOf }: TieFacts,
): SceneLines {
  const inside: number[] = [];
  const between: number[] = [];
  const boxCount = map.boxes.length;
  const ofBox = new Int32Array(Math.max(1, boxCount));
  const counts = new Map<number, number>();
  for (let at = 0; at < shown.length; at += 1) {
    const tie = shown[at];
    const from = ties.source[tie];
    const to = ties.target[tie];
    if (from === to) continue;
    // Communities that share a box have cells of their own in it.
    if (people.community[from] === people.community[to] || boxCount <= 1) {
      inside.push(tie);
      ofBox[boxOf[from]] += 1;
      continue;
    }
    between.push(tie);
    const low = Math.min(boxOf[from], boxOf[to]);
    const high = Math.max(boxOf[from], boxOf[to]);
    if (low === high) continue;
    const pair = low * boxCount + high;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  const pairs = [...counts]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .map(([pair, count]) => ({
      low: Math.floor(pair / boxCount),
      high: pair % boxCount,
      ties: count,
    }));
  return { inside: Int32Array.from(inside), between: Int32Array.from(between), ofBox, pairs };
}
