import type { SourceError } from "../../model/errors.js";
import type { Collected } from "../collected.js";
import type { Collecting } from "../collecting.js";
import type { MastodonServers } from "../companion-requests.js";
import { hasTimeFor, planCosts } from "../plan-costs.js";
import { sweepTimeline } from "../sweep-timeline.js";
import type { TokenHint } from "../tokens.js";
import { checkAny } from "./check-any.js";
import { collectFollowing } from "./collect-following.js";
import { collectReposters } from "./collect-reposters.js";
import { collectThreads } from "./collect-threads.js";
import { findGone } from "./find-gone.js";
import { checkAccess, isRefusal, needsToken, withTokenAdvice } from "./mastodon-access.js";
import { type MastodonClient, openMastodon } from "./mastodon-client.js";
import type { ServerName } from "./mastodon-server.js";
import { mastodonTimeline } from "./mastodon-timeline.js";
import { withToken } from "./with-token.js";

interface MastodonOptions {
  readonly servers: readonly ServerName[];
  /** Where each server's token was found, by its host. */
  readonly tokens: ReadonlyMap<string, TokenHint>;
  /** Runs a part of the work; says whether it came to its end, and keeps why it did not. */
  readonly attempt: (work: () => Promise<void>) => Promise<boolean>;
  /** Something that a server did not give; the rest goes on. */
  readonly onFailure: (error: SourceError) => void;
}

/**
 * Timelines of all servers side by side, each server asked one thing at a time; then, if asked for,
 * threads, reposts and follows, each thing once whichever server showed it.
 */
export async function collectMastodon(
  { servers, tokens, attempt, onFailure }: MastodonOptions,
  collecting: Collecting,
): Promise<void> {
  const numbersBefore = new Map(
    [...collecting.collected.sweeps].map(([host, { list }]) => [host, list.at(-1)?.number ?? 0]),
  );
  const answering = new Map<ServerName, AnsweringServer>();
  await Promise.all(
    servers.map(async (server) => {
      const token = tokens.get(server.host) ?? { variable: undefined, unused: [] };
      await attempt(async () => {
        answering.set(server, await collectTimeline(server, token, collecting));
      });
    }),
  );
  // In the order they were named, not in that of their answers.
  const named = servers.flatMap((server) => answering.get(server) ?? []);
  if (named.length === 0 || collecting.isPlan) return;
  const reachable = reachableServers(named, onFailure, collecting);
  const steps = [
    ["replies", collectThreads],
    ["reposts", collectReposters],
    ["follows", collectFollowing],
  ] as const;
  for (const [companion, collectThem] of steps) {
    if (!collecting.companions.has(companion)) continue;
    if (!hasTimeFor(companion, reachable, collecting)) continue;
    await attempt(() => collectThem(reachable, collecting));
  }
  await attempt(() => findGone(reachable, numbersBefore, collecting));
}

/** A server whose timeline came. */
interface AnsweringServer {
  readonly client: MastodonClient;
  /** For what it shows more of with the token that the client leaves out. */
  readonly withToken: MastodonClient | undefined;
  /** It may be asked with a token at all. */
  readonly hasToken: boolean;
}

/**
 * What a server shows to everybody is asked for without a token, so that nothing else can come.
 * Where it refuses that, the token is used.
 */
async function collectTimeline(
  server: ServerName,
  token: TokenHint,
  collecting: Collecting,
): Promise<AnsweringServer> {
  const { ask, collected } = collecting;
  const { host } = server;
  const client = openMastodon(server, ask);
  const terms = await checkAccess(client, token, collecting);
  const hasToken = token.variable !== undefined;
  if (collecting.isPlan || collecting.companions.size > 0) {
    const timeline = hasToken && needsToken(terms);
    await planCosts(client, { timeline, threads: hasToken }, collecting);
  }
  if (collecting.isPlan) return { client, withToken: undefined, hasToken };
  const sweep = async (asked: MastodonClient): Promise<void> => {
    await sweepTimeline(mastodonTimeline(asked, terms, collecting), collecting);
    // What such a server ignores was said before.
    if (!terms.ignoresTagFilters) await checkAny(asked, collecting);
  };
  const answersBefore = pagesOf(collected, host);
  try {
    if (!hasToken) {
      await sweep(client);
      return { client, withToken: undefined, hasToken };
    }
    const openly = openMastodon(server, (url, how) => ask(url, { ...how, withoutToken: true }));
    const privileged = withToken({
      client,
      openly,
      isMistaken: terms.software === "WordPress",
      onUnchecked: () =>
        collecting.onNote(
          `${host} shows no post without a token: which of them are public is known by its own words alone`,
        ),
    });
    if (!needsToken(terms)) {
      try {
        await sweep(openly);
        return { client: openly, withToken: privileged, hasToken };
      } catch (error) {
        const hasAnswered = pagesOf(collected, host) > answersBefore;
        if (!isRefusal(error) || hasAnswered) throw error;
      }
    }
    await sweep(privileged);
    return { client: privileged, withToken: undefined, hasToken };
  } catch (error) {
    throw withTokenAdvice(error, { host, token, terms });
  }
}

function pagesOf({ sweeps }: Collected, host: string): number {
  return sweeps.get(host)?.list.reduce((sum, { walk }) => sum + walk.pages, 0) ?? 0;
}

function reachableServers(
  answering: readonly AnsweringServer[],
  onFailure: (error: SourceError) => void,
  collecting: Collecting,
): MastodonServers {
  const named = answering.map(({ client }) => client);
  const others = new Map<string, MastodonClient>();
  const leftAlone = new Set<MastodonClient>();
  return {
    named,
    withToken: (client) => answering.find((server) => server.client === client)?.withToken,
    elsewhere(origin) {
      const client = named.find(({ server }) => server.origin === origin) ?? others.get(origin);
      if (client !== undefined) return client;
      if (!origin.startsWith("https://")) return undefined;
      const opened = openMastodon({ host: new URL(origin).host, origin }, collecting.ask);
      others.set(origin, opened);
      return opened;
    },
    leaveAlone(client, error) {
      leftAlone.add(client);
      if (named.includes(client)) onFailure(error);
    },
    isLeftAlone: (client) => leftAlone.has(client),
    isRechecked: (client) =>
      answering.some((server) => server.client === client && server.hasToken),
  };
}
