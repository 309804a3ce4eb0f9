import { mastodonAccount, mastodonStatus, type StatusParts } from "./statuses.js";

type FeedAccess = "public" | "authenticated" | "disabled";

/** What a server of the Mastodon API knows: people and posts that nobody ever wrote. */
export interface MastodonWorld {
  readonly software?: "mastodon" | "gotosocial";
  /** Absent where the server does not say. */
  readonly hashtagFeeds?: FeedAccess;
  /** Of posts from elsewhere, where it is another. */
  readonly remoteHashtagFeeds?: FeedAccess;
  /** Without it nothing but the description is told. */
  readonly neededToken?: string;
  /** What of it needs no token all the same; the token then shows more. */
  readonly shownToAll?: "everything" | "posts";
  readonly mostPerPage?: number;
  readonly ignoresFilters?: boolean;
  /** Spaces that its JSON is indented with. */
  readonly indent?: number;
  /** How often it has seen any hashtag in the last days, the current one first; 404 without it. */
  readonly tagHistory?: readonly { readonly uses: number; readonly accounts: number }[];
  /** In the order of their arrival; more may arrive while it runs. */
  readonly posts: InventedPost[];
  /** What accounts say of themselves, by `acct`. */
  readonly accounts?: Record<string, StatusParts>;
  /** Whom they follow, by `acct`. */
  readonly following?: Record<string, string[]>;
}

export interface InventedPost {
  /** A number; of two posts, the later arrival has the greater. */
  readonly id: string;
  /** `ada`, or `ben@b.example` for people of other servers. */
  readonly acct: string;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly tags: readonly string[];
  readonly inReplyTo?: string;
  readonly visibility?: string;
  /** Who passed it on, the latest first. */
  readonly reposters?: string[];
  readonly more?: StatusParts;
}

/** Posts with a hashtag, one an hour from the first of March 2026 on, by three people in turn. */
export function postsOf(count: number, more: Partial<InventedPost> = {}, from = 1): InventedPost[] {
  const people = ["ada", "ben@b.example", "cem@c.example"];
  return Array.from({ length: count }, (_, row) => ({
    id: String(1000 + from + row),
    acct: people[row % people.length],
    createdAt: hourOf(from + row),
    tags: ["MedEd"],
    ...more,
  }));
}

/** So many hours after the beginning of March 2026. */
export function hourOf(hours: number): string {
  return new Date(Date.UTC(2026, 2, 1, hours)).toISOString();
}

/** An account as the server shows it. */
export function accountOf(world: MastodonWorld, acct: string): StatusParts {
  return mastodonAccount(acct, {
    following_count: world.following?.[acct]?.length ?? 0,
    ...world.accounts?.[acct],
  });
}

/** A post as the server shows it. */
export function statusOf(world: MastodonWorld, post: InventedPost): StatusParts {
  const repliedTo = world.posts.find(({ id }) => id === post.inReplyTo);
  return mastodonStatus(post.id, post.acct, {
    created_at: post.createdAt,
    visibility: post.visibility ?? "public",
    tags: post.tags.map((name) => ({ name })),
    in_reply_to_id: post.inReplyTo ?? null,
    in_reply_to_account_id: repliedTo === undefined ? null : `id-${repliedTo.acct}`,
    replies_count: world.posts.filter(({ inReplyTo }) => inReplyTo === post.id).length,
    reblogs_count: post.reposters?.length ?? 0,
    account: accountOf(world, post.acct),
    ...post.more,
  });
}

/** The posts above one, the first of the thread first. */
export function ancestorsOf(world: MastodonWorld, post: InventedPost): InventedPost[] {
  const above = world.posts.find(({ id }) => id === post.inReplyTo);
  return above === undefined ? [] : [...ancestorsOf(world, above), above];
}

/** The posts below one to so many levels, each after the one that it answers. */
export function descendantsOf(
  world: MastodonWorld,
  { id }: InventedPost,
  levels = Number.POSITIVE_INFINITY,
): InventedPost[] {
  if (levels === 0) return [];
  return world.posts
    .filter(({ inReplyTo }) => inReplyTo === id)
    .flatMap((below) => [below, ...descendantsOf(world, below, levels - 1)]);
}

/** Whether a post stands in a timeline with these filters. */
export function isInTimeline(
  { software, ignoresFilters }: MastodonWorld,
  post: InventedPost,
  { tag, filters, mayBePrivate }: { tag: string; filters: URLSearchParams; mayBePrivate: boolean },
): boolean {
  if (!mayBePrivate && (post.visibility ?? "public") !== "public") return false;
  if (software === "gotosocial" && post.inReplyTo !== undefined) return false;
  const has = (name: string): boolean =>
    post.tags.some((own) => own.toLowerCase() === name.toLowerCase());
  if (ignoresFilters === true || software === "gotosocial") return has(tag);
  const isLocal = !post.acct.includes("@");
  return (
    [tag, ...filters.getAll("any[]")].some(has) &&
    filters.getAll("all[]").every(has) &&
    !filters.getAll("none[]").some(has) &&
    !(filters.has("local") && !isLocal) &&
    !(filters.has("remote") && isLocal)
  );
}
