import { startStore } from "../../text/memory.js";
import { leaveIn, refusalIn } from "../lenient.js";
import { countOf, flagOf, idOf, textOf } from "../plain-fields.js";
import { fieldsIn, profileTextIn } from "../profile-text.js";
import { type InputRecord, isRecord } from "../record.js";
import { accountFields, type MastodonAccount } from "./account-schema.js";
import { isSameJson } from "./same-json.js";

/** An account as it came, and as it was read. */
interface KnownAccount {
  readonly written: InputRecord;
  readonly read: MastodonAccount;
}

const knownAccounts = startStore<KnownAccount>(16_384);

/**
 * What `accountSchema` makes of an account, in a tenth of the time; `undefined` of what it does not take.
 * An account that says what it said the last time gives the same object.
 */
export function readAccountFields(value: unknown): MastodonAccount | undefined {
  if (!isRecord(value) || typeof value.acct !== "string") return undefined;
  const known = knownAccounts.get(value.acct);
  if (known !== undefined && saysTheSame(known.written, value)) return known.read;
  const read = readFields(value, value.acct);
  knownAccounts.set(value.acct, { written: value, read });
  return read;
}

function saysTheSame(known: InputRecord, value: InputRecord): boolean {
  for (const name of accountFields) if (!isSameJson(known[name], value[name])) return false;
  return true;
}

function readFields(value: InputRecord, acct: string): MastodonAccount {
  const { moved, other_settings: other } = value;
  return {
    id: idOf(value.id),
    acct,
    url: textOf(value.url),
    display_name: profileTextIn(value.display_name),
    note: profileTextIn(value.note),
    bot: flagOf(value.bot),
    group: flagOf(value.group),
    locked: flagOf(value.locked),
    suspended: refusalIn(value.suspended),
    memorial: flagOf(value.memorial),
    limited: refusalIn(value.limited),
    silenced: refusalIn(value.silenced),
    moved: isRecord(moved)
      ? { ...moved, acct: textOf(moved.acct), url: textOf(moved.url) }
      : undefined,
    uri: textOf(value.uri),
    fields: fieldsIn(value.fields),
    discoverable: leaveIn(value.discoverable),
    indexable: leaveIn(value.indexable),
    noindex: refusalIn(value.noindex),
    source: sourceOf(value.source),
    other_settings: isRecord(other) ? { noindex: refusalIn(other.noindex) } : undefined,
    followers_count: countOf(value.followers_count),
    following_count: numberOf(value.following_count),
    hide_collections: flagOf(value.hide_collections),
  };
}

function numberOf(value: unknown): number | undefined {
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

function sourceOf(source: unknown): MastodonAccount["source"] {
  if (!isRecord(source)) return undefined;
  const { pleroma } = source;
  return {
    note: profileTextIn(source.note),
    fields: fieldsIn(source.fields),
    discoverable: leaveIn(source.discoverable),
    indexable: leaveIn(source.indexable),
    pleroma: isRecord(pleroma)
      ? { discoverable: leaveIn(pleroma.discoverable), indexable: leaveIn(pleroma.indexable) }
      : undefined,
  };
}
