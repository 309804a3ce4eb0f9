import type { ReadAccount } from "../../src/collect/brief-post.js";
import { accountItem, accountSchema, addressOf } from "../../src/platform/mastodon/account.js";

/** Who an account is and whether it has opted out, by the reader of posts. */
export const readMastodonAccount: ReadAccount = (account, server) => {
  const { data } = accountSchema.safeParse(account);
  const context = {
    server,
    idScope: server,
    retrievedAt: undefined,
    role: "hit",
  } as const;
  const address = data === undefined ? undefined : addressOf(data, context);
  if (data === undefined || address === undefined) return undefined;
  const { discoverable, noindex, hasOptOutTag } = accountItem(
    data,
    address,
    context,
    undefined,
  ).profile;
  const hasOptedOut = discoverable === false || noindex === true || hasOptOutTag === true;
  return { key: address.key, hasOptedOut };
};
