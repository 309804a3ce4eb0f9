import type { AccountReference } from "../model/account.js";
import type { AccountItem } from "../model/item.js";

/** What was told of accounts, to pass over what is told again with every post of theirs. */
interface Tellings {
  /** Whether the same was told as of this time or a later one; else it is noted as told now. */
  isKnown(item: AccountItem): boolean;
}

interface Telling {
  readonly item: AccountItem;
  time: number;
}

/** Of an account: by its own posts, by mentions, and by copies of other servers. */
const mostKept = 4;

/**
 * Nothing was told yet. An item is the same as another where it holds the very objects that the other holds, as
 * readers give them for what they have read before: told again, and as of no later time, it changes nothing, since
 * of two tellings the newer wins.
 */
export function startTellings(): Tellings {
  const byKey = new Map<AccountReference, Telling[]>();
  return {
    isKnown(item) {
      const time = item.retrievedAt ?? item.seenAt ?? -Infinity;
      const told = byKey.get(item.key);
      if (told === undefined) {
        byKey.set(item.key, [{ item, time }]);
        return false;
      }
      for (const telling of told) {
        if (!isSame(telling.item, item)) continue;
        if (time <= telling.time) return true;
        telling.time = time;
        return false;
      }
      if (told.length === mostKept) told.shift();
      told.push({ item, time });
      return false;
    },
  };
}

function isSame(one: AccountItem, other: AccountItem): boolean {
  return (
    one.profile === other.profile &&
    one.aliases === other.aliases &&
    one.pages === other.pages &&
    one.sites === other.sites &&
    one.formerNames === other.formerNames &&
    one.localIds === other.localIds &&
    one.localTo === other.localTo &&
    one.pageKey === other.pageKey &&
    one.isHome === other.isHome &&
    one.isNode === other.isNode &&
    // A time that a server tells says more than that of a post.
    (one.retrievedAt === undefined) === (other.retrievedAt === undefined)
  );
}
