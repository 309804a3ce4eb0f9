import { accountLabel } from "../../model/account.js";
import type { Analysis } from "../../model/analysis.js";
import type { RowOf } from "../../model/columns/column.js";
import type { communitiesOverTimeColumns } from "../../model/columns/communities-over-time-columns.js";
import { networkMeasures, type PerNetworkMeasure } from "../../model/columns/network-measures.js";
import {
  type NodeMeasure,
  type nodeMeasures,
  perNodeMeasure,
} from "../../model/columns/node-measures.js";
import type { peopleOverTimeColumns } from "../../model/columns/people-over-time-columns.js";
import type { sliceColumns } from "../../model/columns/slice-columns.js";
import { none } from "../../model/corpus.js";
import { perKind } from "../../model/interaction.js";
import { type Role, roles } from "../../model/role.js";
import { makeRows, type Rows } from "../../model/rows.js";
import type { CommunityEnd, CommunityThroughTime, Slice, Sliced } from "../../model/sliced.js";
import { printSlicing } from "../../model/slicing.js";
import { labelCommunities } from "./community-labels.js";
import { publicItemNames } from "./public-items.js";
import type { PublicTexts } from "./public-texts.js";
import { isoTime, known, rounded } from "./public-values.js";

/** A row of `slices.csv`. */
export type PublicSlice = RowOf<typeof sliceColumns>;

/** A row of `people-over-time.csv`. */
export interface PublicPersonInSlice extends RowOf<typeof peopleOverTimeColumns> {
  readonly role: Role;
}

/** A row of `communities-over-time.csv`. */
export type PublicCommunityInSlice = RowOf<typeof communitiesOverTimeColumns>;

/** A tie between two named people in a slice. */
interface PublicTieInSlice {
  readonly slice: number;
  readonly source: string;
  readonly target: string;
  readonly weight: number;
}

export interface PublicSlices {
  /** As it was typed: `week`, `14d`. */
  readonly slicing: string;
  readonly overlap: string | undefined;
  readonly timelessPosts: number;
  readonly timelessInteractions: number;
  readonly rows: readonly PublicSlice[];
  /** By community, then slice. */
  readonly communities: readonly PublicCommunityInSlice[];
  /** By slice, then id. */
  readonly people: Rows<PublicPersonInSlice>;
  /** By slice, source and target. */
  readonly ties: Rows<PublicTieInSlice>;
}

/**
 * Slices as others may see them. Nobody who has opted out is in them by name or pseudonym; sums of all people count them,
 * as those of the whole do.
 */
export function publicSlices(
  analysis: Analysis & { readonly sliced: Sliced },
  texts: PublicTexts,
): PublicSlices {
  const { sliced, settings } = analysis;
  const { slicing, sliceOverlap } = settings;
  return {
    slicing: slicing === undefined ? "" : printSlicing(slicing),
    overlap: sliceOverlap === 0 ? undefined : printSlicing(sliceOverlap),
    timelessPosts: sliced.timelessPosts,
    timelessInteractions: sliced.timelessInteractions,
    rows: sliced.slices.map((slice, at) => sliceRow(sliced, slice, at)),
    communities: communityRows(analysis, texts),
    people: peopleRows(analysis),
    ties: tieRows(analysis),
  };
}

/** C1 for community 0 through time. */
function nameThroughTime(index: number): string {
  return `C${index + 1}`;
}

function sliceRow(sliced: Sliced, slice: Slice, at: number): PublicSlice {
  const stages = sliced.communities.flatMap((one) => one.stages.filter((own) => own.slice === at));
  const values = new Map(slice.measures.network.map(({ metric, value }) => [metric, value]));
  const measures = Object.fromEntries(
    networkMeasures.map(({ metric }) => [metric, rounded(values.get(metric))]),
  ) as PerNetworkMeasure<number | undefined>;
  return {
    slice: at + 1,
    from: timeOf(slice.from),
    until: timeOf(slice.until),
    posts: slice.posts,
    reposts: slice.reposts,
    people: slice.people,
    newcomers: slice.newcomers,
    returners: slice.returners,
    stayers: slice.stayers,
    leavers: slice.leavers,
    births: stages.filter(({ event }) => event === "birth").length,
    splits: stages.filter(({ event }) => event === "split").length,
    merges: stages.reduce((sum, { merged }) => sum + merged.length, 0),
    deaths: sliced.communities.filter(
      (one, index) => lastOf(one) === at - 1 && endOf(sliced, one, index) === "death",
    ).length,
    measures,
  };
}

/** A moment that is always known. */
function timeOf(time: number): string {
  return isoTime(time) ?? "";
}

function lastOf({ stages }: CommunityThroughTime): number {
  return stages[stages.length - 1].slice;
}

function endOf(
  { slices, communities }: Sliced,
  one: CommunityThroughTime,
  index: number,
): CommunityEnd | undefined {
  const wentInto = communities.some(({ stages }) =>
    stages.some(({ merged }) => merged.includes(index)),
  );
  if (wentInto) return "merge";
  return lastOf(one) === slices.length - 1 ? undefined : "death";
}

