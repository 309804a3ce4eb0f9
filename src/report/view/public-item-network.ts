import { accountLabel } from "../../model/account.js";
import type { RowOf } from "../../model/columns/column.js";
import type {
  itemCommunityColumns,
  itemEdgeColumns,
} from "../../model/columns/item-network-columns.js";
import {
  type ItemNetworkMetric,
  itemNetworkMeasures,
} from "../../model/columns/item-network-measures.js";
import {
  type ItemCentrality,
  type itemNodeColumns,
  perItemCentrality,
} from "../../model/columns/item-node-columns.js";
import type { networkColumns } from "../../model/columns/network-columns.js";
import type { threadColumns } from "../../model/columns/thread-columns.js";
import { type Corpus, none } from "../../model/corpus.js";
import { hourMs } from "../../model/durations.js";
import type {
  ItemTies,
  NetworkItem,
  OtherNetworkName,
  Projected,
  Thread,
} from "../../model/other-network.js";
import { makeRows, type Rows } from "../../model/rows.js";
import { printable } from "../../text/unprintable.js";
import { cleanText } from "./clean-text.js";
import { pseudonymizedAccounts, pseudonymOfPost } from "./pseudonymize.js";
import { communityName, isoTime, known, rounded } from "./public-values.js";

export type ItemNodeRow = RowOf<typeof itemNodeColumns>;
export type ItemEdgeRow = RowOf<typeof itemEdgeColumns>;

/** A network of other things than people as others may see it. */
export interface PublicItemNetwork {
  readonly name: OtherNetworkName;
  readonly isDirected: boolean;
  readonly tieRule: string;
  readonly notes: readonly string[];
  readonly nodes: Rows<ItemNodeRow>;
  readonly edges: Rows<ItemEdgeRow>;
  readonly projected: readonly { readonly name: string; readonly edges: Rows<ItemEdgeRow> }[];
  readonly communities: readonly RowOf<typeof itemCommunityColumns>[];
  readonly measures: readonly RowOf<typeof networkColumns>[];
  /** Of a network of posts alone. */
  readonly threads: readonly RowOf<typeof threadColumns>[] | undefined;
}

type PerItem = Int32Array | Float64Array;

/** Numbers of a network by node, as `measureItems` gives them. */
interface Measured {
  readonly degree: Int32Array;
  readonly strength: Float64Array;
  readonly directed:
    | Readonly<Record<"inDegree" | "outDegree" | "inStrength" | "outStrength", PerItem>>
    | undefined;
  readonly nodes: Readonly<Record<ItemCentrality, PerItem | undefined>>;
  readonly component: Int32Array;
  readonly community: Int32Array;
  readonly communityCount: number;
  readonly network: Readonly<Record<ItemNetworkMetric, number | undefined>>;
}

interface FoundItemNetwork {
  readonly corpus: Corpus;
  /** Of posts; see `Selection`. */
  readonly time: Float64Array;
  /** What names come from, where nobody is to be named. */
  readonly pseudonymKey: Uint8Array | undefined;
  readonly name: OtherNetworkName;
  readonly isDirected: boolean;
  readonly tieRule: string;
  readonly notes: readonly string[];
  /** Of the nodes that are left. */
  readonly items: readonly NetworkItem[];
  readonly posts: Int32Array;
  readonly people: Int32Array;
  readonly inside: Float64Array | undefined;
  readonly ties: ItemTies;
  readonly disparity: Float64Array;
  readonly measures: Measured;
  /** With the disparity of their ties. */
  readonly projected: readonly (Projected & { readonly disparity: Float64Array })[];
  /** By node of these items. */
  readonly threads: readonly Thread[] | undefined;
}

const strongestShown = 5;

