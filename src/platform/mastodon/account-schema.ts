import { z } from "zod";
import {
  compiledOnUse,
  leaveFlag,
  lenientObject,
  optionalCount,
  optionalFlag,
  optionalId,
  optionalText,
  refusalFlag,
} from "../lenient.js";
import { profileFields, profileText } from "../profile-text.js";

/** Accounts as the Mastodon API gives them (https://docs.joinmastodon.org/entities/Account/). */
const accountObject = z.object({
  id: optionalId,
  acct: z.string(),
  url: optionalText,
  display_name: profileText,
  note: profileText,
  bot: optionalFlag,
  group: optionalFlag,
  locked: optionalFlag,
  suspended: refusalFlag,
  memorial: optionalFlag,
  limited: refusalFlag,
  silenced: refusalFlag,
  moved: lenientObject(z.looseObject({ acct: optionalText, url: optionalText })),
  uri: optionalText,
  fields: profileFields,
  discoverable: leaveFlag,
  indexable: leaveFlag,
  noindex: refusalFlag,
  source: lenientObject(
    z.object({
      note: profileText,
      fields: profileFields,
      discoverable: leaveFlag,
      indexable: leaveFlag,
      // Pleroma and Akkoma say it here alone, of everybody (docs/platforms.md).
      pleroma: lenientObject(z.object({ discoverable: leaveFlag, indexable: leaveFlag })),
    }),
  ),
  // Of kmyblue and Fedibird.
  other_settings: lenientObject(z.object({ noindex: refusalFlag })),
  followers_count: optionalCount,
  // -1 where it is hidden.
  following_count: z.number().optional().catch(undefined),
  hide_collections: optionalFlag,
});

export const accountSchema = compiledOnUse(accountObject);

/** Whatever else an account holds makes no difference. */
export const accountFields: readonly string[] = Object.keys(accountObject.shape);

export type MastodonAccount = z.output<typeof accountSchema>;
