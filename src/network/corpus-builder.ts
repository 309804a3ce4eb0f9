import type { CollectedAnswer } from "../model/collected-answer.js";
import { type Corpus, none, type RelationTable, type Traces } from "../model/corpus.js";
import type { Csr } from "../model/csr.js";
import { interactionKinds } from "../model/interaction.js";
import { type Acceptance, type HistoryItem, type Item, postOrigins } from "../model/item.js";
import { inTurn, type OnShare } from "../model/progress.js";
import type { Respect } from "../model/provenance.js";
import {
  type AccountRegister,
  type SettledAccounts,
  startAccountRegister,
} from "./account-register.js";
import { findWithheld } from "./consent.js";
import { startIdScopes } from "./id-scopes.js";
import { compareKeys } from "./order-by-key.js";
import { addPost, newestRow, type PostDrafts, startPostDrafts } from "./post-drafts.js";
import { listsByRow, type Pairs } from "./row-lists.js";
import { settleRelations } from "./settle-relations.js";
import { settleTags } from "./settle-tags.js";
import { addTie, settleTies, startTieDrafts, type TieDrafts } from "./tie-drafts.js";

/** Takes items one by one, in any order and any number of times, and makes the corpus of them. */
interface CorpusBuilder {
  add(item: Item): Acceptance;
  /** Sorts and settles all references; the builder is not to be used after it. */
  finish(onShare?: OnShare): Corpus;
}

/** How long the parts of finishing take beside each other, of Mastodon's posts. */
const costs = { order: 2, people: 1, relations: 4, names: 1, words: 4, posts: 5 };

const repost = interactionKinds.indexOf("repost");

/**
 * A builder that has read nothing. Adding takes amortised constant time. Of those who are not to be
 * named it keeps what else leads to them.
 */
export function startCorpus(respect: Respect | "anybody" = "indexable"): CorpusBuilder {
  const accounts = startAccountRegister();
  const scopes = startIdScopes();
  const drafts = startPostDrafts();
  const tieDrafts = startTieDrafts();
  const listed: number[] = [];
  const deleted = new Map<string, number>();
  const answers = new Map<string, CollectedAnswer>();
  const histories = new Map<string, HistoryItem>();

  return {
    add(item) {
      switch (item.type) {
        case "post":
          return addPost(drafts, item, accounts);
        case "account":
          accounts.add(item);
          if (item.localTo !== undefined) scopes.note(item.localTo.scope, item.localTo.server);
          if (item.isNode === true) listed.push(accounts.numberOfKey(item.key));
          return "beside";
        case "tie":
          return addTie(tieDrafts, item, accounts);
        case "answer": {
          const { key, source, handleHost } = item.answer;
          answers.set(key, item.answer);
          if (handleHost !== undefined) accounts.noteHandleHost(source, handleHost);
          return "beside";
        }
        case "history":
          histories.set(item.source, item);
          return "beside";
        case "deletion":
          deleted.set(
            item.post,
            Math.max(deleted.get(item.post) ?? 0, item.at ?? Number.POSITIVE_INFINITY),
          );
          return "beside";
      }
    },
    finish(onShare = () => {}) {
      const shares = inTurn(costs, onShare);
      const told = sumOf([...histories.values()]);
      const clampedTimes = clampTimes(drafts) + told.clampedTimes;
      const deletedRows = rowsOf(drafts, deleted);
      const order = postOrder(drafts, deletedRows);
      const positionOf = new Int32Array(drafts.key.length).fill(none);
      for (const [position, row] of order.entries()) positionOf[row] = position;
      // An older version has no words and ties any more; what else is known of it is the newest's.
      const placeOf = positionOf.map((_, row) => positionOf[newestRow(drafts, row)]);
      shares.order(1);
      const settled = accounts.settle(scopes.rename);
      const author = Int32Array.from(order, (row) => {
        const reference = drafts.author[row];
        return reference === undefined ? none : settled.accountOf[accounts.numberOf(reference)];
      });
      shares.people(1);
      const relations = settleRelations(drafts.relations, {
        positionOf,
        accountOf: settled.accountOf,
        postOf: postsByReference(drafts, placeOf, scopes.rename),
        author,
      });
      shares.relations(1);
      const links = alphabetical(drafts.linkNames.strings);
      const languages = alphabetical(drafts.languageNames.strings);
      const sources = alphabetical(drafts.sourceNames.strings);
      shares.names(1);
      const { lists: words, words: wordNames } = drafts.words.settle(order);
      shares.words(1);
      const { tags, spellings, pairs } = settleTags({
        written: drafts.tagNames.strings,
        pairs: { rows: drafts.tags.rows.map((row) => positionOf[row]), values: drafts.tags.values },
        author,
        accountCount: settled.accounts.length,
        isRepost: Uint8Array.from(order, (row, post) =>
          drafts.addsWords[row] === 0 &&
          relations.kind[relations.offsets[post]] === repost &&
          relations.offsets[post] < relations.offsets[post + 1]
            ? 1
            : 0,
        ),
      });
      return {
        accounts: settled.accounts,
        traces: findTraces(settled, drafts, { accounts, respect }),
        posts: {
          count: order.length,
          key: Array.from(order, (row) => drafts.key[row]),
          url: Array.from(order, (row) => drafts.url[row]),
          author,
          time: Float64Array.from(order, (row) => drafts.time[row]),
          origin: Uint8Array.from(order, (row) => drafts.origin[row]),
          addsWords: Uint8Array.from(order, (row) => drafts.addsWords[row]),
          isDigest: Uint8Array.from(order, (row) => drafts.isDigest[row]),
          hasBorrowedTime: Uint8Array.from(order, (row) => drafts.hasBorrowedTime[row]),
          version: Float64Array.from(order, (row) => drafts.version[row]),
          language: Int32Array.from(order, (row) =>
            drafts.language[row] === none ? none : languages.rankOf[drafts.language[row]],
          ),
          seenBy: listsByRow(order.length, renumbered(drafts.seenBy, placeOf, sources.rankOf)),
          tags: withOriginalTags(order.length, pairs, relations),
          links: listsByRow(order.length, renumbered(drafts.links, positionOf, links.rankOf)),
          words,
        },
        relations,
        ties: settleTies(tieDrafts, settled.accountOf, told),
        isListed: isListed(listed, settled, tieDrafts),
        tags,
        tagSpellings: spellings,
        links: links.sorted,
        languages: languages.sorted,
        words: wordNames,
        sources: sources.sorted,
        answers: [...answers.values()].sort((a, b) => (a.key < b.key ? -1 : 1)),
        keptDeletedPosts: [...deletedRows].filter(
          (row) => drafts.origin[row] > postOrigins.indexOf("referenced"),
        ).length,
        deletedPosts: deletedRows.size + told.deletedPosts,
        clampedTimes,
      };
    },
  };
}

