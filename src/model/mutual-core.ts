/** The people of a community who engage one another, by whom the others are vouched for. */
export interface MutualCore {
  /** One a row of `Corpus.accounts`: 1 for a member. */
  readonly isMember: Uint8Array;
  readonly size: number;
  /** How many of the core must have engaged a person; 0 where the core vouches for nobody. */
  readonly vouchersNeeded: number;
  /** Why the core vouches for nobody, or for nearly anybody. */
  readonly warning: string | undefined;
}
