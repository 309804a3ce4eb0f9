import { nodeColumns } from "../model/columns/node-columns.js";
import { type InteractionKind, interactionKinds } from "../model/interaction.js";
import type { AccountItem, TieItem, TieStrength } from "../model/item.js";
import { webAddress } from "../platform/web-address.js";
import { cleanName } from "./clean-name.js";
import { edgeTime } from "./edge-time.js";
import { isMissing, readWeight } from "./edge-weight.js";
import { type RecordReading, skippedRecord } from "./input-format.js";
import { foldedName, type TieWord, tieWordOf, tieWordsOf } from "./tie-kinds.js";

/** Attributes of a node or an edge by the name that the file gives them. */
type NetworkAttributes = ReadonlyMap<string, string>;

export interface NetworkNode {
  readonly id: string | undefined;
  readonly attributes: NetworkAttributes;
}

export interface NetworkEdge {
  readonly source: string | undefined;
  readonly target: string | undefined;
  readonly isDirected: boolean;
  readonly attributes: NetworkAttributes;
}

const weightNames = (
  "weight edge_weight w count value strength frequency freq n occurrences times tie_strength " +
  "gewicht peso poids"
).split(" ");
const kindNames =
  "kind relationship interaction interaction_type relation edge_type tie_type link_type tweet_type".split(
    " ",
  );
const timeNames = (
  "time relationship_date_utc date datetime timestamp created_at relationship_date tweet_date_utc " +
  "date_utc timestamp_utc date_published published_at posted_at published datum"
).split(" ");
const spanNames = "first last start end".split(" ");

/** Whether a column of ties holds times, by its name. */
export function isTimeName(name: string): boolean {
  const folded = foldedName(name);
  return timeNames.includes(folded) || spanNames.includes(folded);
}

/** Columns that count the ties of one kind; others that hold such a word count something else. */
const countNames: ReadonlySet<string> = new Set([
  ...interactionKinds,
  ..."reposts retweet retweets boost boosts reblog reblogs rt replies quotes mentions follows".split(
    " ",
  ),
]);

/** Read, or known to say nothing that is not measured anew; by `foldedName`. */
const knownEdgeNames: ReadonlySet<string> = new Set([
  ...weightNames,
  ...kindNames,
  ...timeNames,
  ...spanNames,
  ..."source target type typ tipo directed id label key timeset interval".split(" "),
]);

const handleNames = "handle screen_name username user_name user_screen_name".split(" ");
const userIdNames = ["user_id", "userid"];

/** What people show beside a `name` that is who they are, as in our GraphML. */
const displayNames = ["display_name", "displayname"];

/** Of our own tables and graph files, and of other programs. */
const knownNodeNames: ReadonlySet<string> = new Set([
  ...nodeColumns.map(({ column }) => column),
  ...displayNames,
  ..."betweenness_centrality tooltip color size x y z r g b timeset interval".split(" "),
  ...handleNames,
  ...userIdNames,
  // When twarc-network first met somebody, which is no sign of activity.
  "start_date",
]);

/**
 * Whether an attribute of that name means anything here: a default of another would only have to be
 * carried into every element.
 */
export function isKnownAttribute(of: "node" | "edge", name: string): boolean {
  const folded = foldedName(name);
  return of === "node"
    ? knownNodeNames.has(folded)
    : knownEdgeNames.has(folded) || countNames.has(folded);
}

/** Why a node is left out that is a post by somebody, as twarc2 network --nodes tweets writes them. */
export const nodeOfPost = "a node that is a post";

/** A person of a network file, and the attributes that it does not know. */
export function readNetworkNode(node: NetworkNode): RecordReading {
  const key = cleanName(node.id);
  if (key === undefined) return skippedRecord("a node without an id");
  const { value, unknownKeys } = openAttributes(node.attributes, knownNodeNames);
  const userId = firstOf(value, userIdNames);
  if (userId !== undefined && userId !== key && /^\d{15,}$/u.test(key)) {
    return skippedRecord(nodeOfPost);
  }
  const label = cleanName(value("label"));
  const item: AccountItem = {
    type: "account",
    key,
    aliases: [],
    profile: {
      label: label === key ? undefined : label,
      handle: cleanName(firstOf(value, handleNames)),
      server: cleanName(value("server")),
      name: cleanName(firstOf(value, displayNames) ?? value("name")),
      url: webAddress(value("url")),
      followers: countOf(value("followers")),
      following: countOf(value("following")),
    },
    retrievedAt: undefined,
    isNode: true,
    seenAt: undefined,
  };
  return { items: [item], skipped: [], unknownKeys };
}

/**
 * A tie of a network file: of the kinds whose columns hold a weight, else of the kinds that are
 * named, else of none. A tie without a weight weighs 1 in each kind that is named; one with a
 * weight shares it between them. A mention inside reposted text is the original author's, and no
 * tie of the reposter.
 */
