import type { Corpus } from "../model/corpus.js";
import { normaliseHashtag } from "../model/hashtag.js";
import { postRoles } from "../model/item.js";
import type { Selection } from "../model/selection.js";

export interface SelectOptions {
  /** Only hits with this hashtag; a repost has its original's. */
  readonly tag: string | undefined;
  /** Milliseconds since 1970, inclusive. */
  readonly since: number | undefined;
  /** Milliseconds since 1970, exclusive. */
  readonly until: number | undefined;
}

const referenced = postRoles.indexOf("referenced");
const hit = postRoles.indexOf("hit");

/**
 * The posts that count, and the ties that came without posts. A post outside of the question stays
 * as a referenced one: it still tells whom a reply to it answers. What has no time is outside of
 * any period that is asked for. A tie has no hashtag, so asking for one leaves it; it is of a
 * period where all of it is, since its weight cannot be divided, and then nobody is there without
 * a tie because a file lists them.
 */
export function selectPosts(corpus: Corpus, options: SelectOptions): Selection {
  const { posts } = corpus;
  const role = posts.role.slice();
  const tag = options.tag === undefined ? undefined : normaliseHashtag(options.tag);
  const tagId = tag === undefined ? -1 : corpus.tags.indexOf(tag);
  const counts = { hits: 0, withoutTag: 0, outsidePeriod: 0 };
  let first = Number.NaN;
  let last = Number.NaN;
  for (let post = 0; post < posts.count; post += 1) {
    if (role[post] === referenced) continue;
    const time = posts.time[post];
    if (tag !== undefined && role[post] === hit && !hasTag(corpus, post, tagId)) {
      role[post] = referenced;
      counts.withoutTag += 1;
    } else if (!isWithin(time, options)) {
      role[post] = referenced;
      counts.outsidePeriod += 1;
    } else if (role[post] === hit) {
      counts.hits += 1;
      if (!(time >= first)) first = Number.isNaN(time) ? first : time;
      if (!(time <= last)) last = Number.isNaN(time) ? last : time;
    }
  }
  return {
    role,
    ...selectTies(corpus, options),
    ...counts,
    first,
    last,
    now: options.until ?? last,
  };
}

function selectTies(
  corpus: Corpus,
  options: SelectOptions,
): Pick<Selection, "hasTie" | "isListed"> {
  const { first, last } = corpus.ties;
  if (options.since === undefined && options.until === undefined) {
    return { hasTie: new Uint8Array(corpus.ties.count).fill(1), isListed: corpus.isListed };
  }
  return {
    hasTie: Uint8Array.from(last, (time, tie) =>
      isWithin(first[tie], options) && isWithin(time, options) ? 1 : 0,
    ),
    isListed: new Uint8Array(corpus.accounts.length),
  };
}

function hasTag(corpus: Corpus, post: number, tagId: number): boolean {
  const { offsets, values } = corpus.posts.tags;
  return tagId >= 0 && values.subarray(offsets[post], offsets[post + 1]).includes(tagId);
}

function isWithin(time: number, { since, until }: SelectOptions): boolean {
  if (since !== undefined && !(time >= since)) return false;
  return until === undefined || time < until;
}
