import { accountLabel } from "../model/account.js";
import type { Analysis } from "../model/analysis.js";
import { none } from "../model/corpus.js";
import { perFurtherMeasure } from "../model/further-measures.js";
import { perKind } from "../model/interaction.js";
import type { NodeMeasures } from "../model/measures.js";
import { participations } from "../model/participation.js";
import { leftOutReasons } from "../model/recommendation.js";
import { makeRows, type Rows } from "../model/rows.js";
import { cleanText } from "./clean-text.js";
import { type CoarseFigures, coarsenFigures } from "./coarsen-figures.js";
import { choosePseudonyms } from "./pseudonyms.js";
import type { PublicPerson } from "./public-person.js";
import type { PublicTexts } from "./public-texts.js";
import { communityName, isoTime, known, rounded } from "./public-values.js";

/** Everybody of the network, in the order of nodes. */
export interface PublicPeople {
  readonly rows: Rows<PublicPerson>;
  readonly id: readonly string[];
  readonly coarse: CoarseFigures;
}

/**
 * See `publicView`. What takes time is done once, for all who will ask for a row. Rows keep what they
 * are made of, which is why each column is taken by itself: nothing else of the analysis stays.
 */
export function publicPeople(analysis: Analysis, texts: PublicTexts): PublicPeople {
  const { participation, withheld } = analysis;
  const { accounts } = analysis.corpus;
  const { account: accountOf, nodeCount } = analysis.network;
  const { posts, firstPost, lastPost } = analysis.activity;
  const { leftOutReason, automationSigns } = analysis.follow;
  const { nodes } = analysis.measures;
  const { community, inDegree, outDegree, inStrength, outStrength, inByKind, outByKind } = nodes;
  const { activeDays, repliesToNewcomers, linksShared } = nodes;
  const pseudonyms = choosePseudonyms(analysis);
  const pseudonymOf = (node: number): string => pseudonyms.get(node) ?? "withheld";
  const coarse = coarsenFigures(analysis, pseudonymOf);
  const { standIn } = coarse;
  const pagerank = roundedAll(nodes.pagerank);
  const betweenness = roundedAll(nodes.betweenness);
  const reciprocity = roundedAll(nodes.reciprocity);
  const medianReplyMinutes = roundedAll(nodes.medianReplyMinutes);
  const further = roundedFurther(nodes);
  // Each writer asks for each row anew, and a name takes a while.
  const isNameShown = new Uint8Array(nodeCount);
  const isPageShown = new Uint8Array(nodeCount);
  for (const [node, index] of accountOf.entries()) {
    if (withheld[index] === 1) continue;
    isNameShown[node] = texts.nameOf(accounts[index]) === undefined ? 0 : 1;
    isPageShown[node] = texts.pageOf(accounts[index]) === undefined ? 0 : 1;
  }

  const row = (node: number): PublicPerson => {
    const index = accountOf[node];
    // Of somebody who is not named, whose figures they have.
    const shown = standIn[node];
    const shownIndex = accountOf[shown];
    const account = accounts[index];
    const named = withheld[index] === 1 ? undefined : account;
    const pseudonym = named === undefined ? pseudonymOf(node) : "";
    const reason = leftOutReason[index];
    // One literal: with others spread into it a row takes ten times as long, of millions.
    return {
      id: named?.key ?? pseudonym,
      label: named === undefined ? pseudonym : accountLabel(named),
      handle: named?.handle,
      server: named?.server,
      name: isNameShown[node] === 1 ? cleanText(named?.name) : undefined,
      url: isPageShown[node] === 1 ? named?.url : undefined,
      firstPost: named && isoTime(firstPost[index]),
      lastPost: named && isoTime(lastPost[index]),
      followers: named?.followers,
      following: named?.following,
      medianReplyMinutes: named && known(medianReplyMinutes[node]),
      isWithheld: named === undefined,
      community: communityName(community[node]),
      role: participations[participation[shownIndex]],
      posts: posts[shownIndex],
      inDegree: inDegree[shown],
      outDegree: outDegree[shown],
      inStrength: inStrength[shown],
      outStrength: outStrength[shown],
      inByKind: perKind((kind) => inByKind[kind][shown]),
      outByKind: perKind((kind) => outByKind[kind][shown]),
      pagerank: pagerank[shown],
      betweenness: betweenness[shown],
      harmonicCloseness: known(further.harmonicCloseness[shown]),
      closeness: known(further.closeness[shown]),
      eccentricity: known(further.eccentricity[shown]),
      hub: known(further.hub[shown]),
      authority: known(further.authority[shown]),
      eigenvector: known(further.eigenvector[shown]),
      coreNumber: known(further.coreNumber[shown]),
      clustering: known(further.clustering[shown]),
      constraint: known(further.constraint[shown]),
      participationCoefficient: known(further.participationCoefficient[shown]),
      withinCommunityZ: known(further.withinCommunityZ[shown]),
      articulation: known(further.articulation[shown]),
      reciprocity: known(reciprocity[shown]),
      activeDays: known(activeDays[shown]),
      repliesToNewcomers: repliesToNewcomers?.[shown],
      linksShared: linksShared[shown],
      place: undefined,
      leftOut: reason === none ? undefined : leftOutReasons[reason],
      automationSign: named && automationSigns.get(index),
    };
  };

  return {
    rows: makeRows(nodeCount, row),
    id: Array.from(accountOf, (index, node) =>
      withheld[index] === 1 ? pseudonymOf(node) : accounts[index].key,
    ),
    coarse,
  };
}

function roundedFurther({ further }: NodeMeasures): NodeMeasures["further"] {
  return perFurtherMeasure((measure) => roundedAll(further[measure]));
}

function roundedAll<Values extends Float64Array | Int32Array>(values: Values): Values;
function roundedAll(values: Float64Array | Int32Array): Float64Array | Int32Array {
  return values instanceof Int32Array ? values : values.map((value) => rounded(value));
}
