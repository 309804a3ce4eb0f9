import type { Collected, KnownPost } from "./collected.js";

/** With fewer posts, it may be chance that none was answered or passed on. */
const enoughPosts = 20;
/** Posts that are asked about to find out. */
const probes = 5;

/**
 * Posts to ask about, of a server that says of each of its posts that nobody answered it or passed it
 * on, to find out whether it only tells no counts, as WordPress with Enable Mastodon Apps does. None
 * where it tells counts.
 */
export function postsToProbe(host: string, { posts, optedOut }: Collected): KnownPost[] {
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
