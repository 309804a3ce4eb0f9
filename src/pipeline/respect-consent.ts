import type { Corpus } from "../model/corpus.js";
import { type HeldBack, isPostHeld } from "../model/held-back.js";
import type { PerAccount } from "../model/per-index.js";
import type { Respect } from "../model/provenance.js";
import { findWithheld } from "../network/consent.js";
import { findHeldBack } from "../network/held-back.js";
import { orderByLot, secretOfContent } from "../network/order-by-lot.js";

/** Who is never named, and what would name them. */
export interface Consent {
  /** What was read, in an order that tells nothing of who is not named. */
  readonly corpus: Corpus;
  readonly withheld: PerAccount<Uint8Array>;
  readonly heldBack: HeldBack;
}

interface ConsentAsked {
  readonly respect: Respect;
  readonly tag: string | undefined;
  /** Where everybody has a pseudonym: the secret that pseudonyms come from. */
  readonly pseudonymKey: Uint8Array | undefined;
}

/**
 * Whom an analysis does not name. The hashtag that is asked for names a subject, not a person. Where
 * everybody has a pseudonym, nothing is to lead to anybody.
 */
export function respectConsent(
  read: Corpus,
  { respect, tag, pseudonymKey }: ConsentAsked,
): Consent {
  const unnamed = findWithheld(read, respect);
  const hidden = pseudonymKey === undefined ? unnamed : unnamed.map(() => 1);
  const heldBack = findHeldBack(read, hidden, tag === undefined ? [] : [tag]);
  if (!hidden.includes(1)) return { corpus: read, withheld: unnamed, heldBack };
  const { corpus, accounts } = orderByLot(read, {
    people: hidden,
    isPost: (post) => isPostHeld(read, post, { withheld: hidden, heldBack }),
    secret: pseudonymKey ?? secretOfContent(read),
  });
  return { corpus, withheld: Uint8Array.from(accounts, (account) => unnamed[account]), heldBack };
}
