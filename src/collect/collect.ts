import type { Clock } from "../model/clock.js";
import type {
  CollectOutcome,
  CollectState,
  SourceOutcome,
  Wait,
} from "../model/collect-outcome.js";
import type { AnswerLine } from "../model/collection-log.js";
import { SourceError, UserError } from "../model/errors.js";
import type { Respect } from "../model/provenance.js";
import { type Question, questionDifferences } from "../model/question.js";
import { readBlockList } from "./block-list.js";
import { type AnswerContent, type Collected, remember, startCollected } from "./collected.js";
import type { Collecting, Companion } from "./collecting.js";
import type { LockHolder } from "./collection-lock.js";
import { lookBackOf } from "./late-arrivals.js";
import { startLeavingOut } from "./leave-out.js";
import { collectMastodon } from "./mastodon/collect-mastodon.js";
import { mastodonContent } from "./mastodon/mastodon-content.js";
import type { ServerName } from "./mastodon/mastodon-server.js";
import { openPageLog } from "./page-log.js";
import { startAsking } from "./patient-ask.js";
import type { Fetch } from "./platform-fetch.js";
import { type Environment, readTokens, tokenHints } from "./tokens.js";
import { collectX, type XOptions } from "./x/collect-x.js";
import { xContent } from "./x/x-content.js";

export interface CollectOptions {
  /** Is there. */
  readonly folder: string;
  readonly question: Question;
  readonly servers: readonly ServerName[];
  readonly x: XOptions | undefined;
  readonly companions: ReadonlySet<Companion>;
  readonly maxPosts: number | undefined;
  /** Only what it would cost is asked for, and told. */
  readonly isPlan?: boolean | undefined;
  /** So long it may take; what will not fit of `companions` is left out. */
  readonly withinMs?: number | undefined;
  readonly patienceMs: number;
  readonly userAgent: string;
  readonly environment: Environment;
  readonly self: LockHolder;
  readonly fetch: Fetch;
  readonly clock: Clock;
  /** Ends the collection in good order. */
  readonly signal: AbortSignal;
  readonly respect: Respect;
  readonly onProgress: (state: CollectState) => void;
  readonly onWait: (wait: Wait | undefined) => void;
  readonly onNote: (note: string) => void;
}

/**
 * Collects the answer of servers to a question, or goes on with it. Every answer is on the disk
 * before the next is asked for; what one server refuses does not keep the others from being asked.
 *
 * @throws {UserError} where nothing can be begun: another run is at it, another question was asked
 *   here before, a token is none.
 */
export async function collect(asked: CollectOptions): Promise<CollectOutcome> {
  const { question, withinMs, isPlan = false, clock } = asked;
  const endsAt = withinMs === undefined ? undefined : clock.now() + withinMs;
  const signal =
    withinMs === undefined
      ? asked.signal
      : AbortSignal.any([asked.signal, clock.deadline(withinMs)]);
  const options = { ...asked, signal };
  const plan: string[] = [];
  const secrets = await readTokens(options.environment, options.servers, options.x?.origin);
  const named = [...options.servers.map(({ origin }) => origin), options.x?.origin ?? []].flat();
  const ask = startAsking({ ...options, secrets, namedOrigins: new Set(named) });
  const collected = startCollected();
  const log = await openPageLog(options.folder, options.self, (line) =>
    remember(collected, line, contentOf(line, options.respect)),
  );
  try {
    for (const repair of log.repairs) options.onNote(repair);
    refuseOtherQuestion(collected, question, options.folder);
    const blocked = await readBlockList(options.folder);
    const postsBefore = collected.posts.size;
    const collecting: Collecting = {
      question,
      companions: options.companions,
      maxPosts: options.maxPosts,
      collected,
      log,
      ask,
      clock: options.clock,
      signal,
      respect: options.respect,
      leaveOut: blocked === undefined ? undefined : startLeavingOut(blocked),
      readContent: (line) => contentOf(line, options.respect),
      onAnswer: () => options.onProgress(stateOf(collected)),
      onNote: options.onNote,
      isPlan,
      endsAt,
      onPlan: isPlan ? (cost) => plan.push(cost) : options.onNote,
    };
    options.onProgress(stateOf(collected));
    const failures = await collectAll(options, collecting);
    await log.checkThere();
    if (!signal.aborted) failures.push(...gapFailures(collected, options));
    const wasInterrupted = asked.signal.aborted;
    if (signal.aborted && !wasInterrupted) failures.push(outOfTime(withinMs ?? 0));
    return {
      ...stateOf(collected),
      path: log.path,
      newPosts: collected.posts.size - postsBefore,
      sources: sourcesOf(collected, options),
      failures,
      plan,
      wasInterrupted,
    };
  } finally {
    await log.close();
  }
}

