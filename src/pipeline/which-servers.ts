import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { askServers } from "../collect/mastodon/ask-servers.js";
import { type Fetch, platformFetch } from "../collect/platform-fetch.js";
import { measureCoverage } from "../measure/network/coverage.js";
import { adviseServers } from "../measure/servers/advise-servers.js";
import { findComparedPosts, periodMs } from "../measure/servers/compared-posts.js";
import { findHomeServers } from "../measure/servers/home-servers.js";
import { collectionLogName } from "../model/collection-log.js";
import type { Corpus } from "../model/corpus.js";
import { UserError } from "../model/errors.js";
import { normaliseHashtag } from "../model/hashtag.js";
import type { OnProgress } from "../model/progress.js";
import type { ServersAdvice } from "../model/server-advice.js";
import { selectPosts } from "../network/select-posts.js";
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
  const compared = findComparedPosts(corpus, selection, look.clock.now());
  // A server where everybody has said no is theirs alone: it is neither asked nor named.
  const { heldBack } = respectConsent(corpus, {
    respect: "discoverable",
    tag: undefined,
    pseudonymKey: undefined,
  });
  const known = findHomeServers(corpus, compared.posts).filter(
    ({ host }) => !asked.includes(host) && !heldBack.isLink(`https://${host}/`),
  );
  const candidates = known.slice(0, request.mostServers);
  const replies = await askServers(
    candidates.map(({ host }) => host),
    tag,
    {
      userAgent: look.userAgent,
      fetch: request.fetch ?? platformFetch(undefined, request.look.environment),
      clock: look.clock,
      signal: look.signal,
      onReply: (host) => request.onProgress(`asked ${host}`),
    },
  );
  const unseen = measureCoverage(corpus, selection)?.unseen;
  const unseenShare =
    unseen === undefined || unseen.total <= 0 ? undefined : 1 - unseen.seen / unseen.total;
  const { servers, others } = adviseServers(candidates, replies, { compared, unseenShare });
  return {
    tag,
    asked,
    from: compared.from,
    to: compared.to,
    posts: compared.posts.length,
    unseenShare,
    servers,
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
