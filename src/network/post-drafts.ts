import { none } from "../model/corpus.js";
import { interactionKinds } from "../model/interaction.js";
import { type Acceptance, type PostItem, type PostReference, postOrigins } from "../model/item.js";
import { detached } from "../text/detached.js";
import type { AccountRegister } from "./account-register.js";
import { type Interner, startInterner } from "./interner.js";
import { type Pairs, startPairs } from "./row-lists.js";
import { startWordDrafts, type WordDrafts } from "./word-drafts.js";

/** What posts do, one relation a row, named by numbers that are settled when all is read. */
export interface RelationDrafts {
  readonly row: number[];
  readonly kind: number[];
  readonly account: number[];
  readonly post: number[];
  readonly position: number[];
}

/** Posts as they come in, one a row, every further copy merged into its row. */
export interface PostDrafts {
  readonly key: PostReference[];
  readonly url: (string | undefined)[];
  /** An account's reference. */
  readonly author: (string | undefined)[];
  /** NaN where no copy tells it. */
  readonly time: number[];
  readonly retrievedAt: number[];
  readonly origin: number[];
  readonly addsWords: number[];
  readonly isDigest: number[];
  readonly hasBorrowedTime: number[];
  /** Of what the row says; 0 where it was never edited. */
  readonly version: number[];
  /** A number of `languageNames`, or `none`. */
  readonly language: number[];
  /** From a row to that of a newer version, which takes its place. */
  readonly replacedBy: Map<number, number>;
  /** As they are written. */
  readonly tags: Pairs;
  readonly links: Pairs;
  readonly words: WordDrafts;
  readonly seenBy: Pairs;
  readonly relations: RelationDrafts;
  readonly tagNames: Interner;
  readonly linkNames: Interner;
  readonly languageNames: Interner;
  readonly sourceNames: Interner;
  /** Numbers of keys and of aliases. */
  readonly references: Interner;
  /** By a reference's number: its row, or `none` where two posts share a local id. */
  readonly rowOfReference: Map<number, number>;
}

/** No posts yet. */
export function startPostDrafts(): PostDrafts {
  return {
    key: [],
    url: [],
    author: [],
    time: [],
    retrievedAt: [],
    origin: [],
    addsWords: [],
    isDigest: [],
    hasBorrowedTime: [],
    version: [],
    language: [],
    replacedBy: new Map(),
    tags: startPairs(),
    links: startPairs(),
    words: startWordDrafts(),
    seenBy: startPairs(),
    relations: { row: [], kind: [], account: [], post: [], position: [] },
    tagNames: startInterner(detached),
    linkNames: startInterner(),
    languageNames: startInterner(detached),
    sourceNames: startInterner(),
    references: startInterner(),
    rowOfReference: new Map(),
  };
}

const referenced = postOrigins.indexOf("referenced");

/** Adds a post, or merges one met before; which copy comes first makes no difference. */
export function addPost(drafts: PostDrafts, item: PostItem, accounts: AccountRegister): Acceptance {
  const version = item.version ?? 0;
  const row = rowOfVersion(drafts, rowOf(drafts, item), version);
  const knownRole = drafts.origin[row];
  drafts.origin[row] = Math.max(knownRole, postOrigins.indexOf(item.origin));
  if (item.hasBorrowedTime === true) drafts.hasBorrowedTime[row] = 1;
  drafts.url[row] = firstOf(drafts.url[row], item.url);
  if (item.author !== undefined) accounts.numberOf(item.author);
  drafts.author[row] = firstOf(drafts.author[row], item.author);
  drafts.time[row] = earlier(drafts.time[row], item.time);
  drafts.retrievedAt[row] = later(drafts.retrievedAt[row], item.retrievedAt);
  if (item.seenBy !== undefined) addPairs(drafts.seenBy, row, item.seenBy, drafts.sourceNames);
  if (version === drafts.version[row]) addContent(drafts, row, item, accounts);
  if (item.origin === "referenced") return "beside";
  return knownRole > referenced ? "duplicate" : "kept";
}

