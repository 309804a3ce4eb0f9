import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { askServers } from "../collect/mastodon/ask-servers.js";
import { type Fetch, platformFetch } from "../collect/platform-fetch.js";
import { measureCoverage } from "../measure/network/coverage.js";
import { estimateGain } from "../measure/network/server-gain.js";
import { collectionLogName } from "../model/collection-log.js";
import type { Corpus } from "../model/corpus.js";
import { dayMs } from "../model/durations.js";
import { UserError } from "../model/errors.js";
import { normaliseHashtag } from "../model/hashtag.js";
import { postRoles } from "../model/item.js";
import type { OnProgress } from "../model/progress.js";
import type { Selection } from "../model/selection.js";
import type { KnownServer, ServerAdvice, ServersAdvice } from "../model/server-advice.js";
import { selectPosts } from "../network/select-posts.js";
import { parseWebUrl } from "../text/web-url.js";
import { type CollectRequest, runCollection } from "./collect.js";
import { readCorpus } from "./read-corpus.js";
import { respectConsent } from "./respect-consent.js";

interface ServersRequest {
  readonly tag: string;
  /** Folders of collections, and servers to look at. */
  readonly from: readonly string[];
  readonly mostServers: number;
  /** How a server is looked at, as a collection of its own. */
  readonly look: Omit<CollectRequest, "folder" | "question" | "from" | "with" | "maxPosts">;
  readonly standardInput: AsyncIterable<Buffer>;
  readonly fetch: Fetch | undefined;
  readonly onProgress: OnProgress;
}

const hit = postRoles.indexOf("hit");
/** So far back servers count. */
const periodMs = 7 * dayMs;
/** Posts of a server that are looked at, ten requests. */
const mostPosts = 400;

/**
 * Which servers to ask next for a hashtag, and what each would add: by where the people are at home
 * whose posts are here, and by what these servers count themselves.
 *
 * @throws {UserError} where there are no posts to begin with.
 */
export async function whichServers(request: ServersRequest): Promise<ServersAdvice> {
  const { tag, from, look } = request;
  if (from.some((name) => name.trim().toLowerCase() === "x")) {
    throw new UserError(
      "X is one place, and leads to no further servers",
      "give a server of the Mastodon API, or the folder of a collection",
    );
  }
  const isFolder = (name: string): boolean => existsSync(join(name, collectionLogName));
  const folders = from.filter(isFolder);
  const named = from.filter((name) => !isFolder(name));
  if (from.length === 0) {
    throw new UserError(
      "no server and no collection is named to begin with",
      "give --from mastodon.social, or --from with the folder of a collection",
    );
  }
  const scratch = named.length === 0 ? undefined : await mkdtemp(join(tmpdir(), "tagatlas-look-"));
  try {
    if (scratch !== undefined) await lookAt(named, scratch, request);
    const inputs = scratch === undefined ? folders : [...folders, scratch];
    const { corpus } = await readCorpus(
      {
        inputs,
        format: undefined,
        map: undefined,
        dayOrder: undefined,
        standardInput: request.standardInput,
        onProgress: request.onProgress,
      },
      look.respect,
    );
    return await adviceOn(corpus, { ...request, tag });
  } finally {
    if (scratch !== undefined) await rm(scratch, { recursive: true, force: true });
  }
}

async function lookAt(
  named: readonly string[],
  folder: string,
  request: ServersRequest,
): Promise<void> {
  const { tag, look } = request;
  const { failures, posts } = await runCollection({
    ...look,
    folder,
    question: {
      tag,
      any: [],
      all: [],
      none: [],
      scope: "everywhere",
      since: look.clock.now() - periodMs,
    },
    from: named,
    with: [],
    maxPosts: mostPosts,
  });
  const [failure] = failures;
  if (posts === 0 && failure !== undefined) throw failure;
}

