import type { Clock } from "../model/clock.js";
import type { Wait } from "../model/collect-outcome.js";
import { SourceError } from "../model/errors.js";
import { type Answer, askOnce, type HttpOptions, type QuestionOptions } from "./http.js";
import { isFaultOfPage } from "./page-fault.js";
import { readRateLimit } from "./rate-limit.js";

interface PatientOptions extends HttpOptions {
  /** So long a question may take with all its repetitions, in milliseconds. */
  readonly patienceMs: number;
  readonly onWait: (wait: Wait | undefined) => void;
}

/** Asks once the host is free, again where that may help, and answers or says why not. */
export type Ask = (url: URL, options?: AskOptions) => Promise<Answer>;

interface AskOptions extends QuestionOptions {
  /** Under which of its limits the host counts it, where it has several. */
  readonly limit?: string;
}

interface Host {
  /** Settles when the request before is done. */
  queue: Promise<unknown>;
  hasAnswered: boolean;
  readonly gates: Map<string, Gate>;
}

/** What is closed while a limit is reached. */
interface Gate {
  /** No request before then, by our clock. */
  notBefore: number;
  /** What keeps it closed until then, where that is a failure. */
  closedBy: SourceError | undefined;
}

const units = [
  ["days", 86_400_000],
  ["h", 3_600_000],
  ["min", 60_000],
] as const;

const slowestBackOffMs = 60_000;
const triesOfUnknownHost = 3;
/** Servers that only a post led to are many, and each is needed little. */
const patienceElsewhereMs = 60_000;

/**
 * One request at a time for each host, rate limits kept, waits told, and failures repeated at a
 * growing distance for as long as patience lasts.
 *
 * @throws {SourceError} from the question, where there is no answer.
 */
export function startAsking(options: PatientOptions): Ask {
  const { clock, signal, namedOrigins } = options;
  const hosts = new Map<string, Host>();

  const waitUntil = async (until: number, host: string, reason: string): Promise<void> => {
    const waitMs = until - clock.now();
    if (waitMs <= 0) return;
    options.onWait({ host, reason, until });
    try {
      await clock.sleep(waitMs, signal);
    } finally {
      options.onWait(undefined);
    }
  };

  const askWhenFree = async (
    url: URL,
    host: Host,
    { limit = "", ...question }: AskOptions,
  ): Promise<Answer> => {
    const gate = host.gates.get(limit) ?? { notBefore: 0, closedBy: undefined };
    host.gates.set(limit, gate);
    const startedAt = clock.now();
    const isNamed = namedOrigins.has(url.origin);
    const patienceMs = isNamed
      ? options.patienceMs
      : Math.min(patienceElsewhereMs, options.patienceMs);
    for (let tries = 1; ; tries += 1) {
      signal.throwIfAborted();
      const { notBefore, closedBy } = gate;
      if (closedBy !== undefined && notBefore - startedAt > patienceMs) {
        if (isFaultOfPage(closedBy)) {
          // Another page may well be whole.
          gate.closedBy = undefined;
          gate.notBefore = 0;
        }
        throw outOfPatience(closedBy, notBefore - clock.now(), patienceMs);
      }
      const reason = closedBy?.message ?? `${url.host} takes no more requests for now`;
      await waitUntil(notBefore, url.host, reason);
      const attempt = await askOnce(url, question, options);
      if ("answer" in attempt) {
        const { headers } = attempt.answer;
        host.hasAnswered = true;
        gate.closedBy = undefined;
        gate.notBefore = clock.now() + forcedPauseMs(headers, clock.now(), patienceMs);
        return attempt.answer;
      }
      const { error } = attempt;
      host.hasAnswered ||= error.status !== undefined;
      // A host that never answered is more likely misspelt or away than busy.
      const mostTries = host.hasAnswered ? attempt.tries : isNamed ? triesOfUnknownHost : 1;
      if (tries >= Math.min(mostTries, attempt.tries)) throw error;
      // A wait that the server tells and does not keep to grows like any other.
      const waitMs = Math.max(attempt.waitMs ?? 0, backOffMs(tries, clock));
      // Other questions find the host closed as well, and give up at once where this one does.
      gate.notBefore = clock.now() + waitMs;
      gate.closedBy = error;
    }
  };

  return (url, how = {}) => {
    const host = hosts.get(url.origin) ?? {
      queue: Promise.resolve(),
      hasAnswered: false,
      gates: new Map<string, Gate>(),
    };
    hosts.set(url.origin, host);
    const answer = host.queue.then(() => askWhenFree(url, host, how));
    host.queue = answer.catch(() => {});
    return answer;
  };
}

/** Until the limit is full again where this was the last request; never longer than patience. */
function forcedPauseMs(headers: Headers, now: number, patienceMs: number): number {
  const { remaining, waitMs } = readRateLimit(headers, now);
  return remaining === 0 ? Math.min(waitMs ?? 0, patienceMs) : 0;
}

/** Doubles from a second to a minute; half of it by chance, so that many clients do not meet. */
function backOffMs(tries: number, clock: Clock): number {
  const full = Math.min(slowestBackOffMs, 1000 * 2 ** (tries - 1));
  return full * (0.5 + clock.random() / 2);
}

function outOfPatience(error: SourceError, waitMs: number, patienceMs: number): SourceError {
  return new SourceError(error.problem, {
    whatHappened: `${error.message}; another ${inWords(waitMs)} would go beyond the ${inWords(patienceMs)} of --patience`,
    nextStep: "run the same command again later, which goes on here, or give more --patience",
    status: error.status,
    cause: error,
  });
}

function inWords(milliseconds: number): string {
  const [unit, unitMs] = units.find(([, ms]) => milliseconds >= 2 * ms) ?? ["s", 1000];
  return `${Math.ceil(milliseconds / unitMs)} ${unit}`;
}
