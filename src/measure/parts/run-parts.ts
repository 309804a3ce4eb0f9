import { Worker } from "node:worker_threads";
import type { Threads } from "../../model/threads.js";
import type { PartsReport, PartsRequest } from "./messages.js";
import { type PartAnswer, type PartWorkName, type Prepared, startParts } from "./part-works.js";
import { withSharedArrays } from "./shared-arrays.js";

interface PartsToRun<Name extends PartWorkName> {
  readonly name: Name;
  readonly prepared: Prepared<Name>;
  /** The first part, and the one after the last. */
  readonly from: number;
  readonly end: number;
  /** Given each part's answer, in the order of parts. */
  readonly take: (answer: PartAnswer<Name>) => void;
  /** Told how much of all is done, up to 1. */
  readonly onShare: (share: number) => void;
}

export type RunParts = <Name extends PartWorkName>(parts: PartsToRun<Name>) => Promise<void>;

/**
 * Calls `use` with what does parts of works, on threads if there are any. These start with the first
 * work that has more than one part, since small ones cost less than a thread does, and live until
 * `use` ends, however it does.
 */
export async function withThreads<T>(
  threads: Threads | undefined,
  use: (run: RunParts) => Promise<T>,
): Promise<T> {
  if (threads === undefined || threads.count < 2) return use(runHere);
  const { count, workerUrl } = threads;
  const workers: Worker[] = [];
  let work = 0;
  let last: object | undefined;
  try {
    return await use((parts) => {
      if (parts.end - parts.from < 2) return runHere(parts);
      while (workers.length < count) workers.push(new Worker(workerUrl));
      if (parts.prepared !== last) work += 1;
      last = parts.prepared;
      return runOn(workers, work, parts);
    });
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** Does the parts one after the other in this thread. */
async function runHere<Name extends PartWorkName>({
  name,
  prepared,
  from,
  end,
  take,
  onShare,
}: PartsToRun<Name>): Promise<void> {
  const doPart = startParts(name, prepared);
  for (let part = from; part < end; part += 1) {
    take(doPart(part, (share) => onShare((part - from + share) / (end - from))));
  }
}

async function runOn<Name extends PartWorkName>(
  workers: readonly Worker[],
  work: number,
  { name, prepared, from, end, take, onShare }: PartsToRun<Name>,
): Promise<void> {
  const next = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  next[0] = from;
  const request = { name, work, prepared: withSharedArrays(prepared), end, next };
  /** Answers that have come before one of an earlier part. */
  const waiting = new Map<number, PartAnswer<Name>>();
  let taken = from;
  const shares = new Float64Array(end - from);
  const listen = (report: Exclude<PartsReport<Name>, "done">): void => {
    shares[report.part - from] = "answer" in report ? 1 : report.share;
    onShare(shares.reduce((sum, share) => sum + share, 0) / shares.length);
    if ("answer" in report) waiting.set(report.part, report.answer);
    for (let answer = waiting.get(taken); answer !== undefined; answer = waiting.get(taken)) {
      waiting.delete(taken);
      taken += 1;
      take(answer);
    }
  };
  await Promise.all(workers.map((worker) => askWorker(worker, request, listen)));
}

/** Resolves when the thread finds no part left to take; rejects when it fails. */
function askWorker<Name extends PartWorkName>(
  worker: Worker,
  request: PartsRequest<Name>,
  onReport: (report: Exclude<PartsReport<Name>, "done">) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const leave = (settle: () => void): void => {
      worker.off("message", listen);
      worker.off("error", fail);
      settle();
    };
    const fail = (error: unknown): void => leave(() => reject(error));
    const listen = (report: PartsReport<Name>): void => {
      if (report === "done") {
        leave(resolve);
        return;
      }
      // What throws in a listener would end the process instead of the promise.
      try {
        onReport(report);
      } catch (error) {
        fail(error);
      }
    };
    worker.on("message", listen);
    worker.on("error", fail);
    worker.postMessage(request);
  });
}
