import { createHash, createHmac } from "node:crypto";
import type { Corpus, RelationTable, TieTable } from "../model/corpus.js";
import { none } from "../model/corpus.js";
import type { Csr } from "../model/csr.js";
import type { PerAccount } from "../model/per-index.js";
import { isMadeUpKey } from "../model/withheld-names.js";

export interface Hidden {
  /** 1 for whoever gets a place by lot. */
  readonly people: PerAccount<Uint8Array>;
  readonly isPost: (post: number) => boolean;
  /** Whoever does not have it cannot draw the lots again. */
  readonly secret: Uint8Array;
}

/** A corpus in another order. */
interface Reordered {
  readonly corpus: Corpus;
  /** From a place in the new order to that in the old. */
  readonly accounts: Int32Array;
}

/**
 * The same corpus with people whose names are hidden behind all others, in an order by lot, and their
 * posts likewise among those of the same time. Whatever is decided between equals by their place, such as
 * a rank, a community's number or a place on the map, then says nothing of a hidden key. Keys that are
 * made up already keep the order of their numbers. O(accounts + posts + relations + ties), times a
 * logarithm for those that are hidden.
 */
export function orderByLot(corpus: Corpus, hidden: Hidden): Reordered {
  const accounts = drawPlaces(
    corpus.accounts.map(({ key }) => key),
    (account) => hidden.people[account] === 1,
    hidden.secret,
  );
  const posts = orderOfPosts(corpus, hidden);
  const newAccount = inverse(accounts);
  const newPost = inverse(posts);
  const accountAt = (account: number): number => (account === none ? none : newAccount[account]);
  return {
    accounts,
    corpus: {
      ...corpus,
      accounts: Array.from(accounts, (account) => corpus.accounts[account]),
      traces: new Map(
        [...corpus.traces]
          .map(([account, traces]) => [newAccount[account], traces] as const)
          .sort(([a], [b]) => a - b),
      ),
      posts: {
        count: corpus.posts.count,
        key: Array.from(posts, (post) => corpus.posts.key[post]),
        url: Array.from(posts, (post) => corpus.posts.url[post]),
        author: posts.map((post) => accountAt(corpus.posts.author[post])),
        time: Float64Array.from(posts, (post) => corpus.posts.time[post]),
        origin: bytesAt(corpus.posts.origin, posts),
        addsWords: bytesAt(corpus.posts.addsWords, posts),
        isDigest: bytesAt(corpus.posts.isDigest, posts),
        hasBorrowedTime: bytesAt(corpus.posts.hasBorrowedTime, posts),
        version: Float64Array.from(posts, (post) => corpus.posts.version[post]),
        language: posts.map((post) => corpus.posts.language[post]),
        seenBy: listsAt(corpus.posts.seenBy, posts),
        tags: listsAt(corpus.posts.tags, posts),
        links: listsAt(corpus.posts.links, posts),
        words: listsAt(corpus.posts.words, posts),
      },
      relations: reorderRelations(corpus.relations, {
        posts,
        accountAt,
        postAt: (post) => (post === none ? none : newPost[post]),
      }),
      ties: reorderTies(corpus.ties, newAccount),
      isListed: bytesAt(corpus.isListed, accounts),
    },
  };
}

/**
 * A secret that is the same for the same posts: of what stands in the files, not of their sums, which the
 * manifest publishes. O(accounts + posts + ties).
 */
export function secretOfContent({ accounts, posts, ties, words }: Corpus): Uint8Array {
  const hash = createHash("sha256");
  for (const { key } of accounts) hash.update(`${key}\n`);
  for (const key of posts.key) hash.update(`${key}\n`);
  for (const word of words) hash.update(`${word}\n`);
  hash.update(new Uint8Array(posts.time.buffer));
  for (const column of [ties.source, ties.target, ties.weight]) {
    hash.update(new Uint8Array(column.buffer));
  }
  return hash.digest();
}

