import { SourceError } from "../model/errors.js";
import type { BriefPost } from "./brief-post.js";
import type { KnownPost } from "./collected.js";
import type { Collecting } from "./collecting.js";
import type { MastodonClient } from "./mastodon-client.js";

/** The servers that were named, and any other that a post leads to. */
export interface MastodonServers {
  readonly named: readonly MastodonClient[];
  /** The client for a post's or a person's own server; `undefined` where it may not be asked. */
  elsewhere(origin: string): MastodonClient | undefined;
  /** It did not answer as hoped, and is left alone for the rest of this run. */
  leaveAlone(client: MastodonClient): void;
}

/** Hits in the order of their time, without those of people who have opted out. */
export function askablePosts({ collected }: Collecting): KnownPost[] {
  return [...collected.posts.values()]
    .filter(({ post }) => !post.author.hasOptedOut)
    .sort((a, b) => byTime(a.post, b.post));
}

function byTime(a: BriefPost, b: BriefPost): number {
  return (a.time ?? 0) - (b.time ?? 0) || (a.key < b.key ? -1 : 1);
}

/** The first of the named servers that showed a post, and its id there. */
export function placeOf(
  { idOn }: KnownPost,
  { named }: MastodonServers,
): { client: MastodonClient; id: string } | undefined {
  for (const client of named) {
    const id = idOn.get(client.server.host);
    if (id !== undefined) return { client, id };
  }
  return undefined;
}

/** Requests that a server is known to allow: 300 in five minutes. */
const requestsAMinute = 60;

/** What asking for so many things costs, in words. */
export function costInWords(requests: number, what: string): string {
  const minutes = Math.ceil(requests / requestsAMinute);
  return `${what}: ${requests} ${requests === 1 ? "request" : "requests"} or more, some ${minutes} min at the 300 in five minutes that servers allow`;
}

/**
 * Does one thing after the other. A fault of one page costs itself; the run goes on, and the next
 * one tries it again.
 */
export async function forEach<Thing>(
  things: readonly Thing[],
  ask: (thing: Thing) => Promise<void>,
  { onNote }: Pick<Collecting, "onNote">,
): Promise<void> {
  let faults = 0;
  for (const thing of things) {
    try {
      await ask(thing);
    } catch (error) {
      if (!isOnesOwnFault(error)) throw error;
      faults += 1;
      if (faults === 1) onNote(`${error.message}: left out for now, like others that fail so`);
    }
  }
}

function isOnesOwnFault(error: unknown): error is SourceError {
  return (
    error instanceof SourceError &&
    (error.status === 500 || error.status === 501 || error.problem === "bad-payload")
  );
}
