import { furtherMeasures } from "../model/further-measures.js";
import { interactionKinds, type PerKind } from "../model/interaction.js";
import type { AccountItem, TieItem, TieStrength } from "../model/item.js";
import { greatestWeight, smallestWeight } from "../model/weight-limit.js";
import { cleanName } from "./clean-name.js";
import { type RecordReading, skippedRecord } from "./input-format.js";
import { parseTime } from "./time.js";
import { webAddress } from "./web-address.js";

/** Attributes of a node or an edge by the name that the file gives them. */
export type NetworkAttributes = ReadonlyMap<string, string>;

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

/** What people and other programs call each kind, by `foldedName`. */
const kindWords: PerKind<readonly string[]> = {
  repost: "repost reposts retweet retweets retweeted boost boosts reblog".split(" "),
  reply: "reply replies replied replies_to replied_to".split(" "),
  quote: "quote quotes quoted".split(" "),
  mention: "mention mentions mentioned".split(" "),
  follow: "follow follows followed follower following".split(" "),
};

/** Read, or known to say nothing that is not measured anew; by `foldedName`. */
const knownEdgeNames: ReadonlySet<string> = new Set([
  ...interactionKinds,
  ..."source target type id label weight edge_weight kind relationship interaction".split(" "),
  ..."time date first last start end timeset interval".split(" "),
]);

const knownNodeNames: ReadonlySet<string> = new Set([
  ..."id label handle server name url followers following community role posts".split(" "),
  ..."first_post last_post in_degree out_degree in_strength out_strength pagerank".split(" "),
  ..."betweenness betweenness_centrality tooltip color size x y z r g b timeset interval".split(
    " ",
  ),
  ...furtherMeasures.map(({ column }) => column),
  ..."reciprocity active_days replies_to_newcomers median_reply_minutes links_shared".split(" "),
  ...interactionKinds.flatMap((kind) => [`in_${kind}`, `out_${kind}`]),
]);

/** A name in the one spelling in which names compare: `Edge Weight` and `edge_weight` are one. */
export function foldedName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "_")
    .replace(/^_|_$/gu, "");
}

/** A person of a network file, and the attributes that it does not know. */
export function readNetworkNode(node: NetworkNode): RecordReading {
  const key = cleanName(node.id);
  if (key === undefined) return skippedRecord("a node without an id");
  const { value, unknownKeys } = openAttributes(node.attributes, knownNodeNames);
  const label = cleanName(value("label"));
  const item: AccountItem = {
    type: "account",
    key,
    aliases: [],
    profile: {
      label: label === key ? undefined : label,
      handle: cleanName(value("handle")),
      server: cleanName(value("server")),
      name: cleanName(value("name")),
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
 * A tie of a network file: of the kinds whose columns hold a weight, else of the kind that is
 * named, else of none. A tie without a weight weighs 1.
 */
export function readNetworkEdge(edge: NetworkEdge): RecordReading {
  const source = cleanName(edge.source);
  const target = cleanName(edge.target);
  if (source === undefined || target === undefined) {
    return skippedRecord("an edge without a source or a target");
  }
  const { value, unknownKeys } = openAttributes(edge.attributes, knownEdgeNames);
  const weight = weightOf(value("weight") ?? value("edge_weight"));
  if (weight === undefined) return skippedRecord("a weight that is not a number above 0");
  const named = value("kind") ?? value("relationship") ?? value("interaction");
  const folded = named === undefined ? undefined : foldedName(named);
  const kind = interactionKinds.find((one) => kindWords[one].some((word) => word === folded));
  const byColumn = interactionKinds.flatMap((column): TieStrength[] => {
    const strength = Number(value(column) ?? 0);
    return strength > 0 ? [{ kind: column, weight: strength }] : [];
  });
  const strengths = byColumn.length > 0 ? byColumn : [{ kind, weight }];
  if (!strengths.every(isWithinLimits)) {
    return skippedRecord("a weight below 1e-15 or above 1e15");
  }
  const isOtherKind = named !== undefined && kind === undefined && byColumn.length === 0;
  if (isOtherKind) unknownKeys.push("a kind of another name");
  const time = value("time") ?? value("date");
  const item: TieItem = {
    type: "tie",
    source,
    target,
    isDirected: edge.isDirected,
    strengths,
    first: timeOf(value("first") ?? value("start") ?? time),
    last: timeOf(value("last") ?? value("end") ?? time),
  };
  return { items: [item], skipped: [], unknownKeys };
}

function openAttributes(attributes: NetworkAttributes, known: ReadonlySet<string>) {
  const values = new Map<string, string>();
  const unknownKeys: string[] = [];
  for (const [name, written] of attributes) {
    const folded = foldedName(name);
    if (!known.has(folded)) unknownKeys.push(name);
    else if (written.trim() !== "" && !values.has(folded)) values.set(folded, written.trim());
  }
  return { value: (name: string): string | undefined => values.get(name), unknownKeys };
}

function weightOf(written: string | undefined): number | undefined {
  if (written === undefined) return 1;
  const weight = Number(written);
  return weight > 0 ? weight : undefined;
}

function isWithinLimits({ weight }: TieStrength): boolean {
  return weight >= smallestWeight && weight <= greatestWeight;
}

/** Programs write whole numbers as `12.0` too. */
function countOf(written: string | undefined): number | undefined {
  const count = written === undefined ? Number.NaN : Number(written);
  return Number.isSafeInteger(count) && count >= 0 ? count : undefined;
}

/** A time, a day, or seconds or milliseconds since 1970 in as many digits as they have now. */
function timeOf(written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  if (/^\d{10}$/u.test(written)) return Number(written) * 1000;
  if (/^\d{13}$/u.test(written)) return Number(written);
  return parseTime(written) ?? parseTime(`${written}T00:00`);
}
