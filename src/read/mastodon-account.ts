import { z } from "zod";
import type { AccountItem } from "../model/item.js";
import { type MastodonAddress, parseMastodonAddress } from "../model/mastodon-address.js";
import { readHtml } from "./html-text.js";
import type { RecordContext } from "./input-format.js";
import { lenientObject, optionalCount, optionalFlag, optionalId, optionalText } from "./lenient.js";
import { hasOptOutTag } from "./opt-out-tag.js";
import { webAddress } from "./web-address.js";

/** Accounts as the Mastodon API gives them (https://docs.joinmastodon.org/entities/Account/). */
export const accountSchema = z.compile(
  z.object({
    id: optionalId,
    acct: z.string(),
    url: optionalText,
    display_name: optionalText,
    note: optionalText,
    bot: optionalFlag,
    group: optionalFlag,
    locked: optionalFlag,
    suspended: optionalFlag,
    memorial: optionalFlag,
    limited: optionalFlag,
    moved: lenientObject(z.looseObject({ acct: optionalText, url: optionalText })),
    discoverable: optionalFlag,
    indexable: optionalFlag,
    noindex: optionalFlag,
    followers_count: optionalCount,
    following_count: optionalCount,
  }),
);
export type MastodonAccount = z.output<typeof accountSchema>;

/** An account by itself, as lists of people hold it; `undefined` where it is not whole. */
export function readMastodonAccount(
  value: unknown,
  context: RecordContext,
): AccountItem | undefined {
  const parsed = accountSchema.safeParse(value);
  const address = parsed.success ? addressOf(parsed.data, context) : undefined;
  if (!parsed.success || address === undefined) return undefined;
  return accountItem(parsed.data, address, context, undefined);
}

/** Who an account is, as the server that answered names them. */
export function addressOf(
  account: { acct: string; url: string | undefined },
  context: RecordContext,
): MastodonAddress | undefined {
  return parseMastodonAddress(account.acct, account.url, context.server);
}

/** Who somebody is now that has moved; a moved account may come without an address. */
function newAddress(
  { moved }: MastodonAccount,
  context: RecordContext,
): MastodonAddress | undefined {
  const { acct, url } = moved ?? {};
  return acct === undefined ? undefined : addressOf({ acct, url }, context);
}

/** A reference to what has an id on one server alone. */
export function localId(id: string | undefined, context: RecordContext): string | undefined {
  return id === undefined ? undefined : `${context.idScope}#${id}`;
}

/** The same as a list of aliases. */
export function localIds(id: string | undefined, context: RecordContext): string[] {
  const local = localId(id, context);
  return local === undefined ? [] : [local];
}

/** What an account says of itself; `seenAt` is when it is known to have looked like this. */
export function accountItem(
  account: MastodonAccount,
  address: MastodonAddress,
  context: RecordContext,
  seenAt: number | undefined,
): AccountItem {
  const bio = account.note === undefined ? undefined : readHtml(account.note).text;
  const isGone = account.suspended === true || account.memorial === true || account.moved;
  return {
    type: "account",
    key: address.key,
    aliases: localIds(account.id, context),
    profile: {
      handle: address.handle,
      server: address.server,
      name: account.display_name === "" ? undefined : account.display_name,
      url: webAddress(account.url),
      followers: account.followers_count,
      following: account.following_count,
      isBot: account.bot,
      isGroup: account.group,
      isLocked: account.locked,
      isGone: isGone ? true : undefined,
      isLimited: account.limited,
      movedTo: newAddress(account, context)?.key,
      discoverable: account.discoverable,
      indexable: account.indexable,
      noindex: account.noindex,
      hasOptOutTag: bio === undefined ? undefined : hasOptOutTag(bio),
    },
    retrievedAt: context.retrievedAt,
    seenAt,
  };
}