export function readNetworkEdge(edge: NetworkEdge): RecordReading {
  const source = cleanName(edge.source);
  const target = cleanName(edge.target);
  if (source === undefined || target === undefined) {
    return skippedRecord("an edge without a source or a target");
  }
  const { value, unknownKeys } = openAttributes(edge.attributes, knownEdgeNames, countNames);
  const weight = readWeight(firstOf(value, weightNames));
  if (typeof weight === "object") return skippedRecord(weight.problem);
  const named = firstOf(value, kindNames) ?? kindInType(value("type"));
  const words = named === undefined ? [] : tieWordsOf(named);
  const kinds = words.flatMap((word) => (word === undefined || !isKind(word) ? [] : [word]));
  const byColumn = strengthsByColumn(edge.attributes);
  if ("problem" in byColumn) return skippedRecord(byColumn.problem);
  if (byColumn.length === 0 && kinds.length === 0 && words.includes("inside-repost")) {
    return skippedRecord("a mention inside reposted text, which is no tie of the reposter");
  }
  const isPlainPost = words.includes("plain-post") && source === target;
  if (words.includes(undefined) && byColumn.length === 0) {
    unknownKeys.push("a kind of another name");
  }
  const writtenTime = firstOf(value, timeNames);
  const time = edgeTime(writtenTime);
  if (writtenTime !== undefined && time === undefined) unknownKeys.push("a time that is not read");
  const item: TieItem = {
    type: "tie",
    source,
    target,
    isDirected: edge.isDirected,
    strengths:
      byColumn.length > 0 ? byColumn : strengthsOf(isPlainPost ? ["mention"] : kinds, weight),
    first: edgeTime(value("first") ?? value("start")) ?? time,
    last: edgeTime(value("last") ?? value("end")) ?? time,
  };
  return { items: [item], skipped: [], unknownKeys };
}

function strengthsOf(
  kinds: readonly InteractionKind[],
  weight: number | undefined,
): readonly TieStrength[] {
  if (kinds.length === 0) return [{ kind: undefined, weight: weight ?? 1 }];
  return kinds.map((kind) => ({ kind, weight: weight === undefined ? 1 : weight / kinds.length }));
}

/** What stands in columns that count a kind, as twarc-network and our own files have them. */
function strengthsByColumn(
  attributes: NetworkAttributes,
): readonly TieStrength[] | { readonly problem: string } {
  const byKind = new Map<InteractionKind, number>();
  for (const [name, written] of attributes) {
    if (!countNames.has(foldedName(name)) || !isCount(written)) continue;
    const kind = tieWordOf(name);
    if (kind === undefined || !isKind(kind)) continue;
    const strength = readWeight(written);
    if (typeof strength === "object") return strength;
    if (strength !== undefined) byKind.set(kind, (byKind.get(kind) ?? 0) + strength);
  }
  return interactionKinds.flatMap((kind) => {
    const weight = byKind.get(kind);
    return weight === undefined ? [] : [{ kind, weight }];
  });
}

/** Above 0: a kind that did not happen has a 0, and a column of names no number. */
function isCount(written: string): boolean {
  return Number(written.replace(",", ".")) > 0;
}

function isKind(word: TieWord): word is InteractionKind {
  return word !== "inside-repost" && word !== "plain-post";
}

/** Programs call a kind `type` too, where Gephi says there whether the edge has a direction. */
function kindInType(type: string | undefined): string | undefined {
  return type !== undefined && tieWordsOf(type).some((word) => word !== undefined)
    ? type
    : undefined;
}

interface OpenAttributes {
  value(name: string): string | undefined;
  readonly unknownKeys: string[];
}

function openAttributes(
  attributes: NetworkAttributes,
  known: ReadonlySet<string>,
  counts: ReadonlySet<string> = new Set(),
): OpenAttributes {
  const values = new Map<string, string>();
  const unknownKeys: string[] = [];
  for (const [name, written] of attributes) {
    const folded = foldedName(name);
    if (counts.has(folded) && Number.isFinite(Number(written.replace(",", ".")))) continue;
    if (!known.has(folded)) unknownKeys.push(name);
    else if (!isMissing(written) && !values.has(folded)) values.set(folded, written.trim());
  }
  return { value: (name: string): string | undefined => values.get(name), unknownKeys };
}

function firstOf(value: OpenAttributes["value"], names: readonly string[]): string | undefined {
  return names.map(value).find((written) => written !== undefined);
}

/** Programs write whole numbers as `12.0` too. */
function countOf(written: string | undefined): number | undefined {
  const count = written === undefined ? Number.NaN : Number(written);
  return Number.isSafeInteger(count) && count >= 0 ? count : undefined;
}
