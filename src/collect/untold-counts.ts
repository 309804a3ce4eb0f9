import type { Collected, KnownPost } from "./collected.js";
import type { Collecting } from "./collecting.js";

/** With fewer posts, it may be chance that none was answered or passed on. */
const enoughPosts = 20;
/** Posts that are asked about to find out. */
const probes = 5;

/** What a server may not tell, and how to find out. */
interface UntoldCount {
  readonly hosts: readonly string[];
  readonly isKnown: (post: KnownPost) => boolean;
  readonly ask: (posts: readonly KnownPost[]) => Promise<void>;
  /** Whether what was asked for shows that there are some. */
  readonly isThere: (host: string) => boolean;
  /** What messages call it, what follows where there are some, and what was found where there are none. */
  readonly words: { readonly what: string; readonly so: string; readonly none: string };
}

/** The servers that say 0 of every post, though a few that are looked at show otherwise. */
export async function findCountless(
  { hosts, isKnown, ask, isThere, words }: UntoldCount,
  { collected, onNote }: Pick<Collecting, "collected" | "onNote">,
): Promise<ReadonlySet<string>> {
  const countless = new Set<string>();
  for (const host of hosts) {
    const probes = postsToProbe(host, collected);
    if (probes.length === 0) continue;
    await ask(probes.filter((post) => !isKnown(post)));
    if (isThere(host)) countless.add(host);
    onNote(
      `${host} tells 0 ${words.what} of every post, ${
        isThere(host) ? `though there are some: ${words.so}` : `and ${probes.length} ${words.none}`
      }`,
    );
  }
  return countless;
}

/**
 * Posts to ask about, of a server that says of each of its posts that nobody answered it or passed it
 * on, to find out whether it only tells no counts, as WordPress with Enable Mastodon Apps does. None
 * where it tells counts.
 */
function postsToProbe(host: string, { posts, optedOut }: Collected): KnownPost[] {
  const shown = [...posts.values()].filter(
    ({ post, idOn }) => idOn.has(host) && !optedOut.has(post.author.key),
  );
  const isTold = shown.some(({ post }) => post.replies > 0 || post.reposts > 0);
  if (isTold || shown.length < enoughPosts) return [];
  return Array.from(
    { length: probes },
    (_, probe) => shown[Math.floor((probe * shown.length) / probes)],
  );
}
