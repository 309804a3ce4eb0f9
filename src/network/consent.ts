import { isWithheld } from "../model/consent-signs.js";
import type { Corpus } from "../model/corpus.js";
import type { PerAccount } from "../model/per-index.js";
import type { Respect } from "../model/provenance.js";
import { isWithheldName } from "../model/withheld-names.js";

/**
 * Who is never named, one an account: 1 for whoever is withheld. `discoverable`: an account that
 * says it does not want to be discovered or indexed, carries an opt-out tag, or is private.
 * `indexable`: also whoever has not said yes to being indexed. `none`: nobody, for one's own data,
 * but for whoever is withheld in the file already.
 * They stay in the computation without a name, so that the numbers hold.
 *
 * An account that has moved and the one that it has moved to are one person: a no of either is one
 * of both, unless the new account has said yes since. O(accounts).
 */
export function findWithheld(
  { accounts }: Pick<Corpus, "accounts">,
  respect: Respect,
): PerAccount<Uint8Array> {
  const withheld = Uint8Array.from(accounts, (account) =>
    account.isDropped === true || isWithheldName(account.key) || isWithheld(account, respect)
      ? 1
      : 0,
  );
  const moved = accounts.flatMap(({ movedTo }, from) => (movedTo === undefined ? [] : [from]));
  if (moved.length === 0) return withheld;
  const indexOf = new Map(accounts.map(({ key }, index) => [key, index]));
  // A person may have moved several times.
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    for (const from of moved) {
      const to = indexOf.get(accounts[from].movedTo ?? "");
      if (to === undefined || withheld[from] === withheld[to]) continue;
      if (withheld[from] === 1 && accounts[to].discoverable === true) continue;
      withheld[from] = 1;
      withheld[to] = 1;
      isChanged = true;
    }
  }
  return withheld;
}
