import type { ReadAccount } from "../collect/brief-post.js";
import { xSource } from "../collect/x-client.js";
import type { Respect } from "../model/provenance.js";
import { isWithheld } from "../network/consent.js";
import { readMastodonAccount } from "../platform/mastodon/account.js";
import { readXUser } from "../platform/x/v2-user.js";

/**
 * Who an account of an answer is, and whether nothing may be asked about them: the same key that
 * the reader will give them, and the same consent that the report will respect.
 */
export function accountReader(respect: Respect): ReadAccount {
  return (account, server) => {
    const item =
      server === xSource
        ? readXUser(account, undefined)
        : readMastodonAccount(account, {
            idScope: server,
            server,
            retrievedAt: undefined,
            role: "hit",
          });
    if (item === undefined) return undefined;
    return { key: item.key, hasOptedOut: isWithheld(item.profile, respect) };
  };
}