async function collectAll(options: CollectOptions, collecting: Collecting): Promise<UserError[]> {
  const failures: UserError[] = [];
  const onFailure = (error: UserError): void => {
    if (!failures.some(({ message }) => message === error.message)) failures.push(error);
  };
  const attempt = async (work: () => Promise<void>): Promise<boolean> => {
    try {
      await work();
      return true;
    } catch (error) {
      if (options.signal.aborted) return false;
      if (!(error instanceof UserError)) throw error;
      onFailure(error);
      return false;
    }
  };
  const { servers, environment } = options;
  const tokens = tokenHints(environment, servers);
  await collectMastodon({ servers, tokens, attempt, onFailure }, collecting);
  const { x } = options;
  if (x !== undefined && !options.signal.aborted) await attempt(() => collectX(x, collecting));
  return failures;
}

function outOfTime(withinMs: number): UserError {
  return new UserError(
    `the ${Math.round(withinMs / 60_000)} min of --within are over`,
    "run the same command again: it goes on where it stopped",
  );
}

function contentOf(line: AnswerLine, respect: Respect): AnswerContent {
  switch (line.platform) {
    case "mastodon":
      return mastodonContent(line, line.body, respect);
    case "x":
      return xContent(line, line.body, respect);
  }
}

function refuseOtherQuestion(collected: Collected, question: Question, folder: string): void {
  if (collected.question === undefined) return;
  const differences = questionDifferences(collected.question, question);
  if (differences.length === 0) return;
  throw new UserError(
    `${folder} holds the answers to another question: ${differences.join("; ")}`,
    "ask the same again, or name another folder with --out (a --with may be added, and servers)",
  );
}

/** Where a server showed no way on, though it did not fail. */
function gapFailures({ sweeps }: Collected, { servers }: CollectOptions): SourceError[] {
  return servers.flatMap(({ host }) => {
    const source = sweeps.get(host);
    const stuck = source?.list.filter(({ walk }) =>
      [...walk.open.values()].some(({ end }) => end === "no-advance"),
    );
    if (source === undefined || stuck === undefined || stuck.length === 0) return [];
    const times = stuck.flatMap(({ ids }) =>
      [...ids].flatMap((id) => source.seen.get(id)?.time ?? []),
    );
    const oldest =
      times.length === 0 ? "" : ` than ${minuteOf(times.reduce((a, b) => Math.min(a, b)))}`;
    return [
      new SourceError("bad-payload", {
        whatHappened: `${host} showed no way on to posts that are older${oldest}, so that some may be missing`,
        nextStep: "run the same command again later: it asks for them again",
      }),
    ];
  });
}

function minuteOf(time: number): string {
  return `${new Date(time).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

function stateOf({ posts, authors, answers }: Collected): CollectState {
  return { posts: posts.size, people: authors.size, answers };
}

function sourcesOf({ sweeps, posts }: Collected, { servers }: CollectOptions): SourceOutcome[] {
  const names = new Set([...servers.map(({ host }) => host), ...sweeps.keys()]);
  return [...names].flatMap((source) => {
    const known = sweeps.get(source);
    if (known === undefined) return [];
    // What a thread of its brought stood in no timeline.
    const shown = [...posts.values()].filter(({ idOn }) =>
      known.firstSweep.has(idOn.get(source) ?? ""),
    );
    const times = shown.flatMap(({ post }) => post.time ?? []);
    return [
      {
        source,
        posts: shown.length,
        pages: known.list.reduce((sum, { walk }) => sum + walk.pages, 0),
        late: known.late.posts,
        latestMs: known.late.longestMs,
        isEndToBeShownAgain:
          known.list.reduce((sum, { walk }) => sum + walk.endsShown, 0) === 1 &&
          known.list.every(({ platform }) => platform !== "x"),
        lookBackMs: known.list.some(({ platform }) => platform === "x")
          ? undefined
          : lookBackOf(known),
        oldest: times.length === 0 ? undefined : times.reduce((a, b) => Math.min(a, b)),
        newest: times.length === 0 ? undefined : times.reduce((a, b) => Math.max(a, b)),
      },
    ];
  });
}
