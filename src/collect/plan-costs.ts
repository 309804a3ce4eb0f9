import { dayMs } from "../model/durations.js";
import { SourceError } from "../model/errors.js";
import type { Collected, KnownPost } from "./collected.js";
import { type Collecting, type Companion, companions } from "./collecting.js";
import { askablePosts, type MastodonServers, requestsOfThreads } from "./companion-requests.js";
import { lookBackOf } from "./late-arrivals.js";
import type { MastodonClient } from "./mastodon/mastodon-client.js";
import { keepMastodonAnswer } from "./mastodon/mastodon-page.js";
import { readTagHistory, type TagHistory } from "./mastodon/tag-history.js";
import { endsToReopen } from "./sweep.js";

const weekDays = 7;
/** Posts that a page of a timeline holds at most. */
const pageSize = 40;
/** What Mastodon allows, where a server does not say. */
const usualLimit = 300;
/** The window of Mastodon's `X-RateLimit-Limit` (`config/initializers/rack_attack.rb`). */
const windowMinutes = 5;

/** What a server will be asked, before it is. */
interface Expected {
  /** New posts, and the days that they are of. */
  readonly posts: number;
  readonly days: number;
  /** Without it there is no telling how far back the timeline goes. */
  readonly isWhole: boolean;
  /** Known posts that a walk passes again. */
  readonly again: number;
  /** Places of earlier walks that are asked for again. */
  readonly openEnds: number;
}

/** What is asked about once more without a token, since a token brought it. */
interface Rechecks {
  readonly timeline: boolean;
  readonly threads: boolean;
}

/** Posts that are asked about once more at once, where the server can (Mastodon 4.3). */
const postsARecheck = 20;

/**
 * Tells what a server's timeline and each `--with` will take, in requests and minutes, from its own
 * count of the hashtag, what waits in the collection already, and its limit. One request.
 */
export async function planCosts(
  client: MastodonClient,
  rechecks: Rechecks,
  collecting: Collecting,
): Promise<void> {
  const { host } = client.server;
  const { question, clock } = collecting;
  const asked = await askHistory(client, collecting);
  const limit = asked?.limit ?? usualLimit;
  const wanted = companions.filter((name) => collecting.isPlan || collecting.companions.has(name));
  if (asked?.history === undefined) {
    // In a collection, each cost is told once the posts are here.
    if (!collecting.isPlan) return;
    collecting.onPlan(
      `${host} does not count how often #${question.tag} is used: a collection tells the cost of each --with once the posts are here`,
    );
    return;
  }
  const { history } = asked;
  const expected = expectedPosts(history, host, collecting);
  const { any, all, none, scope } = question;
  const isFiltered = any.length + all.length + none.length > 0 || scope !== "everywhere";
  collecting.onPlan(
    `${host} counted ${history.posts} posts with #${question.tag} in the last ${weekDays} days${isFiltered ? ", without any filter" : ""}`,
  );
  const span = `${days(expected.days)}${expected.isWhole ? "" : ", and as much for each week that it goes back further"}`;
  const pages = Math.ceil((expected.posts + expected.again) / pageSize) + 1 + expected.openEnds;
  const requestsAPage = rechecks.timeline ? 1 + pageSize / postsARecheck : 1;
  const timeline = pages * requestsAPage;
  const inWords = (what: string, bound: string, requests: number): string =>
    `${what}: ${bound} ${requests} requests, some ${minutesFor(requests, limit)} min at the ${limit} in ${windowMinutes} minutes that ${host} allows`;
  collecting.onPlan(inWords(`timeline of ${span}`, "about", timeline));
  let minutes = minutesFor(timeline, limit);
  const fitting: string[] = ["the timeline"];
  const left: string[] = [];
  for (const companion of wanted) {
    const { bound, requests } = requestsFor(companion, { expected, history, rechecks, collecting });
    collecting.onPlan(inWords(`--with ${companion}`, bound, requests));
    const isFitting =
      collecting.endsAt === undefined ||
      clock.now() + (minutes + minutesFor(requests, limit)) * 60_000 <= collecting.endsAt;
    if (isFitting) minutes += minutesFor(requests, limit);
    (isFitting ? fitting : left).push(`--with ${companion}`);
  }
  if (collecting.endsAt === undefined) return;
  const window = Math.round((collecting.endsAt - clock.now()) / 60_000);
  const rest = left.length === 0 ? "" : `; ${left.join(" and ")} would not fit`;
  collecting.onPlan(`${window} minutes are enough for ${fitting.join(" and ")}${rest}`);
}

