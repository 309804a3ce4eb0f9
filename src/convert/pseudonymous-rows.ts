import type { PersonRow, PostRow, TieRow } from "../model/converted-rows.js";
import { dayMs } from "../model/durations.js";
import { siteWithheld } from "../model/withheld-names.js";
import { type PostsFileInput, type PostsFileRows, postsFileRows } from "./posts-file-rows.js";
import { sharedByNamed } from "./shared-by-named.js";

/**
 * The rows of a file of posts in which nobody has a name: of people only that they opted out, are bots or
 * groups; of posts what they do, the day, and hashtags that two people or more use. Nothing tells
 * words, servers, addresses or the order within a day, and a link only that it is one. O(corpus).
 */
export function pseudonymousRows(input: PostsFileInput): PostsFileRows {
  const { corpus, withheld, file, keys, included } = input;
  const { accounts, posts } = corpus;
  const everybody = new Uint8Array(accounts.length).fill(1);
  const rows = postsFileRows({ ...input, withheld: everybody });
  const nobody = new Uint8Array(accounts.length);
  const isShared = sharedByNamed(corpus, nobody, posts.tags, corpus.tags.length);
  const rare = new Set(
    corpus.tagSpellings.filter((_, tag) => isShared[tag] === 0 && corpus.tags[tag] !== input.tag),
  );
  const indexOf = new Map(accounts.map(({ key }, index) => [key, index]));
  const madeUp = new Map<string, string>();

  /** The same for one person alone, so that how often a link is shared does not tell which it is. */
  const linksOf = (post: number): string[] =>
    Array.from(
      posts.links.columns.subarray(posts.links.offsets[post], posts.links.offsets[post + 1]),
      (link) => {
        const one = `${posts.author[post]} ${link}`;
        const known = madeUp.get(one) ?? siteWithheld(file, madeUp.size + 1);
        madeUp.set(one, known);
        return known;
      },
    );

  const person = (account: number): PersonRow => {
    const { movedTo } = accounts[account];
    const next = movedTo === undefined ? undefined : indexOf.get(movedTo);
    return {
      ...rows.person(account),
      movedTo: next === undefined ? undefined : keys.person[next],
      // Who has opted out stays so for whoever reads the file.
      discoverable: withheld[account] === 1 ? false : undefined,
    };
  };

  const post = (index: number): PostRow => {
    const { tagatlas, id, author, origin, tags, relations, language, ...row } = rows.post(index);
    const links = linksOf(index);
    const open = tags?.filter((tag) => !rare.has(tag)) ?? [];
    return {
      tagatlas,
      id,
      author,
      time: dayOf(posts.time[index]),
      origin,
      tags: open.length === 0 ? undefined : open,
      links: links.length === 0 ? undefined : links,
      relations,
      language,
      addsWords: row.addsWords,
      isDigest: row.isDigest,
      hasBorrowedTime: row.hasBorrowedTime,
    };
  };

  const tie = (index: number): TieRow => ({
    ...rows.tie(index),
    first: undefined,
    last: undefined,
  });

  const order = [...included.posts.keys()]
    .filter((index) => included.posts[index] === 1)
    .sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));

  function sortKey(index: number): string {
    const day = dayOf(posts.time[index]) ?? "";
    return `${day} ${keys.post[index]}`;
  }

  return { header: rows.header, person, posts: () => order, post, tie, answers: [] };
}

/** Midnight UTC. */
function dayOf(time: number): string | undefined {
  if (Number.isNaN(time)) return undefined;
  const day = new Date(Math.floor(time / dayMs) * dayMs);
  return Number.isNaN(day.getTime()) ? undefined : day.toISOString();
}
