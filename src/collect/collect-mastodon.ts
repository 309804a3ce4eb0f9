import type { SourceError } from "../model/errors.js";
import { collectFollowing } from "./collect-following.js";
import { collectReposters } from "./collect-reposters.js";
import { collectThreads } from "./collect-threads.js";
import type { Collecting } from "./collecting.js";
import type { MastodonServers } from "./companion-requests.js";
import { findGone } from "./find-gone.js";
import { checkAccess, withTokenAdvice } from "./mastodon-access.js";
import { type MastodonClient, openMastodon } from "./mastodon-client.js";
import type { ServerName } from "./mastodon-server.js";
import { mastodonTimeline } from "./mastodon-timeline.js";
import { hasTimeFor, planCosts } from "./plan-costs.js";
import { sweepTimeline } from "./sweep-timeline.js";
import type { TokenHint } from "./tokens.js";

export interface MastodonOptions {
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
  const clients = servers.map((server) => openMastodon(server, collecting.ask));
  const answering: MastodonClient[] = [];
  await Promise.all(
    clients.map(async (client) => {
      const token = tokens.get(client.server.host) ?? { variable: undefined, unused: [] };
      const work = () => collectTimeline(client, token, collecting);
      if (await attempt(work)) answering.push(client);
    }),
  );
  // In the order they were named, not in that of their answers.
  const named = clients.filter((client) => answering.includes(client));
  if (named.length === 0 || collecting.isPlan) return;
  const reachable = reachableServers(named, onFailure, collecting);
  const steps = [
    ["replies", collectThreads],
    ["reposts", collectReposters],
    ["follows", collectFollowing],
  ] as const;
  for (const [companion, collectThem] of steps) {
    if (!collecting.companions.has(companion) || !hasTimeFor(companion, collecting)) continue;
    await attempt(() => collectThem(reachable, collecting));
  }
  await attempt(() => findGone(reachable, numbersBefore, collecting));
}

async function collectTimeline(
  client: MastodonClient,
  token: TokenHint,
  collecting: Collecting,
): Promise<void> {
  const terms = await checkAccess(client, token, collecting);
  if (collecting.isPlan || collecting.companions.size > 0) await planCosts(client, collecting);
  if (collecting.isPlan) return;
  try {
    await sweepTimeline(mastodonTimeline(client, terms, collecting), collecting);
  } catch (error) {
    throw withTokenAdvice(error, { host: client.server.host, token, terms });
  }
}

function reachableServers(
  named: readonly MastodonClient[],
  onFailure: (error: SourceError) => void,
  collecting: Collecting,
): MastodonServers {
  const others = new Map<string, MastodonClient>();
  const leftAlone = new Set<MastodonClient>();
  return {
    named,
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
  };
}
