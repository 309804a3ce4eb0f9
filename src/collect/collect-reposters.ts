import type { KnownPost } from "./collected.js";
import type { Collecting } from "./collecting.js";
import {
  askablePosts,
  costInWords,
  forEach,
  type MastodonServers,
  placeOf,
} from "./companion-requests.js";
import { type ListPlace, readList } from "./list-pages.js";
import type { MastodonClient } from "./mastodon-client.js";
import { homeOfPost } from "./mastodon-statuses.js";

/**
 * Who passed the posts on. A post's own server knows best and is asked first, where its address is
 * public; else the first server that showed it. A post that has been passed on more often since is
 * asked for again.
 *
 * @throws {SourceError}
 */
export async function collectReposters(
  servers: MastodonServers,
  collecting: Collecting,
): Promise<void> {
  const { reposters } = collecting.collected;
  const wanted = askablePosts(collecting).filter((known) => {
    if (placeOf(known, servers) === undefined) return false;
    const progress = reposters.get(known.post.key);
    return known.post.reposts > (progress?.count ?? 0) || progress?.next !== undefined;
  });
  if (wanted.length === 0) return;
  collecting.onNote(costInWords("who passed posts on", "at least", wanted.length));
  const ask = (known: KnownPost): Promise<void> => {
    const { key, postedAt } = known.post;
    const about = { post: key, ...(postedAt === undefined ? {} : { postedAt }) };
    const list = {
      parts: { step: "reposters", about },
      places: placesOf(known, servers),
      progress: reposters.get(key),
    } as const;
    return readList(list, servers, collecting);
  };
  await forEach(wanted, ask, collecting);
}

function placesOf(known: KnownPost, servers: MastodonServers): ListPlace[] {
  const home = homeOfPost(known.post.key);
  const atHome = home === undefined ? undefined : servers.elsewhere(home.origin);
  const shown = placeOf(known, servers);
  return [
    ...(home === undefined || atHome === undefined ? [] : [placeAt(atHome, home.id)]),
    ...(shown === undefined ? [] : [placeAt(shown.client, shown.id)]),
  ];
}

function placeAt(client: MastodonClient, id: string): ListPlace {
  return { client, idThere: async () => id, ask: client.reposters };
}
