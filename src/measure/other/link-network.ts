import { none } from "../../model/corpus.js";
import { UserError } from "../../model/errors.js";
import type { ItemNetwork } from "../../model/other-network.js";
import { printSpan } from "../../model/span.js";
import { counted } from "../../text/counted.js";
import { type OtherInput, ownPostsByAuthor } from "./other-input.js";
import type { UsedItems } from "./used-items.js";
import { findUsedLinks } from "./used-links.js";

/** More pairs of shares than these are no coordination that anybody could look at. */
const mostPairs = 5e6;

interface Share {
  readonly person: number;
  readonly time: number;
}

/**
 * People who shared the same link within so many milliseconds: a tie weighs as many different links as they
 * shared so. `shares` counts each pair of their posts, `gap` is the shortest time between two. Reposts
 * are no shares here. O(shares · log shares + pairs within the time).
 *
 * Pacheco, Hui, Torres-Lugo, Truong, Flammini and Menczer (2021), Uncovering coordinated networks on social
 * media, doi:10.1609/icwsm.v15i1.18075; Giglietto, Righetti, Rossi and Marino (2020), It takes a village to
 * manipulate the media, doi:10.1080/1369118X.2020.1739732.
 *
 * @throws {UserError} where there are more than five million such pairs of posts.
 */
export function buildLinkNetwork(input: OtherInput & { readonly within: number }): ItemNetwork {
  const { corpus, withheld, selection, within } = input;
  const { author } = corpus.posts;
  const posts = ownPostsByAuthor(input);
  const { rows, used } = findUsedLinks(input, posts);
  const { sharesOf, timeless, people } = sharesByLink({
    used,
    rows,
    posts: posts.filter((post) => withheld[author[post]] === 0),
    author,
    time: selection.time,
  });
  const found = findCoShares(sharesOf, within, corpus.accounts.length);
  const accounts = [...new Set(found.flatMap(({ low, high }) => [low, high]))].sort(
    (a, b) => a - b,
  );
  const nodeOf = new Int32Array(corpus.accounts.length).fill(none);
  for (const [node, account] of accounts.entries()) nodeOf[account] = node;
  const postsOf = new Int32Array(accounts.length);
  for (const post of posts) {
    const node = nodeOf[author[post]];
    const has = rows.offsets[post] < rows.offsets[post + 1];
    if (node !== none && has) postsOf[node] += 1;
  }
  const alone = people - accounts.length;
  return {
    items: accounts.map((account) => ({ kind: "person", account })),
    posts: postsOf,
    people: new Int32Array(accounts.length).fill(1),
    ties: {
      nodeCount: accounts.length,
      tieCount: found.length,
      source: Int32Array.from(found, ({ low }) => nodeOf[low]),
      target: Int32Array.from(found, ({ high }) => nodeOf[high]),
      weight: Float64Array.from(found, ({ links }) => links),
      shares: Int32Array.from(found, ({ shares }) => shares),
      gap: Float64Array.from(found, ({ gap }) => gap),
    },
    isDirected: false,
    notes: [
      "Who shared which link, whenever it was: see --network people-links.",
      "A tie is no proof of coordination: the same news, a conference or a bot that both follow gives it, too.",
      `${counted(used.items.length, "link", "links")} were shared by two or more people who may be named.`,
      ...(alone === 0
        ? []
        : [
            `${counted(alone, "person", "people")} shared one of them, but never within ${printSpan(within)} of another: left out.`,
          ]),
      ...(timeless === 0
        ? []
        : [`${counted(timeless, "share", "shares")} without a known time: left out.`]),
    ],
  };
}

interface SharesInput {
  readonly used: UsedItems;
  readonly rows: OtherInput["corpus"]["posts"]["links"];
  readonly posts: Int32Array;
  readonly author: Int32Array;
  readonly time: Float64Array;
}

/** The shares of each link that counts, by time. */
function sharesByLink({ used, rows, posts, author, time }: SharesInput) {
  const sharesOf: Share[][] = used.items.map(() => []);
  const people = new Set<number>();
  let timeless = 0;
  for (const post of posts) {
    const links = new Set(rows.columns.subarray(rows.offsets[post], rows.offsets[post + 1]));
    for (const link of links) {
      const node = used.nodeOf[link];
      if (node === none) continue;
      people.add(author[post]);
      if (Number.isNaN(time[post])) timeless += 1;
      else sharesOf[node].push({ person: author[post], time: time[post] });
    }
  }
  for (const shares of sharesOf) shares.sort((a, b) => a.time - b.time || a.person - b.person);
  return { sharesOf, timeless, people: people.size };
}

interface CoShares {
  readonly low: number;
  readonly high: number;
  links: number;
  shares: number;
  gap: number;
  lastLink: number;
}

/** Pairs of people by low and then high; each pair once. */
function findCoShares(
  sharesOf: readonly (readonly Share[])[],
  within: number,
  personCount: number,
): CoShares[] {
  const pairs = new Map<number, CoShares>();
  let met = 0;
  for (const [link, shares] of sharesOf.entries()) {
    for (let from = 0; from < shares.length; from += 1) {
      for (let to = from + 1; to < shares.length; to += 1) {
        const gap = shares[to].time - shares[from].time;
        if (gap > within) break;
        const [a, b] = [shares[from].person, shares[to].person];
        if (a === b) continue;
        met += 1;
        if (met > mostPairs) {
          throw new UserError(
            "more than five million pairs of people shared the same link so soon",
            "give a shorter --link-within, or a shorter period",
          );
        }
        const [low, high] = a < b ? [a, b] : [b, a];
        const key = low * personCount + high;
        const pair = pairs.get(key) ?? { low, high, links: 0, shares: 0, gap, lastLink: none };
        pairs.set(key, pair);
        if (pair.lastLink !== link) pair.links += 1;
        pair.lastLink = link;
        pair.shares += 1;
        pair.gap = Math.min(pair.gap, gap);
      }
    }
  }
  return [...pairs.values()].sort((a, b) => a.low - b.low || a.high - b.high);
}
