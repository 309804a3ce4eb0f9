import { createHash } from "node:crypto";
import { startDistinct } from "../model/distinct.js";
import { normaliseHashtag } from "../model/hashtag.js";
import type { Frequency, InputContents } from "../model/inspection.js";
import { type InteractionKind, perKind } from "../model/interaction.js";
import type { Acceptance, Item, PostItem, Relation } from "../model/item.js";
import { printable } from "../text/unprintable.js";

/** Hashtags and languages that are listed at most. */
export const namesListed = 10;
const fewestAuthors = 3;
/** So many different hashtags or languages are counted at once; the rarest of more are forgotten. */
const mostNames = 50_000;

/** Takes the items of one input in; the numbers of distinct things are exact or say how near they are (model/distinct.ts). */
export function tallyContents(): {
  take(item: Item): Acceptance;
  finish(): InputContents;
} {
  const posts = startDistinct();
  const authors = startDistinct();
  const people = startDistinct();
  const relations = startDistinct();
  const languages = new Map<string, Counted>();
  const hashtags = new Map<string, Counted>();
  const ties = new Map<InteractionKind | undefined, number>();
  let reposts = 0;
  let withoutTime = 0;
  let first: number | undefined;
  let last: number | undefined;

  const seeTime = (time: number | undefined): void => {
    if (time === undefined) return;
    first = Math.min(first ?? time, time);
    last = Math.max(last ?? time, time);
  };
  const countTie = (kind: InteractionKind | undefined): void => {
    ties.set(kind, (ties.get(kind) ?? 0) + 1);
  };

  const takeRelation = (of: string, { kind, account, position }: Relation): void => {
    if (account !== undefined) people.add(account);
    const whom = kind === "mention" ? (account ?? position) : "";
    if (!relations.add([of, kind, whom].join(" "))) return;
    countTie(kind);
    if (kind === "repost") reposts += 1;
  };

  const takePost = (post: PostItem): Acceptance => {
    if (post.author !== undefined) people.add(post.author);
    if (post.origin === "referenced") return "beside";
    // Tables with a row for each tie tell one post several times, and another tie each time.
    for (const relation of post.relations) takeRelation(post.key, relation);
    if (!posts.add(post.key)) return "duplicate";
    if (post.author !== undefined) authors.add(post.author);
    seeTime(post.time);
    if (post.time === undefined) withoutTime += 1;
    const author = fingerprint(post.author ?? "");
    if (post.language !== undefined) count(languages, post.language, post.language, author);
    const written = new Map(post.tags.map((tag) => [normaliseHashtag(tag), tag]));
    for (const [tag, spelling] of written) count(hashtags, tag, spelling, author);
    return "kept";
  };

  return {
    take(item: Item): Acceptance {
      switch (item.type) {
        case "post":
          return takePost(item);
        case "tie":
          people.add(item.source);
          people.add(item.target);
          for (const { kind } of item.strengths) countTie(kind);
          seeTime(item.first);
          seeTime(item.last);
          return "kept";
        case "account":
          if (item.isNode === true) people.add(item.key);
          return "beside";
        default:
          return "beside";
      }
    },
    finish: (): InputContents => ({
      posts: posts.count(),
      reposts,
      authors: authors.count(),
      people: people.count(),
      first,
      last,
      withoutTime,
      ties: perKind((kind) => ties.get(kind) ?? 0),
      tiesOfNoKind: ties.get(undefined) ?? 0,
      languages: mostFrequent(languages, 1).slice(0, namesListed),
      // Some may name people, and are left out when all is read.
      hashtags: mostFrequent(hashtags, fewestAuthors),
    }),
  };
}

interface Counted {
  readonly spelling: string;
  count: number;
  /** Of three different authors at most. */
  readonly authors: Set<number>;
}

function count(counts: Map<string, Counted>, name: string, spelling: string, author: number): void {
  let known = counts.get(name);
  if (known === undefined) {
    if (counts.size === mostNames) forgetRarest(counts);
    known = { spelling: spelling.slice(0, 200), count: 0, authors: new Set() };
    counts.set(name, known);
  }
  known.count += 1;
  if (known.authors.size < fewestAuthors) known.authors.add(author);
}

function forgetRarest(counts: Map<string, Counted>): void {
  const byCount = [...counts].sort(([, a], [, b]) => a.count - b.count);
  for (const [name] of byCount.slice(0, mostNames / 2)) counts.delete(name);
}

function fingerprint(author: string): number {
  return createHash("sha256").update(author).digest().readUInt32LE(0);
}

function mostFrequent(counts: ReadonlyMap<string, Counted>, authorCount: number): Frequency[] {
  return [...counts.values()]
    .filter(({ authors }) => authors.size >= authorCount)
    .map(({ spelling, count: times }) => ({ name: printable(spelling), count: times }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}
