import type { PerAccount } from "./per-index.js";
/** The people of a community who engage one another, by whom the others are vouched for. */
export interface MutualCore {
  /** 1 for a member. */
  readonly isMember: PerAccount<Uint8Array>;
  /** 1 for an established member: their word counts. */
  readonly isVoucher: PerAccount<Uint8Array>;
  /** 1 for a round-up, which names very many people who hardly ever answer: no attention of a person. */
  readonly isRoundUp: PerAccount<Uint8Array>;
  readonly size: number;
  /** How many established members there are. */
  readonly vouchers: number;
  /** How many vouchers must have engaged a person, a repost counting half; 0 where the core vouches for nobody. */
  readonly vouchersNeeded: number;
  /** Why the core vouches for nobody. */
  readonly warning: string | undefined;
}
