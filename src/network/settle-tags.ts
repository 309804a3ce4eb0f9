import { none } from "../model/corpus.js";
import { normaliseHashtag } from "../model/hashtag.js";
import type { Pairs } from "./row-lists.js";

interface TagDrafts {
  /** Hashtags as they are written, by number. */
  readonly written: readonly string[];
  /** Positions of posts, negative for none, and numbers of what they carry. */
  readonly pairs: Pairs;
  /** By position: who wrote it; `none` where nobody knows. */
  readonly author: Int32Array;
  readonly accountCount: number;
  /** By position: 1 for a post that only passes on another's, with its hashtags. */
  readonly isRepost: Uint8Array;
}

interface SettledTags {
  /** In the form of `normaliseHashtag`, by the alphabet. */
  readonly tags: readonly string[];
  /** How most people write each. */
  readonly spellings: readonly string[];
  /** Positions of posts and indices into `tags`. */
  readonly pairs: Pairs;
}

/**
 * Brings the spellings of a hashtag together. Each person counts once for each spelling in posts of
 * their own; of two that as many write, the one wins that is not the folded form, which servers make
 * of others, then the first in the alphabet. Linear in pairs but for a sort of those of several spellings.
 */
export function settleTags(drafts: TagDrafts): SettledTags {
  const { written, pairs, author, accountCount, isRepost } = drafts;
  const folded = written.map(normaliseHashtag);
  const tags = [...new Set(folded)].sort();
  const indexOf = new Map(tags.map((tag, index) => [tag, index]));
  const tagOf = Int32Array.from(folded, (tag) => indexOf.get(tag) ?? none);
  const spellingsOf = new Int32Array(tags.length);
  for (const tag of tagOf) spellingsOf[tag] += 1;

  const width = accountCount + author.length;
  const uses: number[] = [];
  for (const [at, position] of pairs.rows.entries()) {
    const spelling = pairs.values[at];
    if (position < 0 || isRepost[position] === 1 || spellingsOf[tagOf[spelling]] < 2) continue;
    // Of nobody known, each post speaks for itself.
    const person = author[position] === none ? accountCount + position : author[position];
    uses.push(spelling * width + person);
  }
  const people = new Int32Array(written.length);
  const sorted = Float64Array.from(uses).sort();
  for (const [at, use] of sorted.entries()) {
    if (at === 0 || sorted[at - 1] !== use) people[Math.floor(use / width)] += 1;
  }
  const best = new Int32Array(tags.length).fill(none);
  for (const [spelling, tag] of tagOf.entries()) {
    if (best[tag] === none || isBefore(spelling, best[tag])) best[tag] = spelling;
  }
  return {
    tags,
    spellings: tags.map((_, tag) => written[best[tag]]),
    pairs: { rows: pairs.rows, values: pairs.values.map((spelling) => tagOf[spelling]) },
  };

  function isBefore(spelling: number, other: number): boolean {
    if (people[spelling] !== people[other]) return people[spelling] > people[other];
    const isFolded = written[spelling] === folded[spelling];
    if (isFolded !== (written[other] === folded[other])) return !isFolded;
    return written[spelling] < written[other];
  }
}
