import type { AccountItem } from "../../model/item.js";
import { type MastodonAddress, parseMastodonAddress } from "../../model/mastodon-address.js";
import { startMemory, startStore } from "../../text/memory.js";
import { readHtml } from "../html-text.js";
import { hasOptOutTag } from "../opt-out-tag.js";
import { readsLikeOrganisation } from "../organisation-profile.js";
import { otherHandle, placesInProfile } from "../places-in-profile.js";
import { countOf } from "../plain-fields.js";
import type { RecordContext } from "../record.js";
import { webAddress } from "../web-address.js";
import type { MastodonAccount } from "./account-schema.js";
import { readAccountFields } from "./read-account-fields.js";

/** An account by itself, as lists of people hold it; `undefined` where it is not whole. */
export function readMastodonAccount(
  value: unknown,
  context: RecordContext,
): AccountItem | undefined {
  const account = readAccountFields(value);
  const address = account === undefined ? undefined : addressOf(account, context);
  if (account === undefined || address === undefined) return undefined;
  return accountItem(account, address, context, undefined);
}

const rememberedAddress = startMemory<MastodonAddress | undefined>(16_384);

/** Who an account is, as the server that answered names them. */
export function addressOf(
  account: { acct: string; url: string | undefined },
  context: RecordContext,
): MastodonAddress | undefined {
  const { acct, url = "" } = account;
  const { server } = context;
  // None that holds a space is an `acct`, or a server.
  return rememberedAddress(`${server ?? ""} ${url} ${acct}`, () =>
    parseMastodonAddress(acct, url, server),
  );
}

/** Who somebody is now that has moved; a moved account may come without an address. */
function newAddress(
  { moved }: MastodonAccount,
  context: RecordContext,
): MastodonAddress | undefined {
  const { acct, url } = moved ?? {};
  return acct === undefined ? undefined : addressOf({ acct, url }, context);
}

/** What tells of somebody that a status names. */
interface KnownMention {
  readonly mention: Mention;
  readonly server: string | undefined;
  readonly idScope: string;
  readonly item: UndatedAccount | undefined;
}

interface Mention {
  readonly id: string | undefined;
  readonly acct: string;
  readonly url: string | undefined;
}

const knownMentions = startStore<KnownMention>(16_384);

/** Somebody by what a mention tells; `undefined` where it is nobody's address. */
export function mentionedAccount(
  mention: Mention,
  context: RecordContext,
  seenAt: number | undefined,
): AccountItem | undefined {
  const { server, idScope, retrievedAt } = context;
  let known = knownMentions.get(mention.acct);
  if (
    known === undefined ||
    known.mention.id !== mention.id ||
    known.mention.url !== mention.url ||
    known.server !== server ||
    known.idScope !== idScope
  ) {
    known = { mention, server, idScope, item: undatedMention(mention, context) };
    knownMentions.set(mention.acct, known);
  }
  return known.item && dated(known.item, retrievedAt, seenAt);
}

function undatedMention(mention: Mention, context: RecordContext): UndatedAccount | undefined {
  const address = addressOf(mention, context);
  return (
    address && {
      type: "account",
      key: address.key,
      aliases: localIds(mention.id, context),
      profile: { handle: address.handle, server: address.server, url: webAddress(mention.url) },
      ...whereAccountIs(address, context),
    }
  );
}

