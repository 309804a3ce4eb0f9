import type { InteractionKind } from "../model/interaction.js";
import { foldedName } from "./tie-kinds.js";

/** Which columns of a table hold what of its edges, by their names in the table. */
export interface EdgeColumns {
  readonly source: string;
  readonly target: string;
  readonly weight?: string | undefined;
  readonly time?: string | undefined;
  readonly kind?: string | undefined;
  /** What the names of both ends say that every edge is. */
  readonly impliedKind?: InteractionKind | undefined;
}

type Pair = readonly [source: string, target: string, kind?: InteractionKind];

/** What only an edge list calls its columns. */
const surePairs: readonly Pair[] = [
  ["vertex_1", "vertex_2"],
  ["vertex1", "vertex2"],
  ["source", "target"],
  ["source", "destination"],
  ["source_id", "target_id"],
  ["sourceid", "targetid"],
  ["source_name", "target_name"],
  ["source_label", "target_label"],
  ["source_node", "target_node"],
  ["source_user", "target_user"],
  ["source_account", "target_account"],
  ["src", "dst"],
  ["src", "dest"],
  ["src", "tgt"],
  ["src", "target"],
  ["from", "to"],
  ["from_id", "to_id"],
  ["fromid", "toid"],
  ["from_name", "to_name"],
  ["from_node", "to_node"],
  ["fromnodeid", "tonodeid"],
  ["from_node_id", "to_node_id"],
  ["from_user", "to_user"],
  ["from_account", "to_account"],
  ["start_id", "end_id"],
  ["node1", "node2"],
  ["node_1", "node_2"],
  ["node_a", "node_b"],
  ["name1", "name2"],
  ["name_1", "name_2"],
  ["name", "name_2"],
  ["id1", "id2"],
  ["id_1", "id_2"],
  ["user1", "user2"],
  ["user_1", "user_2"],
  ["user_a", "user_b"],
  ["person1", "person2"],
  ["person_1", "person_2"],
  ["actor1", "actor2"],
  ["actor_1", "actor_2"],
  ["account1", "account2"],
  ["origin", "destination"],
  ["quelle", "ziel"],
  ["von", "an"],
  ["von", "nach"],
  ["origen", "destino"],
  ["origem", "destino"],
  ["origine", "destination"],
  ["bron", "doel"],
  ["sender", "receiver"],
  ["sender", "recipient"],
  ["follower", "followed", "follow"],
  ["follower", "followee", "follow"],
  ["follower", "following", "follow"],
  ["follower", "friend", "follow"],
  ["follower_id", "followed_id", "follow"],
  ["follower_id", "followee_id", "follow"],
  ["follower_id", "user_id", "follow"],
  ["follower", "user", "follow"],
  ["user", "followed", "follow"],
  ["user", "follows", "follow"],
  ["user", "friend", "follow"],
  ["user_id", "friend_id", "follow"],
  ["retweeter", "retweeted", "repost"],
  ["retweeting_user", "retweeted_user", "repost"],
  ["retweeter", "author", "repost"],
  ["booster", "boosted", "repost"],
  ["user", "retweeted", "repost"],
  ["user", "retweeted_user", "repost"],
  ["replier", "replied_to", "reply"],
  ["user", "replied_to", "reply"],
  ["user", "reply_to", "reply"],
  ["quoter", "quoted", "quote"],
  ["user", "quoted", "quote"],
  ["user", "quoted_user", "quote"],
  ["mentioner", "mentioned", "mention"],
  ["mentioning", "mentioned", "mention"],
  ["user", "mentioned", "mention"],
  ["user", "mentioned_user", "mention"],
  ["user", "mention", "mention"],
  ["author", "mentioned", "mention"],
  ["screen_name", "mentioned", "mention"],
  ["username", "mentioned", "mention"],
  ["ego", "alter"],
];

/** What other tables call their columns as well: only where there is little beside them. */
const otherPairs: readonly Pair[] = [
  ["v1", "v2"],
  ["u", "v"],
  ["i", "j"],
  ["a", "b"],
  ["node", "neighbor"],
  ["node", "neighbour"],
  ["person", "contact"],
  ["parent", "child"],
  ["citing", "cited"],
  ["subject", "object"],
  ["row", "column"],
];
const columnsBesideOtherPairs = 4;