/** What files of our own tell of what became of their posts and ties before. */
function sumOf(histories: readonly HistoryItem[]): Omit<HistoryItem, "type" | "source"> {
  const sum = (count: (history: HistoryItem) => number): number =>
    histories.reduce((total, history) => total + count(history), 0);
  return {
    deletedPosts: sum(({ deletedPosts }) => deletedPosts),
    clampedTimes: sum(({ clampedTimes }) => clampedTimes),
    undirectedEdges: sum(({ undirectedEdges }) => undirectedEdges),
    edgesWithoutKind: sum(({ edgesWithoutKind }) => edgesWithoutKind),
  };
}

/** What leads to people who are not to be named, their posts' addresses and ids among it. */
function findTraces(
  settled: SettledAccounts,
  drafts: PostDrafts,
  {
    accounts,
    respect,
  }: { readonly accounts: AccountRegister; readonly respect: Respect | "anybody" },
): Map<number, Traces> {
  const traces = settled.tracesOf(
    respect === "anybody"
      ? new Uint8Array(settled.accounts.length).fill(1)
      : findWithheld(settled, respect),
  );
  if (traces.size === 0) return traces;
  for (const [reference, row] of drafts.rowOfReference) {
    const author = row === none ? undefined : drafts.author[row];
    if (author === undefined) continue;
    const of = traces.get(settled.accountOf[accounts.numberOf(author)]);
    const written = drafts.references.strings[reference];
    if (of === undefined) continue;
    if (/^https?:/iu.test(written)) of.pages.push(written);
    else of.ids.push(written.replace(/^x:|^[^#]*#/u, ""));
  }
  for (const of of traces.values()) for (const list of [of.names, of.pages, of.ids]) list.sort();
  return traces;
}

/** Who stands in a network file, as a node or at an end of a tie. */
function isListed(
  nodes: readonly number[],
  { accounts, accountOf }: SettledAccounts,
  ties: TieDrafts,
): Uint8Array {
  const marks = new Uint8Array(accounts.length);
  for (const reference of nodes) marks[accountOf[reference]] = 1;
  for (const ends of [ties.source, ties.target]) {
    for (const [tie, reference] of ends.entries()) {
      if (ties.isAmongMembers[tie] === 0) marks[accountOf[reference]] = 1;
    }
  }
  return marks;
}

/** Some clocks are wrong: a post cannot be younger than the moment it was fetched. */
function clampTimes(drafts: PostDrafts): number {
  let clamped = 0;
  for (const [row, retrievedAt] of drafts.retrievedAt.entries()) {
    if (!(drafts.time[row] > retrievedAt) || drafts.replacedBy.has(row)) continue;
    drafts.time[row] = retrievedAt;
    clamped += 1;
  }
  return clamped;
}

/**
 * The rows of posts that were taken back, by whichever of their names, and not seen again since:
 * `deleted` says when, in milliseconds since 1970.
 */
function rowsOf(drafts: PostDrafts, deleted: ReadonlyMap<string, number>): Set<number> {
  const rows = Array.from(deleted, ([post, at]) => {
    const row = drafts.rowOfReference.get(drafts.references.idOf(post)) ?? none;
    if (row === none) return none;
    const newest = newestRow(drafts, row);
    const seenAt = Math.max(drafts.retrievedAt[row], drafts.retrievedAt[newest]);
    return seenAt > at ? none : newest;
  });
  return new Set(rows.filter((row) => row !== none));
}

/** Rows by time, unknown times last, then by key; without older versions and those taken back. */
function postOrder(drafts: PostDrafts, deleted: ReadonlySet<number>): Int32Array {
  const rows = [...drafts.key.keys()].filter(
    (row) => !deleted.has(row) && !drafts.replacedBy.has(row),
  );
  const sortTime = (row: number): number =>
    Number.isNaN(drafts.time[row]) ? Number.MAX_VALUE : drafts.time[row];
  rows.sort((a, b) => sortTime(a) - sortTime(b) || compareKeys(drafts.key[a], drafts.key[b]));
  return Int32Array.from(rows);
}

/** By a reference's number: the post's place, `none` where two posts share a local id. */
function postsByReference(
  drafts: PostDrafts,
  placeOf: Int32Array,
  rename: (reference: string) => string,
): Int32Array {
  const placeOfName = new Map<string, number>();
  for (const [reference, row] of drafts.rowOfReference) {
    const name = rename(drafts.references.strings[reference]);
    const place = row === none ? none : placeOf[row];
    const known = placeOfName.get(name) ?? place;
    placeOfName.set(name, known === place ? place : none);
  }
  return Int32Array.from(
    drafts.references.strings,
    (reference) => placeOfName.get(rename(reference)) ?? none,
  );
}

function alphabetical(names: readonly string[]): { sorted: string[]; rankOf: Int32Array } {
  const order = names.map((_, id) => id).sort((a, b) => (names[a] < names[b] ? -1 : 1));
  const rankOf = new Int32Array(names.length);
  for (const [rank, id] of order.entries()) rankOf[id] = rank;
  return { sorted: order.map((id) => names[id]), rankOf };
}

function renumbered(pairs: Pairs, positionOf: Int32Array, rankOf: Int32Array): Pairs {
  return {
    rows: pairs.rows.map((row) => positionOf[row]),
    values: pairs.values.map((value) => rankOf[value]),
  };
}

/** A repost's own copy of the text is cut off, and its hashtags with it: it has its original's. */
function withOriginalTags(postCount: number, pairs: Pairs, relations: RelationTable): Csr {
  const own = listsByRow(postCount, pairs);
  const rows = [...pairs.rows];
  const values = [...pairs.values];
  for (let post = 0; post < postCount; post += 1) {
    for (let at = relations.offsets[post]; at < relations.offsets[post + 1]; at += 1) {
      const original = relations.post[at];
      if (relations.kind[at] !== repost || original === none) continue;
      for (let tag = own.offsets[original]; tag < own.offsets[original + 1]; tag += 1) {
        rows.push(post);
        values.push(own.columns[tag]);
      }
    }
  }
  return listsByRow(postCount, { rows, values });
}