/** What tells an account of a server that names people by another host than its pages. */
function whereAccountIs(
  { isLocal, server, pageKey }: MastodonAddress,
  context: RecordContext,
): Pick<AccountItem, "pageKey" | "localTo"> {
  if (!isLocal) return { pageKey };
  return context.server === undefined
    ? { localTo: { scope: context.idScope, server } }
    : { localTo: { scope: server, server } };
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

/** An account, and the one that it has moved to where that came along. */
export function accountItems(
  account: MastodonAccount,
  address: MastodonAddress,
  context: RecordContext,
  seenAt: number | undefined,
): AccountItem[] {
  const item = accountItem(account, address, context, seenAt);
  const next = account.moved && readMastodonAccount(account.moved, context);
  return next === undefined ? [item] : [item, next];
}

type UndatedAccount = Omit<AccountItem, "retrievedAt" | "seenAt" | "isNode" | "localIds">;

/** Who told it, and of whom: on this all the rest depends. */
interface KnownAccount {
  readonly account: MastodonAccount;
  readonly server: string | undefined;
  readonly idScope: string;
  readonly item: UndatedAccount;
}

const knownAccounts = startStore<KnownAccount>(16_384);

/** What an account says of itself; `seenAt` is when it is known to have looked like this. */
export function accountItem(
  account: MastodonAccount,
  address: MastodonAddress,
  context: RecordContext,
  seenAt: number | undefined,
): AccountItem {
  const { server, idScope, retrievedAt } = context;
  const known = knownAccounts.get(account.acct);
  if (known?.account === account && known.server === server && known.idScope === idScope) {
    return dated(known.item, retrievedAt, seenAt);
  }
  const item = undatedAccount(account, address, context);
  knownAccounts.set(account.acct, { account, server, idScope, item });
  return dated(item, retrievedAt, seenAt);
}

/** Field by field, which takes a tenth of the time that a spread takes. */
function dated(
  item: UndatedAccount,
  retrievedAt: number | undefined,
  seenAt: number | undefined,
): AccountItem {
  return {
    type: "account",
    key: item.key,
    aliases: item.aliases,
    profile: item.profile,
    isHome: item.isHome,
    pages: item.pages,
    pageKey: item.pageKey,
    localTo: item.localTo,
    sites: item.sites,
    formerNames: item.formerNames,
    retrievedAt,
    seenAt,
  };
}

function undatedAccount(
  account: MastodonAccount,
  address: MastodonAddress,
  context: RecordContext,
): UndatedAccount {
  const told = readTold(account, address);
  const isLimited = account.limited === true || account.silenced === true;
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
      following: countOf(account.following_count),
      isBot: account.bot,
      isGroup: account.group,
      isOrganisation: told.isOrganisation,
      isLocked: account.locked,
      isGone: isGone ? true : undefined,
      isLimited: isLimited || account.limited,
      movedTo: newAddress(account, context)?.key,
      isPrivate: account.suspended === true || isLimited || undefined,
      discoverable: allOf(
        account.discoverable,
        account.source?.discoverable,
        account.source?.pleroma?.discoverable,
      ),
      indexable: allOf(
        account.indexable,
        account.source?.indexable,
        account.source?.pleroma?.indexable,
      ),
      noindex: account.other_settings?.noindex === true || account.noindex,
      hasOptOutTag: told.hasOptOutTag,
    },
    isHome: !account.acct.includes("@", 1) || address.server === context.server,
    ...whereAccountIs(address, context),
    pages: otherPages(account, address),
    sites: told.sites,
    formerNames: told.formerNames,
  };
}

/** What the words of a profile come to. */
interface Told {
  readonly isOrganisation: boolean | undefined;
  readonly hasOptOutTag: boolean | undefined;
  readonly sites: string[] | undefined;
  readonly formerNames: string[] | undefined;
}

const rememberedTold = startMemory<Told>(16_384);

/** A profile comes with each post of its owner, and its words are mostly those of last time. */
function readTold(account: MastodonAccount, { handle }: MastodonAddress): Told {
  const { display_name, note, source, fields } = account;
  const words = JSON.stringify([handle, display_name, note, source?.note, fields, source?.fields]);
  return rememberedTold(words, () => {
    const bioHtml = note ?? source?.note;
    const bio = bioHtml === undefined ? undefined : readHtml(bioHtml).text;
    const everyField = [...fields, ...(source?.fields ?? [])];
    return {
      isOrganisation: readsLikeOrganisation({ handle, name: display_name, bio }),
      hasOptOutTag: hasOptOutTag(bio, [
        display_name,
        source?.note,
        ...everyField.map(({ name = "", value }) => `${name}: ${readHtml(value).text}`),
      ]),
      sites: sitesOf(account, bio),
      formerNames: otherHandles(account),
    };
  });
}

/** A setting that an account tells in several places is a yes where each that tells it says so. */
function allOf(...told: readonly (boolean | undefined)[]): boolean | undefined {
  const known = told.filter((flag) => flag !== undefined);
  return known.length === 0 ? undefined : known.every((flag) => flag);
}

/** What an address with the handle in it leads to is known by that. */
function otherPages({ uri }: MastodonAccount, { handle }: MastodonAddress): string[] | undefined {
  const page = webAddress(uri);
  const isKnown = page?.toLowerCase().includes(handle.toLowerCase()) ?? true;
  return page === undefined || isKnown ? undefined : [page];
}

/** Other accounts that fields name as theirs. */
function otherHandles({ fields }: MastodonAccount): string[] | undefined {
  const handles = fields.flatMap(({ value }) => otherHandle(readHtml(value).text) ?? []);
  return handles.length === 0 ? undefined : handles;
}

/** Where fields and bio lead, to other accounts as well; hashtags are of others. */
function sitesOf({ fields, note }: MastodonAccount, bio: string | undefined): string[] | undefined {
  const values = fields.map(({ value }) => value);
  const links = [note ?? "", ...values].flatMap(
    (html) => html.match(/\bhttps?:\/\/[^\s"'<>]+/giu) ?? [],
  );
  const ofPeople = links.filter((link) => !/\/tags?\/[^/]+$/iu.test(link));
  return placesInProfile([bio, ...values.map((value) => readHtml(value).text)], ofPeople);
}
