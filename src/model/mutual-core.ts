/** The people of a community who engage one another, by whom the others are vouched for. */
export interface MutualCore {
  /** One a row of `Corpus.accounts`: 1 for a member. */
  readonly isMember: Uint8Array;
  /** 1 for a member whom somebody outside of the core engages too: their word counts. */
  readonly isVoucher: Uint8Array;
  readonly size: number;
  /** How many vouchers must have engaged a person; 0 where the core vouches for nobody. */
  readonly vouchersNeeded: number;
  /** Why the core vouches for nobody. */
  readonly warning: string | undefined;
}
