import { createHash } from "node:crypto";
import type { Account } from "../model/account.js";
import {
  type AnswerRow,
  convertedVersion,
  type HeaderRow,
  type PersonRow,
  type PostRow,
  type PostsFileRow,
  type TieRow,
  writtenTime,
} from "../model/converted-rows.js";
import { type Corpus, none } from "../model/corpus.js";
import { interactionKinds } from "../model/interaction.js";
import { postOrigins } from "../model/item.js";
import { startHiddenLinks } from "./hidden-links.js";
import { type HidingInput, startHiddenWords } from "./hidden-words.js";
import type { IncludedRows } from "./included-rows.js";
import type { MadeUpKeys } from "./made-up-keys.js";

/** What may be shown of somebody who may be named. */
interface ShownOfPeople {
  nameOf(account: Account): string | undefined;
  pageOf(account: Account): string | undefined;
  link(written: string | undefined, ownHandle?: string): string | undefined;
}

export interface PostsFileInput extends HidingInput {
  readonly included: IncludedRows;
  readonly keys: MadeUpKeys;
  readonly shown: ShownOfPeople;
  /** The hashtag that was asked for, which is written whomever it names. */
  readonly tag: string | undefined;
}

/** Rows of a corpus, made when they are asked for. */
export interface PostsFileRows {
  readonly header: HeaderRow;
  person(account: number): PersonRow;
  /** Those that are written, in order. */
  posts(): Iterable<number>;
  post(post: number): PostRow;
  tie(tie: number): TieRow;
  readonly answers: readonly AnswerRow[];
}

/** The whole file, in the corpus's order. */
export function* everyRow(rows: PostsFileRows, included: IncludedRows): Generator<PostsFileRow> {
  yield rows.header;
  for (const [account, isThere] of included.accounts.entries()) {
    if (isThere === 1) yield rows.person(account);
  }
  for (const post of rows.posts()) yield rows.post(post);
  for (const [tie, isThere] of included.ties.entries()) if (isThere === 1) yield rows.tie(tie);
  yield* rows.answers;
}

/**
 * The rows of a file of posts, which read back to the same corpus but for texts and names that would name
 * somebody who is not to be named. Of those people nothing is written but made-up keys, whether they are bots or groups, and what their posts do. O(corpus).
 */
