import { countOf, idOf, textOf } from "../plain-fields.js";
import { isRecord } from "../record.js";
import { readAccountFields } from "./read-account-fields.js";
import { type InnerStatus, pleromaSchema, quoteSchema, type Status } from "./status.js";

/**
 * What `statusSchema` makes of a status, in a tenth of the time; `undefined` of what it does not take.
 * Quotes, which few posts have, are left to the schema.
 */
export function readStatus(value: unknown): Status | undefined {
  const status = readFields(value);
  if (status === undefined || !isRecord(value)) return undefined;
  status.reblog = readFields(value.reblog);
  if (value.quote != null) status.quote = quoteSchema.parse(value.quote);
  status.quote_id = idOf(value.quote_id);
  if (value.pleroma != null) status.pleroma = pleromaSchema.parse(value.pleroma);
  return status;
}

/** What a status tells that may also stand inside another: all but the statuses in it. */
function readFields(value: unknown): Status | undefined {
  if (!isRecord(value)) return undefined;
  const { uri } = value;
  if (typeof uri !== "string" || uri === "") return undefined;
  const account = readAccountFields(value.account);
  if (account === undefined) return undefined;
  return {
    id: idOf(value.id),
    uri,
    url: textOf(value.url),
    created_at: textOf(value.created_at),
    edited_at: textOf(value.edited_at),
    visibility: value.visibility,
    local_only: value.local_only,
    content: textOf(value.content),
    language: textOf(value.language),
    account,
    in_reply_to_id: idOf(value.in_reply_to_id),
    in_reply_to_account_id: idOf(value.in_reply_to_account_id),
    mentions: listOf(value.mentions, mentionOf),
    tags: listOf(value.tags, tagOf),
    replies_count: countOf(value.replies_count),
    reblogs_count: countOf(value.reblogs_count),
    card: isRecord(value.card) ? { url: textOf(value.card.url) } : undefined,
    reblog: undefined,
    quote: undefined,
    quote_id: undefined,
    pleroma: undefined,
  };
}

function mentionOf(value: unknown): InnerStatus["mentions"][number] | undefined {
  if (!isRecord(value) || typeof value.acct !== "string") return undefined;
  return { id: idOf(value.id), acct: value.acct, url: textOf(value.url) };
}

function tagOf(value: unknown): InnerStatus["tags"][number] | undefined {
  return isRecord(value) && typeof value.name === "string" ? { name: value.name } : undefined;
}

function listOf<Element>(
  values: unknown,
  elementOf: (value: unknown) => Element | undefined,
): Element[] {
  const found: Element[] = [];
  if (!Array.isArray(values)) return found;
  for (const value of values) {
    const element = elementOf(value);
    if (element !== undefined) found.push(element);
  }
  return found;
}
