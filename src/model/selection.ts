/** Which posts count, after hashtag and period have been asked for. */
export interface Selection {
  /** One a row of `Corpus.ties`: 1 for a tie that counts. */
  readonly hasTie: Uint8Array;
  /** One an account: 1 for who belongs to the network whether anything ties them or not. */
  readonly isListed: Uint8Array;
  /** One a post: index into `postRoles`; what was not asked for is `referenced`. */
  readonly role: Uint8Array;
  readonly hits: number;
  readonly withoutTag: number;
  readonly outsidePeriod: number;
  /** Milliseconds since 1970 of the earliest and the latest hit; NaN without any. */
  readonly first: number;
  readonly last: number;
  /** From when ages count: the end that was asked for, else the latest hit. */
  readonly now: number;
}
