import { type Corpus, none } from "./corpus.js";
import { isWithheldName } from "./withheld-names.js";

/** Tells whether something would name somebody who is never named. */
export interface HeldBack {
  /** A word, a hashtag, a domain, or a line of several. */
  isText(text: string): boolean;
  /** An address, in whatever spelling; on a page of somebody else their own handle is theirs. */
  isLink(link: string, ownHandle?: string): boolean;
  /**
   * What somebody else is called: only a handle, a whole name or an address counts there, since many
   * people are called Anna; and their own handle is theirs.
   */
  isName(name: string, ownHandle: string | undefined): boolean;
}

/** Where everybody may be named; what a file withholds already stays on no list. */
export const nothingHeldBack: HeldBack = {
  isText: isWithheldName,
  isLink: isWithheldName,
  isName: () => false,
};

/** Whether the key of a post would name somebody who is not to be named. */
export function isPostHeld(
  { accounts, posts }: Pick<Corpus, "accounts" | "posts">,
  post: number,
  { withheld, heldBack }: { readonly withheld: Uint8Array; readonly heldBack: HeldBack },
): boolean {
  const author = posts.author[post];
  if (author !== none && withheld[author] === 1) return true;
  const key = posts.key[post];
  return /^https?:/iu.test(key) && heldBack.isLink(key, accounts[author]?.handle);
}