/** What a post says and does, which another version of it may not. */
function addContent(
  drafts: PostDrafts,
  row: number,
  item: PostItem,
  accounts: AccountRegister,
): void {
  if (item.addsWords === true) drafts.addsWords[row] = 1;
  if (item.isDigest === true) drafts.isDigest[row] = 1;
  if (item.language !== undefined) addLanguage(drafts, row, item.language);
  addPairs(drafts.tags, row, item.tags, drafts.tagNames);
  addPairs(drafts.links, row, item.links, drafts.linkNames);
  if (item.words !== undefined) drafts.words.offer(row, item.words);
  for (const relation of item.relations) {
    const { account, post } = relation;
    drafts.relations.row.push(row);
    drafts.relations.kind.push(interactionKinds.indexOf(relation.kind));
    drafts.relations.account.push(account === undefined ? none : accounts.numberOf(account));
    drafts.relations.post.push(post === undefined ? none : drafts.references.idOf(post));
    drafts.relations.position.push(relation.position);
  }
}

/** Of two that are told, the first in the alphabet. */
function addLanguage({ language, languageNames }: PostDrafts, row: number, told: string): void {
  const known = language[row];
  if (known === none || told < languageNames.strings[known]) {
    language[row] = languageNames.idOf(told);
  }
}

/** The row that has taken a row's place at last. */
export function newestRow(drafts: PostDrafts, row: number): number {
  let newest = row;
  for (;;) {
    const next = drafts.replacedBy.get(newest);
    if (next === undefined) return newest;
    newest = next;
  }
}

/** The post's row; where the version is newer than what it says, another that says nothing yet. */
function rowOfVersion(drafts: PostDrafts, known: number, version: number): number {
  const row = newestRow(drafts, known);
  if (version <= drafts.version[row]) return row;
  if (drafts.origin[row] === none) {
    drafts.version[row] = version;
    return row;
  }
  const newer = drafts.key.length;
  drafts.replacedBy.set(row, newer);
  drafts.key.push(drafts.key[row]);
  drafts.url.push(drafts.url[row]);
  drafts.author.push(drafts.author[row]);
  drafts.time.push(drafts.time[row]);
  drafts.retrievedAt.push(drafts.retrievedAt[row]);
  drafts.origin.push(drafts.origin[row]);
  drafts.addsWords.push(0);
  drafts.isDigest.push(0);
  drafts.hasBorrowedTime.push(drafts.hasBorrowedTime[row]);
  drafts.version.push(version);
  drafts.language.push(none);
  return newer;
}

/** A rounded id is one together with its author, and by itself only where no other author has it. */
function rowOf(drafts: PostDrafts, item: PostItem): number {
  const isShared = item.hasRoundedKey === true && item.author !== undefined;
  const key = isShared ? `${item.key} ${item.author}` : item.key;
  const reference = drafts.references.idOf(key);
  const row = drafts.rowOfReference.get(reference) ?? newRow(drafts, key, reference);
  for (const alias of isShared ? [item.key, ...item.aliases] : item.aliases) {
    const aliasReference = drafts.references.idOf(alias);
    const aliasRow = drafts.rowOfReference.get(aliasReference) ?? row;
    drafts.rowOfReference.set(aliasReference, aliasRow === row ? row : none);
  }
  return row;
}

function newRow(drafts: PostDrafts, key: string, reference: number): number {
  const row = drafts.key.length;
  drafts.rowOfReference.set(reference, row);
  drafts.key.push(key);
  drafts.url.push(undefined);
  drafts.author.push(undefined);
  drafts.time.push(Number.NaN);
  drafts.retrievedAt.push(Number.NaN);
  drafts.origin.push(none);
  drafts.addsWords.push(0);
  drafts.isDigest.push(0);
  drafts.hasBorrowedTime.push(0);
  drafts.version.push(0);
  drafts.language.push(none);
  return row;
}

function addPairs(pairs: Pairs, row: number, names: readonly string[], interner: Interner): void {
  for (const name of names) {
    if (name === "") continue;
    pairs.rows.push(row);
    pairs.values.push(interner.idOf(name));
  }
}

/** The one that is told; of two, the first in the alphabet. */
function firstOf(known: string | undefined, told: string | undefined): string | undefined {
  if (known === undefined || told === undefined) return known ?? told;
  return told < known ? told : known;
}

function earlier(known: number, told: number | undefined): number {
  if (told === undefined) return known;
  return Number.isNaN(known) ? told : Math.min(known, told);
}

function later(known: number, told: number | undefined): number {
  if (told === undefined) return known;
  return Number.isNaN(known) ? told : Math.max(known, told);
}
