/** In order of precedence: one post gives at most one interaction per target. */
export const interactionKinds = ["repost", "reply", "quote", "mention", "follow"] as const;
export type InteractionKind = (typeof interactionKinds)[number];

/** A number per kind. */
export type PerKind<Value> = Readonly<Record<InteractionKind, Value>>;

/** Calls `make` once a kind, in the order of `interactionKinds`. */
export function perKind<Value>(make: (kind: InteractionKind) => Value): PerKind<Value> {
  return {
    repost: make("repost"),
    reply: make("reply"),
    quote: make("quote"),
    mention: make("mention"),
    follow: make("follow"),
  };
}

/** Why nobody is known to be at the end of a tie. */
export const unresolvedReasons = ["postNotInFiles", "postWithoutAuthor", "idOfNobody"] as const;
export type UnresolvedReason = (typeof unresolvedReasons)[number];

/** The number 0 for each reason. */
export const nothingUnresolved: Readonly<Record<UnresolvedReason, number>> = {
  postNotInFiles: 0,
  postWithoutAuthor: 0,
  idOfNobody: 0,
};

/**
 * Every tie, one a row, in the order of posts and then those that came without: `source` acts, `target` receives attention.
 * People are indices into `Corpus.accounts`, posts into `Corpus.posts`.
 */
export interface InteractionTable {
  readonly count: number;
  readonly source: Int32Array;
  readonly target: Int32Array;
  /** Index into `interactionKinds`. */
  readonly kind: Uint8Array;
  /** 1 for what a post does; a tie that came without posts has its own. */
  readonly weight: Float64Array;
  /** Milliseconds since 1970; NaN where the post does not tell. Of a tie without posts, the last. */
  readonly time: Float64Array;
  /** The same but for a tie without posts, of which it is the first. */
  readonly firstTime: Float64Array;
  /** -1 for a tie that came without posts. */
  readonly post: Int32Array;
  /** The post that is answered, reposted or quoted; -1 where none is known. */
  readonly targetPost: Int32Array;
  /** Replies to oneself and the like, which are no interaction; once a post, by the first kind. */
  readonly withOneself: PerKind<number>;
  /** Nobody in the data is known to be the target; once a post and post that it answers. */
  readonly unresolved: PerKind<number>;
  /** The same ties by what is missing. */
  readonly unresolvedBecause: Readonly<Record<UnresolvedReason, number>>;
}

/** The interactions of the rows that are wanted, in their order. O(interactions). */
export function keepRows(
  interactions: InteractionTable,
  isWanted: (row: number) => boolean,
): InteractionTable {
  const isKept = (_: unknown, row: number): boolean => isWanted(row);
  const source = interactions.source.filter(isKept);
  return {
    ...interactions,
    count: source.length,
    source,
    target: interactions.target.filter(isKept),
    kind: interactions.kind.filter(isKept),
    weight: interactions.weight.filter(isKept),
    time: interactions.time.filter(isKept),
    firstTime: interactions.firstTime.filter(isKept),
    post: interactions.post.filter(isKept),
    targetPost: interactions.targetPost.filter(isKept),
  };
}
