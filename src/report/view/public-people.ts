import { accountLabel } from "../../model/account.js";
import type { Analysis } from "../../model/analysis.js";
import {
  type NodeMeasure,
  nodeMeasures,
  perNodeMeasure,
} from "../../model/columns/node-measures.js";
import { none } from "../../model/corpus.js";
import { perKind } from "../../model/interaction.js";
import { leftOutReasons } from "../../model/recommendation.js";
import { roles } from "../../model/role.js";
import { makeRows, type Rows } from "../../model/rows.js";
import { cleanText } from "./clean-text.js";
import { type CoarseFigures, coarsenFigures } from "./coarsen-figures.js";
import { choosePseudonyms } from "./pseudonyms.js";
import type { PublicPerson } from "./public-person.js";
import type { PublicTexts } from "./public-texts.js";
import { communityName, isoTime, known, rounded } from "./public-values.js";

type Writable<Row> = { -readonly [Key in keyof Row]: Row[Key] };

/**
 * With every field that a person has, in the order of `report.json`. A row is a copy of it whose fields
 * are then set, which takes no longer than a literal that names each.
 */
const blankPerson: PublicPerson = {
  id: "",
  label: "",
  handle: undefined,
  server: undefined,
  name: undefined,
  url: undefined,
  firstPost: undefined,
  lastPost: undefined,
  followers: undefined,
  following: undefined,
  isWithheld: false,
  community: undefined,
  role: "mentioned",
  posts: 0,
  inDegree: 0,
  outDegree: 0,
  inStrength: 0,
  outStrength: 0,
  inByKind: perKind(() => 0),
  outByKind: perKind(() => 0),
  ...perNodeMeasure(() => 0),
  place: undefined,
  leftOut: undefined,
  automationSign: undefined,
};

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
  const { role, withheld } = analysis;
  const { accounts } = analysis.corpus;
  const { account: accountOf, nodeCount } = analysis.network;
  const { posts, firstPost, lastPost } = analysis.activity;
  const { leftOutReason, automationSigns } = analysis.follow;
  const { nodes } = analysis.measures;
  const { community, inDegree, outDegree, inStrength, outStrength, inByKind, outByKind } = nodes;
  const pseudonyms = choosePseudonyms(analysis);
  const pseudonymOf = (node: number): string => pseudonyms.get(node) ?? "withheld";
  const coarse = coarsenFigures(analysis, pseudonymOf);
  const { standIn } = coarse;
  const measures = nodeMeasures.map((measure) => ({
    key: measure.key,
    isNamedOnly: "isNamedOnly" in measure,
    values: roundedAll(nodes[measure.key]),
  }));
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
    const person: Writable<PublicPerson> = { ...blankPerson };
    person.id = named?.key ?? pseudonym;
    person.label = named === undefined ? pseudonym : accountLabel(named);
    person.handle = named?.handle;
    person.server = named?.server;
    person.name = isNameShown[node] === 1 ? cleanText(named?.name) : undefined;
    person.url = isPageShown[node] === 1 ? named?.url : undefined;
    person.firstPost = named && isoTime(firstPost[index]);
    person.lastPost = named && isoTime(lastPost[index]);
    person.followers = named?.followers;
    person.following = named?.following;
    person.isWithheld = named === undefined;
    person.community = communityName(community[node]);
    person.role = roles[role[shownIndex]];
    person.posts = posts[shownIndex];
    person.inDegree = inDegree[shown];
    person.outDegree = outDegree[shown];
    person.inStrength = inStrength[shown];
    person.outStrength = outStrength[shown];
    person.inByKind = perKind((kind) => inByKind[kind][shown]);
    person.outByKind = perKind((kind) => outByKind[kind][shown]);
    const measured: Record<NodeMeasure, number | undefined> = person;
    for (const { key, isNamedOnly, values } of measures) {
      measured[key] = named === undefined && isNamedOnly ? undefined : known(values[shown]);
    }
    person.leftOut = reason === none ? undefined : leftOutReasons[reason];
    person.automationSign = named && automationSigns.get(index);
    return person;
  };

  return {
    rows: makeRows(nodeCount, row),
    id: Array.from(accountOf, (index, node) =>
      withheld[index] === 1 ? pseudonymOf(node) : accounts[index].key,
    ),
    coarse,
  };
}

function roundedAll<Values extends Float64Array | Int32Array>(values: Values): Values;
function roundedAll(values: Float64Array | Int32Array): Float64Array | Int32Array {
  return values instanceof Int32Array ? values : values.map((value) => rounded(value));
}
