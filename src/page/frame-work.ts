/** Of a frame's sixteen milliseconds, what may be worked in it. */
const workMs = 8;
/** Of a worker that can be stopped, so many steps between two looks at the clock. */
const stepsAtOnce = 4;

/**
 * Goes on with a work until it is done or the time of a frame is over; whether it is done. What the
 * steps have only put on a list, `finish` does, so that it counts.
 */
export function workInFrame(work: Iterator<void>, finish: () => void): boolean {
  const until = performance.now() + workMs;
  for (let step = 1; ; step += 1) {
    const isDone = work.next().done === true;
    if (!isDone && step % stepsAtOnce !== 0) continue;
    finish();
    if (isDone || performance.now() >= until) return isDone;
  }
}
