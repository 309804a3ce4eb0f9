import { type Corpus, isRepost, none } from "../model/corpus.js";
import { noPostFilter, type PostFilter } from "../model/filters.js";
import { normaliseHashtag } from "../model/hashtag.js";
import { postOrigins } from "../model/item.js";
import type { PerAccount } from "../model/per-index.js";
import type { Selection } from "../model/selection.js";
import { findTimeEnds, type TimeEnds } from "./time-ends.js";

interface SelectOptions {
  /** Only analysed with this hashtag; a repost has its original's. */
  readonly tag: string | undefined;
  /** Milliseconds since 1970, inclusive. */
  readonly since: number | undefined;
  /** Milliseconds since 1970, exclusive. */
  readonly until: number | undefined;
  /** What counts beside; without one, everything. */
  readonly filter?: PostFilter | undefined;
}

const referenced = postOrigins.indexOf("referenced");
const found = postOrigins.indexOf("found");

/**
 * The posts that count, and the ties that came without posts. A post outside of the question stays
 * as a referenced one: it still tells whom a reply to it answers. What has no time is outside of
 * any period that is asked for. A tie has no hashtag, so asking for one leaves it; it is of a
 * period where all of it is, since its weight cannot be divided, and then nobody is there without
 * a tie because a file lists them. Of a filter, people count for ties without posts, too.
 */
export function selectPosts(corpus: Corpus, options: SelectOptions): Selection {
  const { posts } = corpus;
  const origin = posts.origin.slice();
  const tag = options.tag === undefined ? undefined : normaliseHashtag(options.tag);
  const tagId = tag === undefined ? -1 : corpus.tags.indexOf(tag);
  const counts = {
    analysed: 0,
    threads: 0,
    filtered: 0,
    withoutTag: 0,
    outsidePeriod: 0,
    withoutTime: 0,
  };
  const filter = options.filter ?? noPostFilter;
  const passes = startPassing(corpus, filter);
  const times: number[] = [];
  for (let post = 0; post < posts.count; post += 1) {
    if (origin[post] === referenced) continue;
    const time = posts.time[post];
    if (tag !== undefined && origin[post] === found && !hasTag(corpus, post, tagId)) {
      origin[post] = referenced;
      counts.withoutTag += 1;
    } else if (!isWithin(time, options)) {
      origin[post] = referenced;
      if (Number.isNaN(time)) counts.withoutTime += 1;
      else counts.outsidePeriod += 1;
    } else if (!passes(post)) {
      origin[post] = referenced;
      counts.filtered += 1;
    } else if (origin[post] === found) {
      counts.analysed += 1;
      // Posts stand by time.
      if (!Number.isNaN(time)) times.push(time);
    } else counts.threads += 1;
  }
  const ends = findTimeEnds(new Float64Array(times), options);
  return {
    origin,
    ...selectTies(corpus, origin, options),
    ...counts,
    filter,
    ...forgetOddTimes(corpus, origin, ends),
    first: ends.first,
    last: ends.last,
    now: options.until ?? ends.last,
  };
}

/** Tells whether a post passes a filter. */
function startPassing(corpus: Corpus, filter: PostFilter): (post: number) => boolean {
  const { languages, excludeReposts, isPerson } = filter;
  const { author, language } = corpus.posts;
  const isWanted = corpus.languages.map((written) => {
    const code = written.toLowerCase();
    return languages.some((wanted) => code === wanted || code.startsWith(`${wanted}-`));
  });
  return (post) => {
    if (languages.length > 0 && !isWanted[language[post]]) return false;
    if (excludeReposts && isRepost(corpus, post)) return false;
    return isPerson === undefined || (author[post] !== none && isPerson[author[post]] === 1);
  };
}

function forgetOddTimes(
  { posts }: Corpus,
  origin: Uint8Array,
  { oddBefore, oddAfter }: TimeEnds,
): Pick<Selection, "time" | "oddTimes"> {
  const isOdd = (time: number): boolean => time <= oddBefore || time >= oddAfter;
  const odd = posts.time.filter((time, post) => origin[post] !== referenced && isOdd(time));
  if (odd.length === 0) return { time: posts.time, oddTimes: undefined };
  return {
    time: posts.time.map((time) => (isOdd(time) ? Number.NaN : time)),
    oddTimes: { posts: odd.length, earliest: odd[0], latest: odd[odd.length - 1] },
  };
}

function selectTies(
  corpus: Corpus,
  origin: Uint8Array,
  options: SelectOptions,
): Pick<Selection, "hasTie" | "isListed"> {
  const { source, target, first, last, isAmongMembers } = corpus.ties;
  const isMember = isAmongMembers.includes(1) ? findMembers(corpus, origin) : undefined;
  const isPerson = options.filter?.isPerson;
  const isTimeless = options.since === undefined && options.until === undefined;
  const hasTie = Uint8Array.from(last, (time, tie) => {
    if (isPerson?.[source[tie]] === 0 || isPerson?.[target[tie]] === 0) return 0;
    // Whom somebody follows has no time: it is as it was when it was asked for.
    if (isAmongMembers[tie] === 1) {
      return isMember?.[source[tie]] === 1 && isMember[target[tie]] === 1 ? 1 : 0;
    }
    return isTimeless || (isWithin(first[tie], options) && isWithin(time, options)) ? 1 : 0;
  });
  return {
    hasTie,
    isListed: corpus.isListed.map((mark, account) =>
      isTimeless && isPerson?.[account] !== 0 ? mark : 0,
    ),
  };
}

/** Who wrote one of the posts that count, or is named by one. */
function findMembers(
  { accounts, posts, relations }: Corpus,
  origin: Uint8Array,
): PerAccount<Uint8Array> {
  const isMember = new Uint8Array(accounts.length);
  const mark = (account: number): void => {
    if (account !== none) isMember[account] = 1;
  };
  for (let post = 0; post < posts.count; post += 1) {
    if (origin[post] === referenced) continue;
    mark(posts.author[post]);
    for (let at = relations.offsets[post]; at < relations.offsets[post + 1]; at += 1) {
      mark(relations.account[at]);
    }
  }
  return isMember;
}

function hasTag(corpus: Corpus, post: number, tagId: number): boolean {
  const { offsets, columns: values } = corpus.posts.tags;
  for (let at = offsets[post]; at < offsets[post + 1]; at += 1) {
    if (values[at] === tagId) return true;
  }
  return false;
}

function isWithin(time: number, { since, until }: SelectOptions): boolean {
  if (since !== undefined && !(time >= since)) return false;
  return until === undefined || time < until;
}