async function adviceOn(corpus: Corpus, request: ServersRequest): Promise<ServersAdvice> {
  const { tag, look } = request;
  refuseOtherTag(corpus, tag);
  const selection = selectPosts(corpus, { tag: undefined, since: undefined, until: undefined });
  const asked = [
    ...new Set(
      corpus.answers.filter(({ step }) => step === "timeline").map(({ source }) => source),
    ),
  ].sort();
  const { from, to, posts } = comparedPosts(corpus, selection, look.clock.now());
  // A server where everybody has said no is theirs alone: it is neither asked nor named.
  const { heldBack } = respectConsent(corpus, {
    respect: "discoverable",
    tag: undefined,
    pseudonymKey: undefined,
  });
  const known = knownServers(corpus, posts).filter(
    ({ host }) => !asked.includes(host) && !heldBack.isLink(`https://${host}/`),
  );
  const candidates = known.slice(0, request.mostServers);
  const replies = await askServers(
    candidates.map(({ host }) => host),
    tag,
    {
      userAgent: look.userAgent,
      fetch: request.fetch ?? platformFetch(),
      clock: look.clock,
      signal: look.signal,
      onReply: (host) => request.onProgress(`asked ${host}`),
    },
  );
  const unseen = measureCoverage(corpus, selection)?.unseen;
  const unseenShare =
    unseen === undefined || unseen.total <= 0 ? undefined : 1 - unseen.seen / unseen.total;
  const servers: ServerAdvice[] = [];
  const others: ServersAdvice["others"][number][] = [];
  for (const [row, server] of candidates.entries()) {
    const reply = replies[row];
    if (reply.outcome !== "answered") {
      others.push({ ...server, outcome: reply.outcome, reason: reply.reason });
      continue;
    }
    const { software, postsADay } = reply;
    const counted =
      postsADay === undefined ? undefined : Math.round((postsADay * (to - from)) / dayMs);
    const gain =
      counted === undefined
        ? undefined
        : estimateGain({ counted, seen: posts.length, ofIts: server.posts, unseenShare });
    servers.push({ ...server, software, counted, gain });
  }
  return {
    tag,
    asked,
    from,
    to,
    posts: posts.length,
    unseenShare,
    servers: servers.sort(byGain),
    others,
    notAsked: known.slice(request.mostServers),
  };
}

function refuseOtherTag({ answers }: Corpus, tag: string): void {
  const other = answers.find(
    ({ question }) =>
      ![question.tag, ...question.any].map(normaliseHashtag).includes(normaliseHashtag(tag)),
  );
  if (other === undefined) return;
  throw new UserError(
    `a collection of #${other.question.tag} says nothing of #${tag}`,
    "give the hashtag of the collection, or begin with a server",
  );
}

/** The hits of the days that servers count, up to when the last of ours was asked. */
function comparedPosts(
  corpus: Corpus,
  { role, time }: Selection,
  now: number,
): { from: number; to: number; posts: number[] } {
  const askedAt = corpus.answers.flatMap(({ step, retrievedAt }) =>
    step === "timeline" ? (retrievedAt ?? []) : [],
  );
  const to = Math.min(
    now,
    askedAt.reduce((a, b) => Math.max(a, b), 0),
  );
  const posts = Array.from(role.keys()).filter(
    (post) => role[post] === hit && time[post] >= now - periodMs && time[post] <= to,
  );
  if (posts.length === 0) {
    throw new UserError(
      "no post of the last seven days is here, which is what servers count",
      "run collect again first, or begin with a server: --from mastodon.social",
    );
  }
  const oldest = posts.reduce((least, post) => Math.min(least, time[post]), to);
  // Where there are posts of before, the whole of the seven days is covered.
  const reachesBack = role.some((each, post) => each === hit && time[post] < now - periodMs);
  return { from: reachesBack ? now - periodMs : oldest, to, posts };
}

/** Where the authors are at home, most posts first. */
function knownServers({ accounts, posts: table }: Corpus, posts: readonly number[]): KnownServer[] {
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
function homeOf({ key, url, server }: Corpus["accounts"][number]): string | undefined {
  if (/^(?:x|bsky|did):/u.test(key)) return undefined;
  const page = url === undefined ? undefined : parseWebUrl(url);
  return page?.host ?? server;
}

function byGain(a: ServerAdvice, b: ServerAdvice): number {
  const gainOf = ({ gain }: ServerAdvice): number => gain?.estimate ?? gain?.low ?? -1;
  return (
    gainOf(b) - gainOf(a) ||
    (b.gain?.high ?? -1) - (a.gain?.high ?? -1) ||
    b.posts - a.posts ||
    (a.host < b.host ? -1 : 1)
  );
}
