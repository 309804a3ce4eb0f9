import type { Collected, KnownPost } from "../collected.js";
import type { Collecting } from "../collecting.js";
import { forEach, leaveAloneFor, type MastodonServers } from "../companion-requests.js";
import { compareIds } from "../compare-ids.js";
import type { SourceSweeps } from "../sweep.js";
import type { MastodonAnswer, MastodonClient } from "./mastodon-client.js";
import { isForEverybody, keepMastodonAnswer } from "./mastodon-page.js";

/** So many posts are asked about in a run; a server that forgets more is being cleared. */
const mostChecks = 200;
/** A post that is there but in no timeline any more is asked about so often. */
const mostChecksOfOne = 3;

/**
 * Marks the posts that are gone: they stood in a timeline, or their thread did, and do not where it
 * was asked for again. Each is asked for by itself, of every server here that has shown it, and is
 * gone where all of them say so. `numbersBefore` are the latest walks of before this run, by source.
 *
 * @throws {SourceError}
 */
export async function findGone(
  servers: MastodonServers,
  numbersBefore: ReadonlyMap<string, number>,
  collecting: Collecting,
): Promise<void> {
  const { collected, onNote } = collecting;
  const missing = missingPosts(servers, numbersBefore, collected);
  const checked = missing.slice(0, mostChecks);
  await forEach(checked, (known) => checkPost(known, servers, collecting), collecting);
  const gone = checked.filter(({ post }) => collected.gone.has(post.key)).length;
  if (gone > 0)
    onNote(`${gone} of the posts here are gone from their servers, and are left out of analyses`);
  if (missing.length > checked.length) {
    onNote(
      `${missing.length - checked.length} more may be gone, and are asked about in later runs`,
    );
  }
}

function missingPosts(
  servers: MastodonServers,
  numbersBefore: ReadonlyMap<string, number>,
  { posts, sweeps, threads, gone, checks }: Collected,
): KnownPost[] {
  const shownNow = new Set<string>();
  const missing = new Set<string>();
  for (const { server } of servers.named) {
    const source = sweeps.get(server.host);
    const before = numbersBefore.get(server.host) ?? 0;
    if (source === undefined) continue;
    for (const key of keysOf(source, before, "shown")) shownNow.add(key);
    for (const key of keysOf(source, before, "missing")) missing.add(key);
  }
  for (const [key, { isGone }] of threads) if (isGone) missing.add(key);
  return [...missing].sort().flatMap((key) => {
    const known = posts.get(key);
    const isDone = gone.has(key) || (checks.get(key) ?? 0) >= mostChecksOfOne;
    return known === undefined || isDone || shownNow.has(key) ? [] : [known];
  });
}

/** Posts that this run's walks through a timeline met, or passed the place of without meeting them. */
function keysOf(source: SourceSweeps, before: number, which: "shown" | "missing"): string[] {
  return source.list.flatMap(({ number, ids, end }) => {
    if (number <= before) return [];
    if (which === "shown") return [...ids].flatMap((id) => source.seen.get(id)?.key ?? []);
    if (end === undefined || end === "no-advance" || ids.size === 0) return [];
    const lowest = [...ids].reduce((a, b) => (compareIds(b, a) === "below" ? b : a));
    return [...source.seen].flatMap(([id, { key }]) => {
      const isPassed = (source.firstSweep.get(id) ?? number) <= before && !ids.has(id);
      return isPassed && compareIds(id, lowest) === "above" ? [key] : [];
    });
  });
}

async function checkPost(
  { post, idOn }: KnownPost,
  servers: MastodonServers,
  collecting: Collecting,
): Promise<void> {
  const answers: { client: MastodonClient; answer: MastodonAnswer }[] = [];
  for (const client of servers.named) {
    const id = idOn.get(client.server.host);
    if (id === undefined) continue;
    // Where one that has shown it does not answer, nobody knows.
    if (servers.isLeftAlone(client)) return;
    try {
      answers.push({ client, answer: await client.post(id) });
    } catch (error) {
      leaveAloneFor(error, client, servers);
      return;
    }
    if (answers.some(isThere)) break;
    // A page in HTML says so of whatever a broken proxy is asked for.
    if (!isOfApi(answers.at(-1)?.answer)) return;
  }
  // What one still has is not gone: its answer alone is kept.
  const there = answers.filter(isThere);
  for (const { client, answer } of there.length > 0 ? there : answers) {
    const line = { source: client.server.host, step: "post", about: { post: post.key } } as const;
    await keepMastodonAnswer(answer, line, collecting);
  }
}

function isOfApi(answer: MastodonAnswer | undefined): boolean {
  return typeof answer?.value === "object" && answer.value !== null;
}

/** What has become private is gone for everybody else. */
function isThere({ answer }: { readonly answer: MastodonAnswer }): boolean {
  return answer.status === 200 && isForEverybody(answer);
}
