import type { Corpus } from "../model/corpus.js";
import type { HeldBack } from "../model/held-back.js";
import type { Respect } from "../model/provenance.js";
import { findWithheld } from "../network/consent.js";
import { findHeldBack } from "../network/held-back.js";

/** Who is never named, and what would name them. */
export interface Consent {
  /** One an account of the corpus. */
  readonly withheld: Uint8Array;
  readonly heldBack: HeldBack;
}

export interface ConsentAsked {
  readonly respect: Respect;
  readonly tag: string | undefined;
  /** Where everybody has a pseudonym, nothing is to lead to anybody. */
  readonly namesNobody: boolean;
}

/** Whom an analysis does not name. The hashtag that is asked for names a subject, not a person. */
export function respectConsent(
  corpus: Corpus,
  { respect, tag, namesNobody }: ConsentAsked,
): Consent {
  const withheld = findWithheld(corpus, respect);
  return {
    withheld,
    heldBack: findHeldBack(
      corpus,
      namesNobody ? withheld.map(() => 1) : withheld,
      tag === undefined ? [] : [tag],
    ),
  };
}
