import { SourceError } from "../model/errors.js";
import type { BriefPost } from "./brief-post.js";
import type { KnownPost } from "./collected.js";
import type { Collecting } from "./collecting.js";
import type { MastodonClient } from "./mastodon/mastodon-client.js";
import { isFaultOfPage } from "./page-fault.js";

/** The servers that were named, and any other that a post leads to. */
export interface MastodonServers {
  readonly named: readonly MastodonClient[];
  /** For what a named server shows more of with a token; `undefined` where that is used anyway, or none. */
  withToken(client: MastodonClient): MastodonClient | undefined;
  /** The client for a post's or a person's own server; `undefined` where it may not be asked. */
  elsewhere(origin: string): MastodonClient | undefined;
  /** It did not answer as hoped, and is left alone for the rest of this run. */
  leaveAlone(client: MastodonClient, error: SourceError): void;
  isLeftAlone(client: MastodonClient): boolean;
  /** Whether the posts of a thread there are asked about once more, since a token brings them. */
  isRechecked(client: MastodonClient): boolean;
}

/** Found posts in the order of their time, without those of people who have opted out. */
export function askablePosts({ collected }: Collecting): KnownPost[] {
  return [...collected.posts.values()]
    .filter(({ post }) => !collected.optedOut.has(post.author.key))
    .sort((a, b) => byTime(a.post, b.post));
}

function byTime(a: BriefPost, b: BriefPost): number {
  return (a.time ?? 0) - (b.time ?? 0) || (a.key < b.key ? -1 : 1);
}

/** The first of the named servers that showed a post and answers, and the post's id there. */
export function placeOf(
  { idOn }: KnownPost,
  servers: MastodonServers,
): { client: MastodonClient; id: string } | undefined {
  for (const client of servers.named) {
    const id = idOn.get(client.server.host);
    if (id !== undefined && !servers.isLeftAlone(client)) return { client, id };
  }
  return undefined;
}

/**
 * What so many threads take, and once more where a token brings them. A thread of more than 20 posts
 * takes more than one other look.
 */
export function requestsOfThreads(
  wanted: readonly KnownPost[],
  servers: MastodonServers,
): { bound: "at most" | "about"; requests: number } {
  const rechecked = wanted.filter((known) => {
    const place = placeOf(known, servers);
    return place !== undefined && servers.isRechecked(place.client);
  });
  return {
    bound: rechecked.length === 0 ? "at most" : "about",
    requests: wanted.length + rechecked.length,
  };
}

/** Requests that a server is known to allow: 300 in five minutes. */
const requestsAMinute = 60;

/** What asking for so many things costs, in words. */
export function costInWords(
  what: string,
  bound: "at least" | "at most" | "about",
  requests: number,
): string {
  const minutes = Math.ceil(requests / requestsAMinute);
  return `${what}: ${bound} ${requests} ${requests === 1 ? "request" : "requests"}, some ${minutes} min at the 300 in five minutes that servers allow`;
}

/** A fault that so many things in a row have is none of theirs. */
const mostFaultsInARow = 10;

/**
 * Does one thing after the other. A fault of one page costs itself; the run goes on, and the next
 * one tries it again.
 *
 * @throws {SourceError} where it is no fault of one page.
 */
export async function forEach<Thing>(
  things: readonly Thing[],
  ask: (thing: Thing) => Promise<void>,
  { onNote }: Pick<Collecting, "onNote">,
  isOwnFault: (error: unknown) => error is SourceError = isOnesOwnFault,
): Promise<void> {
  let faults = 0;
  let faultsInARow = 0;
  for (const thing of things) {
    try {
      await ask(thing);
      faultsInARow = 0;
    } catch (error) {
      faultsInARow += 1;
      if (!isOwnFault(error) || faultsInARow >= mostFaultsInARow) throw error;
      faults += 1;
      if (faults === 1) onNote(`${error.message}: left out for now, like others that fail so`);
    }
  }
}

/**
 * Leaves a server alone that fails altogether, so that the others can be asked on.
 *
 * @throws what is no failure of the server, or of a named one only what it was just asked.
 */
export function leaveAloneFor(
  error: unknown,
  client: MastodonClient,
  servers: MastodonServers,
): void {
  if (!(error instanceof SourceError)) throw error;
  if (servers.named.includes(client) && isOnesOwnFault(error)) throw error;
  servers.leaveAlone(client, error);
}

/** Whether a server failed for one thing, or refused it, and may have the next. */
function isOnesOwnFault(error: unknown): error is SourceError {
  if (isFaultOfPage(error)) return true;
  if (!(error instanceof SourceError) || error.status === undefined) return false;
  return error.problem !== "unavailable" && error.problem !== "rate-limited";
}