function communityRows(
  analysis: Analysis & { readonly sliced: Sliced },
  texts: PublicTexts,
): PublicCommunityInSlice[] {
  const { sliced, corpus, withheld } = analysis;
  const measuresOf = (stage: { readonly slice: number; readonly community: number }) =>
    sliced.slices[stage.slice].measures.communities[stage.community];
  const labels = labelCommunities(
    sliced.communities.map(({ stages }) => {
      const largest = stages.reduce((a, b) =>
        measuresOf(b).members.length > measuresOf(a).members.length ? b : a,
      );
      const { typicalHashtags, typicalWords } = measuresOf(largest);
      return {
        hashtags: typicalHashtags.flatMap((tag) => texts.text(`#${tag}`) ?? []),
        words: typicalWords.flatMap((word) => texts.text(word) ?? []),
      };
    }),
  );
  return sliced.communities.flatMap((one, index) =>
    one.stages.map((stage, at) => {
      const { slice, event, cameFrom, jaccard, merged } = stage;
      const found = measuresOf(stage);
      const { account } = sliced.slices[slice].network;
      const people = found.topPeople.flatMap((node) =>
        withheld[account[node]] === 1 ? [] : [accountLabel(corpus.accounts[account[node]])],
      );
      return {
        community: nameThroughTime(index),
        slice: slice + 1,
        from: timeOf(sliced.slices[slice].from),
        label: labels[index] === "" ? undefined : labels[index],
        size: found.members.length,
        posts: found.posts,
        event,
        cameFrom: cameFrom === undefined ? undefined : nameThroughTime(cameFrom),
        jaccard: rounded(jaccard),
        merged: joined(merged.map(nameThroughTime)),
        end: at === one.stages.length - 1 ? endOf(sliced, one, index) : undefined,
        topPeople: joined(people),
        topHashtags: joined(publicItemNames(found.items, texts).topHashtags),
      };
    }),
  );
}

function joined(names: readonly string[]): string | undefined {
  return names.length === 0 ? undefined : names.join("; ");
}

/** Nodes of named people, slice by slice and by id. */
function peopleRows({
  sliced,
  corpus,
  withheld,
}: Analysis & { readonly sliced: Sliced }): Rows<PublicPersonInSlice> {
  const { accounts } = corpus;
  const places = sliced.slices.flatMap(({ network }, at) =>
    [...network.account.keys()]
      .filter((node) => withheld[network.account[node]] === 0)
      .sort((a, b) => byKey(accounts[network.account[a]].key, accounts[network.account[b]].key))
      .map((node) => ({ at, node })),
  );
  return makeRows(places.length, (index) => {
    const { at, node } = places[index];
    const { network, measures, community, role, ownPosts, ranks, from } = sliced.slices[at];
    const account = network.account[node];
    const { nodes } = measures;
    const measured = perNodeMeasure<number | undefined>((measure: NodeMeasure) =>
      rounded(known(nodes[measure][node])),
    );
    return {
      slice: at + 1,
      from: timeOf(from),
      id: accounts[account].key,
      label: accountLabel(accounts[account]),
      community: community[node] === none ? undefined : nameThroughTime(community[node]),
      role: roles[role[account]],
      posts: ownPosts[account],
      rank: ranks.rank[node],
      rankLow: ranks.interval?.low[node],
      rankHigh: ranks.interval?.high[node],
      inDegree: nodes.inDegree[node],
      outDegree: nodes.outDegree[node],
      inStrength: nodes.inStrength[node],
      outStrength: nodes.outStrength[node],
      inByKind: perKind((kind) => nodes.inByKind[kind][node]),
      outByKind: perKind((kind) => nodes.outByKind[kind][node]),
      ...(measured as Pick<PublicPersonInSlice, (typeof nodeMeasures)[number]["key"]>),
    };
  });
}

function tieRows({
  sliced,
  corpus,
  withheld,
}: Analysis & { readonly sliced: Sliced }): Rows<PublicTieInSlice> {
  const { accounts } = corpus;
  const places = sliced.slices.flatMap(({ network }, at) => {
    const key = (node: number): string => accounts[network.account[node]].key;
    const isNamed = (node: number): boolean => withheld[network.account[node]] === 0;
    const { source, target } = network;
    return [...source.keys()]
      .filter((tie) => isNamed(source[tie]) && isNamed(target[tie]))
      .sort(
        (a, b) => byKey(key(source[a]), key(source[b])) || byKey(key(target[a]), key(target[b])),
      )
      .map((tie) => ({ at, tie }));
  });
  return makeRows(places.length, (index) => {
    const { at, tie } = places[index];
    const { account, source, target, weight } = sliced.slices[at].network;
    return {
      slice: at + 1,
      source: accounts[account[source[tie]]].key,
      target: accounts[account[target[tie]]].key,
      weight: weight[tie],
    };
  });
}

function byKey(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
