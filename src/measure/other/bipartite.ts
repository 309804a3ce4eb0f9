import { none } from "../../model/corpus.js";
import type { Csr } from "../../model/csr.js";
import type { ItemNetwork, NetworkItem } from "../../model/other-network.js";
import type { OtherInput } from "./other-input.js";
import type { UsedItems } from "./used-items.js";

interface UsesInput extends Pick<OtherInput, "corpus" | "withheld"> {
  readonly rows: Csr;
  /** An author's one after the other. */
  readonly posts: Int32Array;
  readonly used: UsedItems;
  readonly itemOf: (item: number) => NetworkItem;
}

/** People come first, items after them. */
interface Bipartite extends Omit<ItemNetwork, "notes"> {
  readonly personCount: number;
  /** People who may be named and use nothing that is shown. */
  readonly without: number;
}

/**
 * Who uses what: a tie from each person who may be named to each item, which weighs as many posts of theirs
 * as have it. O(items in the posts).
 */
export function buildBipartite({
  corpus,
  withheld,
  rows,
  posts,
  used,
  itemOf,
}: UsesInput): Bipartite {
  const { author } = corpus.posts;
  const accounts: number[] = [];
  const postsOf: number[] = [];
  const ties: { source: number; target: number; weight: number }[] = [];
  let without = 0;
  for (let from = 0, to = 0; from < posts.length; from = to) {
    const account = author[posts[from]];
    const weightOf = new Map<number, number>();
    let own = 0;
    for (to = from; to < posts.length && author[posts[to]] === account; to += 1) {
      const entries = rows.columns.subarray(rows.offsets[posts[to]], rows.offsets[posts[to] + 1]);
      const nodes = new Set(
        [...entries].map((item) => used.nodeOf[item]).filter((node) => node !== none),
      );
      if (nodes.size > 0) own += 1;
      for (const node of nodes) weightOf.set(node, (weightOf.get(node) ?? 0) + 1);
    }
    if (withheld[account] === 1) continue;
    if (weightOf.size === 0) without += 1;
    else {
      for (const [target, weight] of [...weightOf].sort(([a], [b]) => a - b)) {
        ties.push({ source: accounts.length, target, weight });
      }
      accounts.push(account);
      postsOf.push(own);
    }
  }
  const personCount = accounts.length;
  return {
    items: [
      ...accounts.map((account) => ({ kind: "person" as const, account })),
      ...used.items.map(itemOf),
    ],
    posts: Int32Array.from([...postsOf, ...used.posts]),
    people: Int32Array.from([...accounts.map(() => 1), ...used.namedPeople]),
    ties: {
      nodeCount: personCount + used.items.length,
      tieCount: ties.length,
      source: Int32Array.from(ties, ({ source }) => source),
      target: Int32Array.from(ties, ({ target }) => personCount + target),
      weight: Float64Array.from(ties, ({ weight }) => weight),
    },
    isDirected: false,
    personCount,
    without,
  };
}
