import type { Account } from "../model/account.js";
import { normaliseHashtag } from "../model/hashtag.js";

/** What the account of an event or a chat adds to its hashtag: "user2018_conf", "mededchat". */
const behindTag =
  /^_?(?:conf(?:erence)?|org|official|hq|news|live|team|community|network|chat|info|updates)\d*$/u;

/** Whether an account says that it is a group, reads like an organisation or an event, or is named after the hashtag. */
export function isNoPerson(account: Account, tag: string | undefined): boolean {
  if (account.isGroup === true || account.isOrganisation === true) return true;
  const handle = account.handle === undefined ? undefined : normaliseHashtag(account.handle);
  return (
    tag !== undefined &&
    handle?.startsWith(tag) === true &&
    behindTag.test(handle.slice(tag.length))
  );
}
