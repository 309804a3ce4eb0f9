import type { Corpus } from "../../model/corpus.js";
import type { KnownServer } from "../../model/server-advice.js";
import { parseWebUrl } from "../../text/web-url.js";

/** Where the authors are at home, most posts first. */
export function findHomeServers(
  { accounts, posts: table }: Corpus,
  posts: readonly number[],
): KnownServer[] {
  const byHost = new Map<string, { people: Set<number>; posts: number }>();
  for (const post of posts) {
    const author = table.author[post];
    const account = accounts[author];
    const host = account === undefined ? undefined : homeOf(account);
    if (host === undefined) continue;
    const known = byHost.get(host) ?? { people: new Set(), posts: 0 };
    byHost.set(host, known);
    known.people.add(author);
    known.posts += 1;
  }
  return [...byHost]
    .map(([host, { people, posts: count }]) => ({ host, people: people.size, posts: count }))
    .sort((a, b) => b.posts - a.posts || b.people - a.people || (a.host < b.host ? -1 : 1));
}

/** The host of somebody's page, which may be another than the one in their name; of X's people none. */
export function homeOf({ key, url, server }: Corpus["accounts"][number]): string | undefined {
  if (/^(?:x|bsky|did):/u.test(key)) return undefined;
  const page = url === undefined ? undefined : parseWebUrl(url);
  return page?.host ?? server;
}
