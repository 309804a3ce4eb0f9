import { z } from "zod";
import {
  compiledOnUse,
  lenientList,
  lenientObject,
  optionalCount,
  optionalId,
  optionalText,
} from "../lenient.js";
import { accountSchema } from "./account-schema.js";

/*
 * Statuses as the Mastodon API gives them, and GoToSocial, Pixelfed and others after it
 * (https://docs.joinmastodon.org/entities/Status/). Ids of statuses and accounts are local to the
 * server that answered; the `uri` is the same everywhere.
 */

const statusFields = {
  id: optionalId,
  uri: z.string().min(1),
  url: optionalText,
  created_at: optionalText,
  edited_at: optionalText,
  visibility: z.unknown().optional(),
  local_only: z.unknown().optional(),
  content: optionalText,
  language: optionalText,
  account: accountSchema,
  in_reply_to_id: optionalId,
  in_reply_to_account_id: optionalId,
  mentions: lenientList(z.object({ id: optionalId, acct: z.string(), url: optionalText })),
  tags: lenientList(z.object({ name: z.string() })),
  replies_count: optionalCount,
  reblogs_count: optionalCount,
  card: lenientObject(z.object({ url: optionalText })),
};

/** A status inside another. What stands inside it in turn is of no interest. */
const innerStatusSchema = z.object(statusFields);

/** Mastodon's quote names its state; Akkoma, Fedibird and others put the quoted status itself there. */
export const quoteSchema = lenientObject(
  z.union([
    innerStatusSchema.transform((quoted_status) => ({
      state: undefined,
      quoted_status,
      quoted_status_id: undefined,
    })),
    z.object({
      state: optionalText,
      quoted_status: lenientObject(innerStatusSchema),
      quoted_status_id: optionalId,
    }),
  ]),
);

export const pleromaSchema = lenientObject(
  z.object({ quote: quoteSchema, quote_id: optionalId, quote_url: optionalText }),
);

export const statusSchema = compiledOnUse(
  z.object({
    ...statusFields,
    reblog: lenientObject(innerStatusSchema),
    quote: quoteSchema,
    quote_id: optionalId,
    pleroma: pleromaSchema,
  }),
);

export type InnerStatus = z.output<typeof innerStatusSchema>;
export type Status = z.output<typeof statusSchema>;
