import type { KnownPost } from "./collected.js";
import type { Collecting } from "./collecting.js";
import {
  askablePosts,
  costInWords,
  forEach,
  leaveAloneFor,
  type MastodonServers,
  placeOf,
} from "./companion-requests.js";
import { keepMastodonAnswer } from "./mastodon-page.js";

/**
 * What stands around the posts: for each that is answered, or answers one that is not here, its
 * thread from the first server that showed it, oldest first, since the thread of a post tells
 * those of all posts below it, too. A thread that has grown since is asked for again.
 *
 * @throws {SourceError}
 */
export async function collectThreads(
  servers: MastodonServers,
  collecting: Collecting,
): Promise<void> {
  const wanted = askablePosts(collecting).filter((known) => isWanted(known, servers, collecting));
  if (wanted.length === 0) return;
  collecting.onNote(costInWords("threads", "at most", wanted.length));
  await forEach(
    wanted,
    async (known) => {
      // It may have come with the thread of one before.
      if (!isWanted(known, servers, collecting)) return;
      const place = placeOf(known, servers);
      if (place === undefined) return;
      try {
        const answer = await place.client.thread(place.id);
        await keepMastodonAnswer(
          answer,
          { source: place.client.server.host, step: "thread", about: { post: known.post.key } },
          collecting,
        );
      } catch (error) {
        leaveAloneFor(error, place.client, servers);
      }
    },
    collecting,
  );
}

function isWanted(known: KnownPost, servers: MastodonServers, { collected }: Collecting): boolean {
  const { key, replies, isReply } = known.post;
  if (placeOf(known, servers) === undefined) return false;
  const repliesThen = collected.threads.get(key) ?? collected.insideThreads.get(key);
  return repliesThen === undefined ? replies > 0 || isReply : replies > repliesThen;
}