export function postsFileRows(input: PostsFileInput): PostsFileRows {
  const { corpus, withheld, heldBack, file, included, keys, shown } = input;
  const { accounts, posts, relations, ties } = corpus;
  const wordsOf = startHiddenWords(input);
  const linksOf = startHiddenLinks(input);
  const handles = xHandles(corpus);
  const indexOf = new Map(accounts.map(({ key }, index) => [key, index]));
  const derived = derivedTraces(corpus);

  const header: HeaderRow = {
    tagatlas: "posts",
    schemaVersion: convertedVersion,
    source: file,
    deletedPosts: corpus.deletedPosts,
    clampedTimes: corpus.clampedTimes,
    undirectedEdges: ties.undirectedEdges,
    edgesWithoutKind: ties.edgesWithoutKind,
  };

  const isTagShown = corpus.tags.map(
    (tag, at) =>
      tag === input.tag ||
      !(heldBack.isText(tag) || heldBack.isText(corpus.tagSpellings[at].toLowerCase())),
  );

  const person = (index: number): PersonRow => {
    const account = accounts[index];
    const id = keys.person[index];
    const isInNetwork = included.isListed[index] === 1 ? true : undefined;
    if (withheld[index] === 1) {
      return {
        tagatlas: "person",
        id,
        isBot: account.isBot,
        isGroup: account.isGroup,
        isInNetwork,
      };
    }
    const { key: _, isDropped: __, ...profile } = account;
    const movedTo = profile.movedTo === undefined ? undefined : indexOf.get(profile.movedTo);
    const traces = corpus.traces.get(index);
    const link = (address: string): string[] => {
      const written = shown.link(address, account.handle);
      return written === undefined || derived.has(address) ? [] : [written];
    };
    return {
      tagatlas: "person",
      id,
      ...profile,
      name: shown.nameOf(account),
      url: shown.pageOf(account),
      movedTo: movedTo === undefined ? profile.movedTo : keys.person[movedTo],
      aliases: listed(handles.get(index) ?? []),
      formerNames: listed(traces?.names.filter((name) => !heldBack.isText(name)) ?? []),
      pages: listed(traces?.pages.flatMap(link) ?? []),
      sites: listed(traces?.sites.flatMap(link) ?? []),
      localIds: listed(new Set(traces?.ids.filter((local) => !derived.has(local)) ?? [])),
      isInNetwork,
    };
  };

  const post = (index: number): PostRow => {
    const author = posts.author[index];
    const isWithheld = author !== none && withheld[author] === 1;
    const url = isWithheld ? undefined : shown.link(posts.url[index], accounts[author]?.handle);
    const tags = posts.tags.columns.subarray(
      posts.tags.offsets[index],
      posts.tags.offsets[index + 1],
    );
    return {
      tagatlas: "post",
      id: keys.post[index],
      url,
      author: author === none ? undefined : keys.person[author],
      time: writtenTime(posts.time[index]),
      origin: postOrigins[included.origin[index]],
      tags: listed([...tags].flatMap((tag) => (isTagShown[tag] ? corpus.tagSpellings[tag] : []))),
      links: listed(linksOf(index)),
      relations: listed(relationsOf(index)),
      words: listed(wordsOf(index)),
      seenBy: listed(
        Array.from(
          posts.seenBy.columns.subarray(
            posts.seenBy.offsets[index],
            posts.seenBy.offsets[index + 1],
          ),
          (source) => corpus.sources[source],
        ),
      ),
      version: posts.version[index] === 0 ? undefined : posts.version[index],
      language:
        posts.language[index] === none ? undefined : corpus.languages[posts.language[index]],
      addsWords: flag(posts.addsWords[index]),
      isDigest: flag(posts.isDigest[index]),
      hasBorrowedTime: flag(posts.hasBorrowedTime[index]),
    };
  };

  const relationsOf = (index: number): NonNullable<PostRow["relations"]> => {
    const found: NonNullable<PostRow["relations"]> = [];
    for (let at = relations.offsets[index]; at < relations.offsets[index + 1]; at += 1) {
      const kind = interactionKinds[relations.kind[at]];
      if (kind === "follow") continue;
      const target = relations.post[at];
      found.push({
        kind,
        person: relations.account[at] === none ? undefined : keys.person[relations.account[at]],
        post: target === none ? undefined : keys.post[target],
        position: relations.position[at] === 0 ? undefined : relations.position[at],
      });
    }
    return found;
  };

  const tie = (index: number): TieRow => ({
    tagatlas: "tie",
    source: keys.person[ties.source[index]],
    target: keys.person[ties.target[index]],
    kind: interactionKinds[ties.kind[index]],
    weight: ties.weight[index],
    first: writtenTime(ties.first[index]),
    last: writtenTime(ties.last[index]),
    isAmongMembers: flag(ties.isAmongMembers[index]),
  });

  return {
    header,
    person,
    post,
    *posts() {
      for (const [index, isThere] of included.posts.entries()) if (isThere === 1) yield index;
    },
    tie,
    answers: answerRows(corpus, file),
  };
}

/**
 * Addresses, which may hold the id of a post, are only compared with each other: others stand for them.
 * Keys keep the order.
 */
function answerRows({ answers }: Corpus, file: string): AnswerRow[] {
  const digits = String(answers.length).length;
  return answers.map(
    ({ retrievedAt, oldest, newest, from, next, handleHost: _, ...answer }, at) => ({
      tagatlas: "answer",
      ...answer,
      key: `${answer.source} ${file} ${String(at).padStart(digits, "0")}`,
      from: digest(from),
      next: digest(next),
      retrievedAt: writtenTime(retrievedAt),
      oldest: writtenTime(oldest),
      newest: writtenTime(newest),
    }),
  );
}

function digest(text: string | undefined): string | undefined {
  if (text === undefined || text === "") return text;
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

/** By which names somebody on X is meant in other files, where nobody else is. */
function xHandles({ accounts }: Corpus): Map<number, readonly string[]> {
  const bearers = new Map<string, number[]>();
  for (const [index, { key, handle }] of accounts.entries()) {
    if (!key.startsWith("x:") || handle === undefined) continue;
    const name = `x:@${handle.toLowerCase()}`;
    bearers.set(name, [...(bearers.get(name) ?? []), index]);
  }
  return new Map(
    [...bearers].flatMap(([name, [index, ...others]]) =>
      others.length > 0 || accounts[index].key === name ? [] : [[index, [name]] as const],
    ),
  );
}

/** What leads to people and is found in the rows of their posts again. */
function derivedTraces({ posts }: Corpus): ReadonlySet<string> {
  return new Set(posts.key.flatMap((key) => [key, key.replace(/^x:|^[^#]*#/u, "")]));
}

function listed<Value>(values: Iterable<Value>): Value[] | undefined {
  const list = [...values];
  return list.length === 0 ? undefined : list;
}

function flag(value: number): true | undefined {
  return value === 1 ? true : undefined;
}
