import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CollectOptions, collect } from "../collect/collect.js";
import { type Companion, companions } from "../collect/collecting.js";
import { parseServerName, type ServerName } from "../collect/mastodon/mastodon-server.js";
import { platformFetch } from "../collect/platform-fetch.js";
import { xOrigin } from "../collect/x/x-client.js";
import { dialectOf, type XNames } from "../collect/x/x-names.js";
import type { CollectOutcome } from "../model/collect-outcome.js";
import { collectionLogName } from "../model/collection-log.js";
import { UserError } from "../model/errors.js";
import { normaliseHashtag } from "../model/hashtag.js";
import { hashtagOfPage } from "../model/hashtag-page.js";
import type { Respect } from "../model/provenance.js";
import type { Question } from "../model/question.js";
import { makeFolder } from "../report/make-folder.js";
import { checkOutputFolder } from "../report/write-report.js";
import { didYouMean } from "../text/did-you-mean.js";

export interface CollectRequest
  extends Omit<CollectOptions, "servers" | "x" | "companions" | "fetch"> {
  /** Servers as they were written, or `x`. */
  readonly from: readonly string[];
  /** What else is asked for, as it was written. */
  readonly with: readonly string[];
  readonly respect: Respect;
  readonly x: {
    readonly names: XNames;
    readonly maxCost: number | undefined;
    readonly confirm: ((question: string) => Promise<boolean>) | undefined;
  };
  /** The network; `undefined` for this machine's own. */
  readonly fetch: CollectOptions["fetch"] | undefined;
}

/** Where X's API is, if it is not where X has it: its own simulator, say. */
const xOriginVariable = "TAGATLAS_X_API";

/** What Mastodon takes of a filter; more it ignores without a word. */
const mostTags = { any: 3, all: 4, none: 4 } as const;

/**
 * From a question to a log of answers in a folder; see `collect`.
 *
 * @throws {UserError} for a question that cannot be asked.
 */
export async function runCollection(request: CollectRequest): Promise<CollectOutcome> {
  const { folder, question, respect, environment } = request;
  const names = [...new Set(request.from.map((name) => name.trim()))];
  if (names.length === 0) {
    throw new UserError(
      "no server is named to collect from",
      "name one or several with --from mastodon.social, or X with --from x",
    );
  }
  const isX = (name: string): boolean => name.toLowerCase() === "x";
  const servers = distinctServers(names.filter((name) => !isX(name)));
  const wanted = new Set(request.with.map(parseCompanion));
  checkFilters(question);
  for (const name of names) checkPage(name, question);
  if (names.some(isX)) checkForX(question, wanted, servers);
  const collectInto = (into: string): Promise<CollectOutcome> =>
    collect({
      ...request,
      folder: into,
      servers,
      x: names.some(isX)
        ? {
            dialect: dialectOf(request.x.names),
            maxCost: request.x.maxCost,
            confirm: request.x.confirm,
            origin: parseXOrigin(environment[xOriginVariable]),
          }
        : undefined,
      companions: wanted,
      respect,
      fetch: request.fetch ?? platformFetch(undefined, request.environment),
    });
  if (request.isPlan === true && !existsSync(join(folder, collectionLogName))) {
    return inPassing(collectInto);
  }
  await checkOutputFolder(folder);
  await makeFolder(folder);
  return collectInto(folder);
}

/** Works in a folder that is gone afterwards: a plan alone leaves nothing behind. */
async function inPassing<Outcome>(work: (folder: string) => Promise<Outcome>): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), "tagatlas-plan-"));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function distinctServers(names: readonly string[]): ServerName[] {
  const byOrigin = new Map(
    names
      .map((name) => parseServerName(name))
      .map((server) => [server.origin + (server.path ?? ""), server] as const),
  );
  return [...byOrigin.values()];
}

/** Who gives the address of a hashtag's page for a server means that hashtag. */
function checkPage(name: string, { tag, any }: Question): void {
  const shown = hashtagOfPage(/^https?:/iu.test(name) ? name : `https://${name}`);
  if (shown === undefined) return;
  const asked = [tag, ...any].map(normaliseHashtag);
  if (asked.includes(normaliseHashtag(shown))) return;
  throw new UserError(
    `--from ${name} is a page of #${shown}, and #${tag} is asked for`,
    "give that hashtag, or the server's name alone",
  );
}

function parseCompanion(written: string): Companion {
  const found = companions.find((companion) => companion === written.trim().toLowerCase());
  if (found !== undefined) return found;
  throw new UserError(
    `--with ${written}: there is nothing of that name.${didYouMean(written, companions)}`,
    `use one or several of ${companions.join(", ")}`,
  );
}

function checkFilters(question: Question): void {
  for (const filter of ["any", "all", "none"] as const) {
    const most = mostTags[filter];
    if (question[filter].length <= most) continue;
    throw new UserError(
      `--${filter} names ${question[filter].length} hashtags, and servers look at ${most} and ignore the rest`,
      `name ${most} at most, or collect the hashtags one by one and analyse the folders together`,
    );
  }
}

function checkForX(
  question: Question,
  wanted: ReadonlySet<Companion>,
  servers: readonly ServerName[],
): void {
  if (question.scope !== "everywhere") {
    throw new UserError(
      `--${question.scope} means servers of Mastodon, and X is one place`,
      "leave it out, or collect from X into a folder of its own",
    );
  }
  const others = [...wanted].filter((companion) => companion !== "reposts");
  if (servers.length === 0 && others.length > 0) {
    throw new UserError(
      `--with ${others.join(",")} is for servers of Mastodon: X's search brings replies with the hashtag by itself, and sells whom people follow one by one`,
      "use --with reposts with X",
    );
  }
}

function parseXOrigin(written: string | undefined): string {
  return written === undefined || written === ""
    ? xOrigin
    : parseServerName(written, xOriginVariable).origin;
}