/** Rows that are not hidden, in their order, then the hidden by lot, then those without a key to hide. */
function drawPlaces(
  keys: readonly string[],
  isHidden: (row: number) => boolean,
  secret: Uint8Array,
): Int32Array {
  const open: number[] = [];
  const drawn: { row: number; lot: string }[] = [];
  const madeUp: number[] = [];
  for (const [row, key] of keys.entries()) {
    if (!isHidden(row)) open.push(row);
    else if (isMadeUpKey(key)) madeUp.push(row);
    else drawn.push({ row, lot: createHmac("sha256", secret).update(key, "utf8").digest("hex") });
  }
  drawn.sort((a, b) => (a.lot < b.lot ? -1 : 1));
  return Int32Array.from([...open, ...drawn.map(({ row }) => row), ...madeUp]);
}

/** Only posts of the same time stand in the order of their keys. */
function orderOfPosts({ posts }: Corpus, { isPost, secret }: Hidden): Int32Array {
  const order = Int32Array.from(posts.key, (_, post) => post);
  for (let start = 0; start < posts.count; ) {
    let end = start + 1;
    while (end < posts.count && Object.is(posts.time[end], posts.time[start])) end += 1;
    if (end - start > 1) {
      const from = start;
      const places = drawPlaces(posts.key.slice(from, end), (row) => isPost(from + row), secret);
      for (const [at, row] of places.entries()) order[from + at] = from + row;
    }
    start = end;
  }
  return order;
}

function inverse(order: Int32Array): Int32Array {
  const placeOf = new Int32Array(order.length);
  for (const [place, row] of order.entries()) placeOf[row] = place;
  return placeOf;
}

function bytesAt(values: Uint8Array, order: Int32Array): Uint8Array {
  return Uint8Array.from(order, (row) => values[row]);
}

function listsAt({ offsets, columns: values }: Csr, order: Int32Array): Csr {
  const moved = new Int32Array(order.length + 1);
  const list = new Int32Array(values.length);
  for (const [place, row] of order.entries()) {
    list.set(values.subarray(offsets[row], offsets[row + 1]), moved[place]);
    moved[place + 1] = moved[place] + offsets[row + 1] - offsets[row];
  }
  return { offsets: moved, columns: list };
}

/** In the order that `settleRelations` gives, by the new places. */
function reorderRelations(
  { offsets, kind, position, account, post }: RelationTable,
  to: {
    readonly posts: Int32Array;
    readonly accountAt: (account: number) => number;
    readonly postAt: (post: number) => number;
  },
): RelationTable {
  const moved = new Int32Array(to.posts.length + 1);
  const rows: number[] = [];
  const newAccount = account.map(to.accountAt);
  const last = Number.MAX_SAFE_INTEGER;
  const byAccount = (a: number, b: number): number =>
    kind[a] - kind[b] ||
    position[a] - position[b] ||
    (newAccount[a] === none ? last : newAccount[a]) -
      (newAccount[b] === none ? last : newAccount[b]);
  for (const [place, row] of to.posts.entries()) {
    const own: number[] = [];
    for (let at = offsets[row]; at < offsets[row + 1]; at += 1) own.push(at);
    for (const at of own.sort(byAccount)) rows.push(at);
    moved[place + 1] = rows.length;
  }
  return {
    offsets: moved,
    kind: Uint8Array.from(rows, (at) => kind[at]),
    account: Int32Array.from(rows, (at) => newAccount[at]),
    post: Int32Array.from(rows, (at) => to.postAt(post[at])),
    position: Uint16Array.from(rows, (at) => position[at]),
  };
}

/** In the order that `settleTies` gives; rows of one pair keep theirs. */
function reorderTies(ties: TieTable, newAccount: Int32Array): TieTable {
  const source = ties.source.map((account) => newAccount[account]);
  const target = ties.target.map((account) => newAccount[account]);
  const order = source
    .map((_, tie) => tie)
    .sort((a, b) => source[a] - source[b] || target[a] - target[b] || a - b);
  return {
    ...ties,
    source: order.map((tie) => source[tie]),
    target: order.map((tie) => target[tie]),
    kind: bytesAt(ties.kind, order),
    weight: Float64Array.from(order, (tie) => ties.weight[tie]),
    first: Float64Array.from(order, (tie) => ties.first[tie]),
    last: Float64Array.from(order, (tie) => ties.last[tie]),
    isAmongMembers: bytesAt(ties.isAmongMembers, order),
  };
}
