import { isWithheld } from "../model/consent-signs.js";
import type { AccountItem } from "../model/item.js";
import type { Respect } from "../model/provenance.js";
import { accountItem, addressOf } from "../platform/mastodon/account.js";
import type { MastodonAccount } from "../platform/mastodon/account-schema.js";

/** Who an account is, by the key that readers give them, and whether nothing may be asked about them. */
export interface BriefAccount {
  readonly key: string;
  readonly hasOptedOut: boolean;
}

/** By the consent that the report will respect; `undefined` for what is no address. */
export function briefAccount(
  account: MastodonAccount,
  { source, respect }: { readonly source: string; readonly respect: Respect },
): BriefAccount | undefined {
  const context = {
    idScope: source,
    server: source,
    retrievedAt: undefined,
    origin: "found",
  } as const;
  const address = addressOf(account, context);
  return address && briefItem(accountItem(account, address, context, undefined), respect);
}

/** The same of an account that a reader has made an item of. */
export function briefItem({ key, profile }: AccountItem, respect: Respect): BriefAccount {
  return { key, hasOptedOut: isWithheld(profile, respect) };
}