/** Names come in here: of people by their keys or pseudonyms, of posts by their ids or pseudonyms. */
export function publicItemNetwork(found: FoundItemNetwork): PublicItemNetwork {
  const { items, measures, ties, pseudonymKey } = found;
  const nameOf = startNaming(found);
  const names = items.map(nameOf);
  const ids = names.map(({ id }) => id);
  const isShown = pseudonymKey === undefined;
  const { directed } = measures;
  const node = (at: number): ItemNodeRow => ({
    ...names[at],
    kind: items[at].kind,
    posts: found.posts[at],
    people: found.people[at],
    inside: found.inside?.[at],
    degree: measures.degree[at],
    inDegree: directed?.inDegree[at],
    outDegree: directed?.outDegree[at],
    strength: rounded(measures.strength[at]),
    inStrength: rounded(directed?.inStrength[at]),
    outStrength: rounded(directed?.outStrength[at]),
    ...perItemCentrality((measure) => rounded(known(measures.nodes[measure]?.[at] ?? Number.NaN))),
    component: measures.component[at] + 1,
    community: communityName(measures.community[at]),
  });
  return {
    name: found.name,
    isDirected: found.isDirected,
    tieRule: found.tieRule,
    notes: found.notes,
    nodes: makeRows(items.length, node),
    edges: publicEdges(ties, found.disparity, { ids, isShown }),
    projected: found.projected.map((one) => ({
      name: one.name,
      edges: publicEdges(one.ties, one.disparity, { ids, isShown }),
    })),
    communities: publicCommunities(
      measures,
      names.map(({ label }) => label),
    ),
    measures: itemNetworkMeasures.map(({ metric, name, note }) => ({
      metric,
      value: rounded(measures.network[metric]),
      name,
      note,
    })),
    threads: found.threads?.map(({ root, virality, duration, ...thread }) => ({
      ...thread,
      root: ids[root],
      author: names[root].author,
      time: names[root].time,
      virality: rounded(virality),
      hours: isShown && !Number.isNaN(duration) ? rounded(duration / hourMs) : undefined,
    })),
  };
}

type Naming = Pick<ItemNodeRow, "id" | "label" | "author" | "time">;

function startNaming({
  corpus,
  time,
  pseudonymKey,
}: Pick<FoundItemNetwork, "corpus" | "time" | "pseudonymKey">): (item: NetworkItem) => Naming {
  const accounts =
    pseudonymKey === undefined
      ? corpus.accounts
      : pseudonymizedAccounts(corpus.accounts, pseudonymKey);
  const idOf = (account: number): string => printable(accounts[account].key);
  const noPost = { author: undefined, time: undefined };
  return (item) => {
    switch (item.kind) {
      case "hashtag":
        return { ...namedBy(`#${item.name}`), ...noPost };
      case "word":
      case "link":
      case "server":
        return { ...namedBy(item.name), ...noPost };
      case "person": {
        const account = accounts[item.account];
        const id = idOf(item.account);
        return { id, label: cleanText(accountLabel(account)) ?? id, ...noPost };
      }
      case "post": {
        const key = corpus.posts.key[item.post];
        const author = corpus.posts.author[item.post];
        const id = pseudonymKey === undefined ? printable(key) : pseudonymOfPost(key, pseudonymKey);
        return {
          id,
          label: author === none ? id : (cleanText(accountLabel(accounts[author])) ?? id),
          author: author === none ? undefined : idOf(author),
          time: pseudonymKey === undefined ? isoTime(time[item.post]) : undefined,
        };
      }
    }
  };
}

function namedBy(written: string): Pick<ItemNodeRow, "id" | "label"> {
  const id = printable(written);
  return { id, label: id };
}

interface EdgesInput {
  readonly ids: readonly string[];
  /** Whether times may be told. */
  readonly isShown: boolean;
}

function publicEdges(
  { tieCount, source, target, weight, people, isReply, shares, gap, shared }: ItemTies,
  disparity: Float64Array,
  { ids, isShown }: EdgesInput,
): Rows<ItemEdgeRow> {
  return makeRows(tieCount, (tie) => ({
    source: ids[source[tie]],
    target: ids[target[tie]],
    weight: rounded(weight[tie]),
    people: people?.[tie],
    relation: isReply === undefined ? undefined : isReply[tie] === 1 ? "reply" : "quote",
    shares: shares?.[tie],
    gap: gap === undefined || !isShown ? undefined : gap[tie] / 1000,
    shared: rounded(shared?.[tie]),
    disparity: rounded(disparity[tie]),
  }));
}

function publicCommunities(
  { community, communityCount, strength }: Measured,
  labels: readonly string[],
): PublicItemNetwork["communities"] {
  const members: number[][] = Array.from({ length: communityCount }, () => []);
  for (const [node, of] of community.entries()) if (of !== none) members[of].push(node);
  return members.map((nodes, at) => ({
    community: `G${at + 1}`,
    size: nodes.length,
    strongest: nodes
      .sort((a, b) => strength[b] - strength[a] || a - b)
      .slice(0, strongestShown)
      .map((node) => labels[node])
      .join("; "),
  }));
}
