import type { KnownPost, ThreadState } from "../collected.js";
import type { Collecting } from "../collecting.js";
import {
  askablePosts,
  costInWords,
  forEach,
  leaveAloneFor,
  type MastodonServers,
  placeOf,
  requestsOfThreads,
} from "../companion-requests.js";
import { findCountless } from "../untold-counts.js";
import { isRefusal } from "./mastodon-access.js";
import type { MastodonAnswer, MastodonClient } from "./mastodon-client.js";
import { keepMastodonAnswer } from "./mastodon-page.js";

/** A thread that stays shorter than its post says is asked for so often: some answers are not public. */
const mostAsks = 3;
/** So often in one run for a server that is still fetching a thread, and so long each time at most. */
const mostRefreshes = 3;
const longestRefreshMs = 30_000;
/** So often in all: two runs, after which a server that still fetches is fetching for ever. */
const mostAsksOfUnfinished = 2 * (1 + mostRefreshes);

/**
 * What stands around the posts: for each that is answered, or answers one that is not here, its
 * thread from the first server that showed it, oldest first, since the thread of a post tells
 * those of all posts below it, too. A thread that has grown since, failed, or came shorter than its
 * post says, is asked for again. One that Mastodon 4.5 is still fetching (`Mastodon-Async-Refresh`) is
 * waited for.
 *
 * @throws {SourceError}
 */
export async function collectThreads(
  servers: MastodonServers,
  collecting: Collecting,
): Promise<void> {
  const countless = await findAnswerless(servers, collecting);
  const isStillWanted = (known: KnownPost): boolean =>
    isWanted(known, servers, collecting, countless);
  const wanted = askablePosts(collecting).filter(isStillWanted);
  if (wanted.length === 0) return;
  const { bound, requests } = requestsOfThreads(wanted, servers);
  collecting.onNote(costInWords("threads", bound, requests));
  await askThreads(wanted, servers, collecting, isStillWanted);
  await refreshThreads(wanted, servers, collecting);
}

async function askThreads(
  wanted: readonly KnownPost[],
  servers: MastodonServers,
  collecting: Collecting,
  isStillWanted: (known: KnownPost) => boolean,
): Promise<void> {
  const ask = async (known: KnownPost): Promise<void> => {
    const place = placeOf(known, servers);
    // It may have come with the thread of one before.
    if (place === undefined || !isStillWanted(known)) return;
    try {
      const answer = await askThread(place, servers);
      await keepMastodonAnswer(
        answer,
        { source: place.client.server.host, step: "thread", about: { post: known.post.key } },
        collecting,
      );
    } catch (error) {
      leaveAloneFor(error, place.client, servers);
    }
  };
  await forEach(wanted, ask, collecting);
}

/** Mastodon shows 60 answers to anybody, and fetches more from elsewhere, for whoever has a token alone. */
async function askThread(
  { client, id }: { client: MastodonClient; id: string },
  servers: MastodonServers,
): Promise<MastodonAnswer> {
  try {
    return await (servers.withToken(client) ?? client).thread(id);
  } catch (error) {
    if (servers.withToken(client) === undefined || !isRefusal(error)) throw error;
    return await client.thread(id);
  }
}

async function refreshThreads(
  asked: readonly KnownPost[],
  servers: MastodonServers,
  collecting: Collecting,
): Promise<void> {
  const { collected, clock, signal } = collecting;
  const stateOf = ({ post }: KnownPost): ThreadState | undefined => collected.threads.get(post.key);
  for (let round = 0; round < mostRefreshes; round += 1) {
    const unfinished = asked.filter((known) => stateOf(known)?.refreshAt !== undefined);
    if (unfinished.length === 0) return;
    const until = Math.max(...unfinished.map((known) => stateOf(known)?.refreshAt ?? 0));
    const waitMs = Math.min(longestRefreshMs, until - clock.now());
    if (waitMs > 0) await clock.sleep(waitMs, signal);
    await askThreads(unfinished, servers, collecting, () => true);
  }
}

function isWanted(
  known: KnownPost,
  servers: MastodonServers,
  { collected }: Collecting,
  countless: ReadonlySet<string>,
): boolean {
  const { key, replies, isReply } = known.post;
  const place = placeOf(known, servers);
  if (place === undefined) return false;
  const state = collected.threads.get(key);
  if (state !== undefined) {
    const isShort = !state.isWhole && state.asks < mostAsks;
    const isUnfinished = state.refreshAt !== undefined && state.asks < mostAsksOfUnfinished;
    return replies > state.replies || isShort || isUnfinished;
  }
  const repliesThen = collected.insideThreads.get(key);
  if (repliesThen !== undefined) return replies > repliesThen;
  return replies > 0 || isReply || countless.has(place.client.server.host);
}

function findAnswerless(
  servers: MastodonServers,
  collecting: Collecting,
): Promise<ReadonlySet<string>> {
  const { collected } = collecting;
  const isKnown = ({ post }: KnownPost): boolean => collected.threads.has(post.key);
  return findCountless(
    {
      hosts: servers.named.map(({ server }) => server.host),
      isKnown,
      ask: (posts) => askThreads(posts, servers, collecting, (known) => !isKnown(known)),
      isThere: (host) => collected.untoldReplies.has(host),
      words: {
        what: "answers",
        so: "every thread is asked for",
        none: "threads that were looked at hold none",
      },
    },
    collecting,
  );
}
