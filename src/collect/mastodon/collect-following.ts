import type { BriefAuthor } from "../brief-post.js";
import { accountPlace } from "../collected.js";
import type { Collecting } from "../collecting.js";
import { askablePosts, costInWords, forEach, type MastodonServers } from "../companion-requests.js";
import { type ListPlace, readList } from "./list-pages.js";
import type { MastodonClient } from "./mastodon-client.js";
import { keepMastodonAnswer } from "./mastodon-page.js";

/** Somebody who posted, and the server that showed the post, where they have their id. */
interface Person {
  readonly author: BriefAuthor;
  readonly shownBy: MastodonClient;
}

/**
 * Whom those who posted follow, each list once: from their own server, which alone knows all of it,
 * where its address is public; else from the one that showed their post. Who hides the list is not
 * asked about.
 *
 * @throws {SourceError}
 */
export async function collectFollowing(
  servers: MastodonServers,
  collecting: Collecting,
): Promise<void> {
  const wanted = peopleToAsk(servers, collecting);
  if (wanted.length === 0) return;
  collecting.onNote(costInWords("whom people follow", "at least", wanted.length));
  const ask = (person: Person): Promise<void> => {
    const { key } = person.author;
    const list = {
      parts: { step: "following", about: { account: key } },
      places: placesOf(person, servers, collecting),
      progress: collecting.collected.following.get(key),
    } as const;
    return readList(list, servers, collecting);
  };
  await forEach(wanted, ask, collecting);
}

function peopleToAsk(servers: MastodonServers, collecting: Collecting): Person[] {
  const people = new Map<string, Person>();
  for (const { post, idOn } of askablePosts(collecting)) {
    const { author } = post;
    const progress = collecting.collected.following.get(author.key);
    const isDone = progress !== undefined && progress.next === undefined;
    if (isDone || author.hidesFollowing || people.has(author.key)) continue;
    // The id in the post is that of the server that showed it first.
    const [first] = idOn.keys();
    const shownBy = servers.named.find(({ server }) => server.host === first);
    if (shownBy !== undefined) people.set(author.key, { author, shownBy });
  }
  return [...people.values()];
}

function placesOf(
  { author, shownBy }: Person,
  servers: MastodonServers,
  collecting: Collecting,
): ListPlace[] {
  const { homeOrigin } = author;
  const { optedOut } = collecting.collected;
  const home = homeOrigin === undefined ? undefined : servers.elsewhere(homeOrigin);
  const atHome = (client: MastodonClient): ListPlace => ({
    client,
    idThere: () => idAtHome(author, client, collecting),
    ask: client.following,
  });
  return [
    ...(home === undefined ? [] : [atHome(home)]),
    {
      client: shownBy,
      // Their own server may just have told more than the copy of them that this one has.
      idThere: async () => (optedOut.has(author.key) ? undefined : author.id),
      ask: shownBy.following,
    },
  ];
}

async function idAtHome(
  author: BriefAuthor,
  home: MastodonClient,
  collecting: Collecting,
): Promise<string | undefined> {
  const { accountIds, optedOut } = collecting.collected;
  const place = accountPlace(home.server.host, author.key);
  if (!accountIds.has(place)) {
    const answer = await home.lookUp(author.address);
    if (answer.status !== 200) return undefined;
    const about = { account: author.key };
    const line = { source: home.server.host, step: "account", about } as const;
    await keepMastodonAnswer(answer, line, collecting);
  }
  return optedOut.has(author.key) ? undefined : accountIds.get(place);
}
