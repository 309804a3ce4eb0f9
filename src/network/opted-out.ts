import { saysNo } from "../model/consent-signs.js";
import { type HeldBack, nothingHeldBack } from "../model/held-back.js";
import type { AccountItem } from "../model/item.js";
import { findWithheld } from "./consent.js";
import { startCorpus } from "./corpus-builder.js";
import { foldText } from "./fold-text.js";
import { findHeldBack } from "./held-back.js";
import { bearers, nameWords } from "./held-names.js";

/** Who has opted out, where nothing else of what is read is kept. */
export interface OptedOut {
  take(account: AccountItem): void;
  /** What would name one of them. */
  heldBack(): HeldBack;
}

/**
 * Keeps accounts that say no, and how many accounts carry each word of which `isWanted` says that it may
 * be asked about. A word that many carry names nobody, whole handles and names among them: it is more
 * open there than `findHeldBack` by itself, and closed everywhere else. Of somebody who has moved only
 * the account that says no is known.
 */
export function startOptedOut(isWanted: (word: string) => boolean): OptedOut {
  const corpus = startCorpus("discoverable");
  const carriers = new Map<string, Set<string>>();
  let isAnybody = false;
  return {
    take(account) {
      const { profile, key } = account;
      if (saysNo(profile)) {
        corpus.add(account);
        isAnybody = true;
      }
      const called = foldText(`${profile.handle ?? ""} ${profile.name ?? ""}`);
      for (const word of nameWords(called)) {
        if (!isWanted(word)) continue;
        const known = carriers.get(word);
        if (known === undefined) carriers.set(word, new Set([key]));
        else if (known.size < bearers) known.add(key);
      }
    },
    heldBack() {
      if (!isAnybody) return nothingHeldBack;
      const found = corpus.finish();
      const common = [...carriers].flatMap(([word, { size }]) => (size < bearers ? [] : [word]));
      return findHeldBack(found, findWithheld(found, "discoverable"), common);
    },
  };
}
