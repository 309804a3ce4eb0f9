import type { Profile } from "../model/account.js";
import type { Corpus } from "../model/corpus.js";
import type { Respect } from "../model/provenance.js";

/**
 * Who has opted out. `discoverable`: an account that says it does not want to be discovered or
 * indexed, or carries an opt-out tag in its bio. `indexable`: also whoever has not said yes to
 * being indexed. `none`: nobody, for one's own data. They stay in the computation without a name,
 * so that the numbers hold. One a row of `Corpus.accounts`: 1 for whoever is withheld.
 */
export function findWithheld(corpus: Corpus, respect: Respect): Uint8Array {
  return Uint8Array.from(corpus.accounts, (account) => (isWithheld(account, respect) ? 1 : 0));
}

/** What a profile says that bears on consent. */
export type ConsentSigns = Partial<
  Pick<Profile, "discoverable" | "indexable" | "noindex" | "hasOptOutTag">
>;

/** Whether somebody with such a profile is never named; see `findWithheld`. */
export function isWithheld(account: ConsentSigns, respect: Respect): boolean {
  switch (respect) {
    case "none":
      return false;
    case "discoverable":
      return hasOptedOut(account);
    case "indexable":
      return hasOptedOut(account) || account.indexable !== true;
  }
}

function hasOptedOut(account: ConsentSigns): boolean {
  return (
    account.discoverable === false || account.noindex === true || account.hasOptOutTag === true
  );
}
