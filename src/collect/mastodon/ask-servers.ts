import robotsParser from "robots-parser";
import type { Clock } from "../../model/clock.js";
import { SourceError } from "../../model/errors.js";
import type { ServerReply } from "../../model/server-advice.js";
import { type Ask, startAsking } from "../patient-ask.js";
import type { Fetch } from "../platform-fetch.js";
import { openMastodon } from "./mastodon-client.js";
import { readServerTerms } from "./mastodon-server.js";
import { readTagHistory } from "./tag-history.js";

interface AskServersOptions {
  readonly userAgent: string;
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Said of each server once it is done. */
  readonly onReply: (host: string, reply: ServerReply) => void;
}

/** What robots.txt calls this program. */
const robotName = "tagatlas";
/** More of a robots.txt need not be read (RFC 9309, 2.5). */
const mostRobots = 512 * 1024;

/**
 * Asks servers how often a hashtag was used, side by side, each one thing at a time: its robots.txt,
 * its description, and, if both allow it, one question about the hashtag. No token is sent. Nobody
 * named these servers, so they are asked over HTTPS at public addresses only.
 */
export async function askServers(
  hosts: readonly string[],
  tag: string,
  options: AskServersOptions,
): Promise<ServerReply[]> {
  const ask = startAsking({
    ...options,
    secrets: new Map(),
    namedOrigins: new Set(),
    // One that is busy is left for another day.
    patienceMs: 0,
    onWait() {},
  });
  return Promise.all(
    hosts.map(async (host) => {
      const reply = await askServer(host, tag, ask, options);
      options.onReply(host, reply);
      return reply;
    }),
  );
}

async function askServer(
  host: string,
  tag: string,
  ask: Ask,
  { clock, signal }: AskServersOptions,
): Promise<ServerReply> {
  const origin = `https://${host}`;
  const client = openMastodon({ host, origin }, ask);
  const wanted = [`${origin}/api/v2/instance`, `${origin}/api/v1/tags/${encodeURIComponent(tag)}`];
  try {
    if (!(await isLetIn(origin, wanted, ask))) {
      return leftAlone("its robots.txt keeps programs out");
    }
    const description = await client.describeItself();
    const terms = readServerTerms(description.value, "everywhere");
    if (description.status !== 200 || !terms.isDescribed) {
      return leftAlone("no server of the Mastodon API");
    }
    if (terms.access === "disabled") return leftAlone("shows hashtags to nobody");
    if (terms.access === "authenticated" || terms.isGoToSocial) {
      return leftAlone(`shows hashtags only to its own people (${terms.software})`);
    }
    const { value } = await client.tag(tag);
    const history = readTagHistory(value, clock.now());
    return { outcome: "answered", postsADay: history?.postsADay, software: terms.software };
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof SourceError)) throw error;
    const isRefusal = error.problem === "unauthorized" || error.problem === "refused";
    const { message } = error.cause instanceof SourceError ? error.cause : error;
    return { outcome: isRefusal ? "left-alone" : "failed", reason: message };
  }
}

/**
 * By RFC 9309: no robots.txt forbids nothing, and one that cannot be read forbids all.
 *
 * @throws {SourceError} where it cannot be read.
 */
async function isLetIn(origin: string, wanted: readonly string[], ask: Ask): Promise<boolean> {
  const address = `${origin}/robots.txt`;
  const answer = await ask(new URL(address), { mayBeGone: true, form: "text" });
  if (answer.status !== 200 || typeof answer.value !== "string") return true;
  const robots = robotsParser(address, answer.value.slice(0, mostRobots));
  return wanted.every((url) => robots.isAllowed(url, robotName) !== false);
}

function leftAlone(reason: string): ServerReply {
  return { outcome: "left-alone", reason };
}
