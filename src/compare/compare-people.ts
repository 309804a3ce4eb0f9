import { adjustedMutualInformation } from "../kernel/adjusted-mutual-information.js";
import { type PersonChange, personChanges } from "../model/change-words.js";
import type {
  ComparedAnalysis,
  ComparedCommunityRow,
  ComparedPersonRow,
  ComparisonStep,
} from "../model/comparison.js";
import type { SliceRank } from "../model/sliced.js";
import { matchGroups, pairGroups } from "./match-groups.js";

interface RankedAnalysis extends ComparedAnalysis {
  readonly ranks: SliceRank;
}

type ComparedPeople = Pick<
  ComparisonStep,
  "people" | "inBoth" | "agreement" | "inCommunitiesBoth" | "communities"
>;

/** Below so many people in a community both times their agreement says nothing. */
const fewestToAgree = 10;

/** Who came and went, rose and fell, and what became of communities; nobody who has opted out is joined. */
export function comparePeople(before: RankedAnalysis, now: RankedAnalysis): ComparedPeople {
  const [was, is] = [before, now].map(namedNodes);
  const ids = [...new Set([...was.keys(), ...is.keys()])].sort();
  const people = ids
    .map((id) => personRow(id, { before, now, was: was.get(id), is: is.get(id) }))
    .sort(
      (a, b) =>
        personChanges.indexOf(a.change) - personChanges.indexOf(b.change) ||
        (a.rankNow ?? a.rankBefore ?? 0) - (b.rankNow ?? b.rankBefore ?? 0),
    );
  const communityOf = (analysis: RankedAnalysis, nodes: ReadonlyMap<string, number>) =>
    Int32Array.from(ids, (id) => analysis.people[nodes.get(id) ?? -1]?.community ?? -1);
  const [first, second] = [communityOf(before, was), communityOf(now, is)];
  const inCommunitiesBoth = first.filter((label, at) => label >= 0 && second[at] >= 0).length;
  return {
    people,
    inBoth: ids.filter((id) => was.has(id) && is.has(id)).length,
    agreement:
      inCommunitiesBoth < fewestToAgree ? undefined : adjustedMutualInformation(first, second),
    inCommunitiesBoth,
    communities: communityRows(before, now, { first, second }),
  };
}

function namedNodes({ people }: RankedAnalysis): Map<string, number> {
  return new Map(
    people.flatMap(({ id, isWithheld }, node) => (isWithheld ? [] : [[id, node] as const])),
  );
}

interface PersonAsked {
  readonly before: RankedAnalysis;
  readonly now: RankedAnalysis;
  /** Nodes; `undefined` where the person is not there. */
  readonly was: number | undefined;
  readonly is: number | undefined;
}

function personRow(
  id: string,
  { before, now, was, is }: PersonAsked,
): ComparedPersonRow & { readonly change: PersonChange } {
  const placeBefore = placeOf(before, was);
  const placeNow = placeOf(now, is);
  return {
    before: before.name,
    now: now.name,
    id,
    label: (now.people[is ?? -1] ?? before.people[was ?? -1])?.label ?? id,
    change: changeOf(placeBefore, placeNow),
    rankBefore: placeBefore?.rank,
    lowBefore: placeBefore?.low,
    highBefore: placeBefore?.high,
    communityBefore: placeBefore?.community,
    rankNow: placeNow?.rank,
    lowNow: placeNow?.low,
    highNow: placeNow?.high,
    communityNow: placeNow?.community,
  };
}

interface Place {
  readonly rank: number;
  readonly low: number | undefined;
  readonly high: number | undefined;
  readonly community: string | undefined;
}

function placeOf(
  { ranks, people, communities }: RankedAnalysis,
  node: number | undefined,
): Place | undefined {
  if (node === undefined) return undefined;
  return {
    rank: ranks.rank[node],
    low: ranks.interval?.low[node],
    high: ranks.interval?.high[node],
    community: communities[people[node].community]?.name,
  };
}

function changeOf(before: Place | undefined, now: Place | undefined): PersonChange {
  if (before === undefined) return "new";
  if (now === undefined) return "gone";
  if (now.high !== undefined && before.low !== undefined && now.high < before.low) return "risen";
  if (now.low !== undefined && before.high !== undefined && now.low > before.high) return "fallen";
  return "within chance";
}

function communityRows(
  before: RankedAnalysis,
  now: RankedAnalysis,
  { first, second }: { readonly first: Int32Array; readonly second: Int32Array },
): ComparedCommunityRow[] {
  const { matches, others } = matchGroups(pairGroups(first, second));
  const matchedBefore = new Set(matches.map((pair) => pair.before));
  const matchedNow = new Set(matches.map((pair) => pair.now));
  const names = { before: before.name, now: now.name };
  const nameOf = ({ communities }: RankedAnalysis, at: number): string =>
    `${communities[at].name} ${communities[at].label}`.trim();
  const pairRow = (pair: (typeof matches)[number], change: string): ComparedCommunityRow => ({
    ...names,
    communityBefore: nameOf(before, pair.before),
    communityNow: nameOf(now, pair.now),
    change,
    sizeBefore: before.communities[pair.before].size,
    sizeNow: now.communities[pair.now].size,
    shared: pair.shared,
    jaccard: pair.jaccard,
  });
  const alone = { shared: undefined, jaccard: undefined };
  const joined = (side: "before" | "now") => new Set(others.map((pair) => pair[side]));
  const [goneInto, cameOut] = [joined("before"), joined("now")];
  return [
    ...matches.map((pair) => pairRow(pair, "goes on")),
    // Whoever goes on has parted; whoever does not has gone into another.
    ...others.map((pair) => pairRow(pair, matchedBefore.has(pair.before) ? "splits" : "merges")),
    ...before.communities.flatMap(({ size }, at) =>
      matchedBefore.has(at) || goneInto.has(at)
        ? []
        : [
            {
              ...names,
              communityBefore: nameOf(before, at),
              communityNow: undefined,
              change: "ends",
              sizeBefore: size,
              sizeNow: undefined,
              ...alone,
            },
          ],
    ),
    ...now.communities.flatMap(({ size }, at) =>
      matchedNow.has(at) || cameOut.has(at)
        ? []
        : [
            {
              ...names,
              communityBefore: undefined,
              communityNow: nameOf(now, at),
              change: "new",
              sizeBefore: undefined,
              sizeNow: size,
              ...alone,
            },
          ],
    ),
  ];
}
