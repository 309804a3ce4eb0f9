import { type Corpus, none, type TieTable } from "../model/corpus.js";
import type { ForgetEntry } from "../model/forget-list.js";
import { postOrigins } from "../model/item.js";
import { type LocalNumber, pageForm } from "../model/listed-address.js";
import { xKey } from "../model/x-handle.js";
import { findAccounts } from "./find-accounts.js";

interface DroppedCorpus {
  readonly corpus: Corpus;
  readonly people: number;
  /** Posts that were named, and posts of people who were. */
  readonly posts: number;
  /** Lines of the list that are nobody and nothing here. */
  readonly unknownLines: readonly number[];
}

const referenced = postOrigins.indexOf("referenced");

/**
 * A corpus without some people and posts: their posts count as if they were only quoted, nobody has
 * engaged them, no tie leads to or from them, and no word or link that would name them is shown. The
 * rest is as it was. O(accounts + posts + relations + ties).
 */
export function dropFromCorpus(corpus: Corpus, entries: readonly ForgetEntry[]): DroppedCorpus {
  const { accounts, posts, relations, ties, isListed } = corpus;
  const isGone = new Uint8Array(accounts.length);
  const isDropped = new Uint8Array(posts.count);
  const unknownLines: number[] = [];
  const find = finderIn(corpus);
  for (const entry of entries) {
    const found = find(entry);
    if (found.account !== undefined) isGone[found.account] = 1;
    if (found.post !== undefined) isDropped[found.post] = 1;
    if (found.account === undefined && found.post === undefined) unknownLines.push(entry.line);
  }
  for (const [post, author] of posts.author.entries()) {
    if (author !== none && isGone[author] === 1) isDropped[post] = 1;
  }
  const counts = posts.origin.filter(
    (origin, post) => origin !== referenced && isDropped[post] === 1,
  );
  return {
    corpus: {
      ...corpus,
      accounts: accounts.map((account, index) =>
        isGone[index] === 1 ? { ...account, isDropped: true } : account,
      ),
      posts: {
        ...posts,
        origin: posts.origin.map((origin, post) => (isDropped[post] === 1 ? referenced : origin)),
      },
      relations: {
        ...relations,
        account: relations.account.map((account) =>
          account !== none && isGone[account] === 1 ? none : account,
        ),
      },
      ties: withoutTies(ties, isGone),
      isListed: isListed.map((listed, account) => (isGone[account] === 1 ? 0 : listed)),
    },
    people: isGone.reduce((sum, gone) => sum + gone, 0),
    posts: counts.length,
    unknownLines,
  };
}

interface Found {
  readonly account: number | undefined;
  readonly post: number | undefined;
}

function finderIn(corpus: Corpus): (entry: ForgetEntry) => Found {
  const { accounts, posts } = corpus;
  const byPage = new Map<string, number>();
  for (const [index, { url }] of accounts.entries()) {
    if (url !== undefined) byPage.set(pageForm(url), index);
  }
  const byPost = new Map<string, number>();
  for (const [index, key] of posts.key.entries()) {
    byPost.set(pageForm(key), index);
    const url = posts.url[index];
    if (url !== undefined) byPost.set(pageForm(url), index);
  }
  const first = (map: ReadonlyMap<string, number>, pages: readonly string[]) =>
    pages.map((page) => map.get(page)).find((index) => index !== undefined);
  return ({ handle, pages, local, id }) => {
    const post =
      first(byPost, pages) ?? (id === undefined ? undefined : byPost.get(pageForm(xKey(id))));
    const account = first(byPage, pages) ?? numbered(corpus, local);
    if (post !== undefined && account === undefined) return { account, post };
    return {
      account: account ?? findAccounts(accounts, handle === undefined ? [] : [handle]).accounts[0],
      post,
    };
  };
}

/** Somebody by the number of a server, where nobody else here has that number. */
function numbered({ traces }: Corpus, local: LocalNumber | undefined): number | undefined {
  if (local?.of !== "account") return undefined;
  const found = [...traces].filter(([, { ids }]) => ids.includes(local.id));
  return found.length === 1 ? found[0][0] : undefined;
}

function withoutTies(ties: TieTable, isGone: Uint8Array): TieTable {
  const { source, target } = ties;
  const stays = (_: number, tie: number): boolean =>
    isGone[source[tie]] === 0 && isGone[target[tie]] === 0;
  const kept = source.filter(stays);
  return {
    ...ties,
    count: kept.length,
    source: kept,
    target: target.filter(stays),
    kind: ties.kind.filter(stays),
    weight: ties.weight.filter(stays),
    first: ties.first.filter(stays),
    last: ties.last.filter(stays),
    isAmongMembers: ties.isAmongMembers.filter(stays),
  };
}
