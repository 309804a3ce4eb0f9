import type { KnownPost } from "../collected.js";
import type { Collecting } from "../collecting.js";
import {
  askablePosts,
  costInWords,
  forEach,
  type MastodonServers,
  placeOf,
} from "../companion-requests.js";
import { findCountless } from "../untold-counts.js";
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
  const countless = await findRepostless(servers, collecting);
  const wanted = askablePosts(collecting).filter((known) => {
    const place = placeOf(known, servers);
    if (place === undefined) return false;
    const progress = reposters.get(known.post.key);
    const isUntold = progress === undefined && countless.has(place.client.server.host);
    return isUntold || known.post.reposts > (progress?.count ?? 0) || progress?.next !== undefined;
  });
  if (wanted.length === 0) return;
  collecting.onNote(costInWords("who passed posts on", "at least", wanted.length));
  await forEach(wanted, (known) => askReposters(known, servers, collecting), collecting);
}

function askReposters(
  known: KnownPost,
  servers: MastodonServers,
  collecting: Collecting,
): Promise<void> {
  const { key, postedAt } = known.post;
  const about = { post: key, ...(postedAt === undefined ? {} : { postedAt }) };
  const list = {
    parts: { step: "reposters", about },
    places: placesOf(known, servers),
    progress: collecting.collected.reposters.get(key),
  } as const;
  return readList(list, servers, collecting);
}

function findRepostless(
  servers: MastodonServers,
  collecting: Collecting,
): Promise<ReadonlySet<string>> {
  const { collected } = collecting;
  return findCountless(
    {
      hosts: servers.named.map(({ server }) => server.host),
      isKnown: ({ post }) => collected.reposters.has(post.key),
      ask: (posts) =>
        forEach(posts, (known) => askReposters(known, servers, collecting), collecting),
      isThere: (host) => collected.untoldReposts.has(host),
      words: {
        what: "reposts",
        so: "every post is asked about",
        none: "posts that were asked about have none",
      },
    },
    collecting,
  );
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
