import { parentPort } from "node:worker_threads";
import type { PartsReport, PartsRequest } from "./messages.js";
import { startParts } from "./part-works.js";
import { buffersOf } from "./shared-arrays.js";

/*
 * A thread that does parts of a work: it takes the next that nobody has taken, until none is left.
 */

/** How much more of a part must be done before it is worth a message. */
const toldShare = 0.05;

/** The work that was begun last, which holds the memory that it works in. */
let begun: { readonly work: number; readonly doPart: ReturnType<typeof startParts> } | undefined;

parentPort?.on("message", ({ name, work, prepared, end, next }: PartsRequest) => {
  if (begun?.work !== work) begun = { work, doPart: startParts(name, prepared) };
  const { doPart } = begun;
  for (let part = Atomics.add(next, 0, 1); part < end; part = Atomics.add(next, 0, 1)) {
    let told = 0;
    const answer = doPart(part, (share) => {
      if (share - told < toldShare) return;
      told = share;
      tell({ part, share });
    });
    tell({ part, answer });
  }
  tell("done");
});

function tell(report: PartsReport): void {
  parentPort?.postMessage(report, buffersOf(report));
}