const authorNames = new Set(
  (
    "author author_id user user_id username user_name screen_name from_user user_screen_name " +
    "author_username account handle"
  ).split(" "),
);
const textNames = new Set(
  "text full_text tweet tweet_text content body message raw_content rawcontent post_text".split(
    " ",
  ),
);
const postNames = new Set(
  "id id_str tweet_id status_id post_id created_at date time datetime timestamp url".split(" "),
);
const edgeNames = new Set(
  "weight edge_weight relationship interaction kind edge_type tie_type directed".split(" "),
);

/**
 * The columns of an edge list, by their names: both ends under a usual pair of names, and nothing
 * that makes the table one of posts. `undefined` for another table.
 */
export function findEdgeColumns(columns: readonly string[]): EdgeColumns | undefined {
  const byName = new Map<string, string>();
  for (const column of columns) {
    const folded = foldedName(column);
    if (!byName.has(folded)) byName.set(folded, column);
  }
  const names = new Set(byName.keys());
  const ends = directedByOrder(columns) ?? pairIn(surePairs, names);
  const few = names.size <= columnsBesideOtherPairs + 2;
  const pair = ends ?? (few ? pairIn(otherPairs, names) : undefined);
  if (pair === undefined || isPostTable(names, pair)) return undefined;
  const source = byName.get(pair[0]);
  const target = byName.get(pair[1]);
  if (source === undefined || target === undefined) return undefined;
  return { source, target, impliedKind: pair[2] };
}

function pairIn(pairs: readonly Pair[], names: ReadonlySet<string>): Pair | undefined {
  return pairs.find(([source, target]) => names.has(source) && names.has(target));
}

/**
 * An arc runs from its tail to its head; a triple of head, relation and tail the other way. Whichever
 * the table means, it names where an edge begins first.
 */
function directedByOrder(columns: readonly string[]): Pair | undefined {
  const ends = columns.map(foldedName).filter((name) => name === "head" || name === "tail");
  return ends.length === 2 && ends[0] !== ends[1] ? [ends[0], ends[1]] : undefined;
}

/** Posts have a text and somebody who wrote it, or an id or a time, and nothing of an edge. */
function isPostTable(names: ReadonlySet<string>, [source, target]: Pair): boolean {
  if (source.startsWith("vertex")) return false;
  const has = (some: ReadonlySet<string>): boolean =>
    [...some].some((name) => name !== source && name !== target && names.has(name));
  if (!has(textNames)) return false;
  return has(authorNames) || authorNames.has(source) || (has(postNames) && !has(edgeNames));
}

const nodeIdNames = ["id", "vertex", "name", "key", "node"];
const nodeSigns = new Set(
  "label followers following in_degree out_degree pagerank handle community".split(" "),
);

/** The column of a table of people that says who each is; `undefined` for another table. */
export function findNodeColumn(columns: readonly string[]): string | undefined {
  const byName = new Map(columns.map((column) => [foldedName(column), column]));
  const names = new Set(byName.keys());
  const id = nodeIdNames.find((name) => names.has(name));
  if (id === undefined) return undefined;
  if (names.size === 1) return id === "id" ? byName.get(id) : undefined;
  if ([...textNames].some((name) => names.has(name))) return undefined;
  const isNetwork = id === "vertex" || id === "id" || id === "key";
  if (!isNetwork || ![...nodeSigns, "vertex"].some((name) => names.has(name))) return undefined;
  const writesPosts = ["created_at", "author", "user", "username", "screen_name", "tweet_id"];
  return writesPosts.some((name) => names.has(name)) ? undefined : byName.get(id);
}

const nodexlCategories = new Set(
  [
    "Visual Properties",
    "Labels",
    "Layout",
    "Graph Metrics",
    "Other Columns",
    "Subgraph",
    "Add Your Own Columns Here",
  ].map(foldedName),
);

/** NodeXL's sheets have a row above their header that says what the columns are for. */
export function isNodexlCategories(cells: readonly string[]): boolean {
  return cells[0].trim() === "" && cells.some((cell) => nodexlCategories.has(foldedName(cell)));
}