async function askHistory(
  client: MastodonClient,
  collecting: Collecting,
): Promise<{ history: TagHistory | undefined; limit: number } | undefined> {
  try {
    const answer = await client.tag(collecting.question.tag);
    await keepMastodonAnswer(answer, { source: client.server.host, step: "tag" }, collecting);
    const told = Number(answer.headers.get("x-ratelimit-limit"));
    return {
      history: readTagHistory(answer.value, collecting.clock.now()),
      limit: Number.isSafeInteger(told) && told > 0 && told < 1e6 ? told : usualLimit,
    };
  } catch (error) {
    // What it costs is good to know, and no more.
    if (error instanceof SourceError && error.status !== undefined) return undefined;
    throw error;
  }
}

function expectedPosts(history: TagHistory, host: string, collecting: Collecting): Expected {
  const { question, clock, collected, maxPosts } = collecting;
  const now = clock.now();
  const source = collected.sweeps.get(host);
  const last = source?.list.at(-1)?.begunAt;
  const to = Math.min(now, question.until ?? now);
  const from = last ?? question.since ?? now - weekDays * dayMs;
  const span = Math.max(0, to - from) / dayMs;
  const posts = Math.ceil(history.postsADay * span);
  const settled = source === undefined || last === undefined ? now : last - lookBackOf(source);
  const again = [...(source?.seen.values() ?? [])].filter(({ time }) => (time ?? 0) > settled);
  return {
    posts: Math.min(posts, maxPosts ?? posts),
    days: span,
    isWhole: last !== undefined || question.since !== undefined || maxPosts !== undefined,
    again: again.length,
    openEnds: (source?.list ?? []).reduce(
      (sum, sweep) => sum + endsToReopen(sweep, collecting).length,
      0,
    ),
  };
}

function requestsFor(
  companion: Companion,
  {
    expected: { posts },
    history,
    rechecks,
    collecting,
  }: {
    readonly expected: Expected;
    readonly history: TagHistory;
    readonly rechecks: Rechecks;
    readonly collecting: Collecting;
  },
): { bound: "at most" | "about"; requests: number } {
  const waiting = waitingRequests(companion, collecting);
  switch (companion) {
    case "replies": {
      const requests = waiting + posts;
      // A thread of more than 20 posts takes more than one other look.
      return rechecks.threads
        ? { bound: "about", requests: 2 * requests }
        : { bound: "at most", requests };
    }
    case "reposts":
      // More than 80 people take a second request, and most posts none at all.
      return { bound: "about", requests: waiting + posts };
    case "follows": {
      // A look-up and a list; who follows more than 80 people takes more lists. Whoever wrote on
      // several days is counted for each.
      const share = history.posts === 0 ? 0 : Math.min(1, history.people / history.posts);
      return { bound: "about", requests: waiting + 2 * Math.ceil(posts * share) };
    }
  }
}

/** Requests that the posts in the collection still call for. */
function waitingRequests(companion: Companion, collecting: Collecting): number {
  const { collected } = collecting;
  const known = askablePosts(collecting).map(({ post }) => post);
  switch (companion) {
    case "replies":
      return waitingThreads(collecting).length;
    case "reposts":
      return known.filter(({ key, reposts }) => {
        const progress = collected.reposters.get(key);
        return reposts > (progress?.count ?? 0) || progress?.next !== undefined;
      }).length;
    case "follows":
      return 2 * peopleWaiting(known, collected);
  }
}

function waitingThreads(collecting: Collecting): KnownPost[] {
  const { threads, insideThreads } = collecting.collected;
  return askablePosts(collecting).filter(({ post: { key, replies, isReply } }) => {
    const then = threads.get(key)?.replies ?? insideThreads.get(key);
    return then === undefined ? replies > 0 || isReply : replies > then;
  });
}

function peopleWaiting(
  posts: readonly { readonly author: { readonly key: string; readonly hidesFollowing: boolean } }[],
  { following }: Collected,
): number {
  const keys = posts.flatMap(({ author }) => {
    const progress = following.get(author.key);
    const isDone = progress !== undefined && progress.next === undefined;
    return isDone || author.hidesFollowing ? [] : [author.key];
  });
  return new Set(keys).size;
}

/**
 * Whether what the posts call for fits into the rest of the time; says so where it does not.
 */
export function hasTimeFor(
  companion: Companion,
  servers: MastodonServers,
  collecting: Collecting,
): boolean {
  const { endsAt, clock, onNote } = collecting;
  if (endsAt === undefined) return true;
  const requests =
    companion === "replies"
      ? requestsOfThreads(waitingThreads(collecting), servers).requests
      : waitingRequests(companion, collecting);
  const minutes = minutesFor(requests, usualLimit);
  const left = Math.floor((endsAt - clock.now()) / 60_000);
  if (minutes <= left) return true;
  onNote(
    `--with ${companion} is left out: its ${requests} requests would take some ${minutes} min, and ${left} are left`,
  );
  return false;
}

function minutesFor(requests: number, limit: number): number {
  return Math.ceil((requests * windowMinutes) / limit);
}

function days(count: number): string {
  const rounded = Math.ceil(count);
  return rounded === 1 ? "1 day" : `${rounded} days`;
}
