/**
 * What stands for a person in the data: `user@host` (lower case) on Mastodon,
 * `x:<id>` on X, `x:@name` (lower case) where X never tells the id; `did:…` on Bluesky, and
 * `bsky:@handle` (lower case) where no source tells the identifier. In a network that came without
 * posts a node's id is its key as it stands there: our own files read back to the same keys, and
 * what looks like a key of a platform is one.
 */
export type AccountKey = string;

/**
 * Either an `AccountKey`, or a name that only means something to one source until
 * everything is read: `x:@name`, `bsky:@handle`, or `<server>#<id>` for an id that is local to a server.
 */
export type AccountReference = string;

/** What a profile says of itself; `undefined` is "not told", never "no". */
export interface Profile {
  readonly handle: string | undefined;
  readonly server: string | undefined;
  readonly name: string | undefined;
  /** What a network that came without posts calls them. */
  readonly label: string | undefined;
  readonly url: string | undefined;
  readonly followers: number | undefined;
  readonly following: number | undefined;
  readonly isBot: boolean | undefined;
  readonly isGroup: boolean | undefined;
  /** The words of the profile read like those of an organisation or an event, and not like a person's. */
  readonly isOrganisation: boolean | undefined;
  readonly isLocked: boolean | undefined;
  /** Moved, suspended or a memorial: nobody there to follow. */
  readonly isGone: boolean | undefined;
  /** Their server's moderators hide them from those who do not follow them yet. */
  readonly isLimited: boolean | undefined;
  /** The account that they have moved to. */
  readonly movedTo: AccountKey | undefined;
  /** Protected on X, or suspended: nobody but their followers, or nobody at all, is to see them. */
  readonly isPrivate: boolean | undefined;
  readonly discoverable: boolean | undefined;
  readonly indexable: boolean | undefined;
  readonly noindex: boolean | undefined;
  /** The bio, the name or a field of the profile carries #nobot or its kin. */
  readonly hasOptOutTag: boolean | undefined;
}

export interface Account extends Profile {
  readonly key: AccountKey;
  /** Left out of the analysis by its user, and never named. */
  readonly isDropped?: true;
}

export const unknownProfile: Profile = {
  handle: undefined,
  server: undefined,
  name: undefined,
  label: undefined,
  url: undefined,
  followers: undefined,
  following: undefined,
  isBot: undefined,
  isGroup: undefined,
  isOrganisation: undefined,
  isLocked: undefined,
  isGone: undefined,
  isLimited: undefined,
  movedTo: undefined,
  isPrivate: undefined,
  discoverable: undefined,
  indexable: undefined,
  noindex: undefined,
  hasOptOutTag: undefined,
};

/** A person's address as others write it, without a leading `@`. */
export function accountLabel(account: Account): string {
  if (account.handle === undefined) return account.label ?? account.key;
  if (account.key.startsWith("x:")) return account.handle;
  return account.server === undefined ? account.handle : `${account.handle}@${account.server}`;
}
