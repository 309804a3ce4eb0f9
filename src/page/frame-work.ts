/** Of a frame's sixteen milliseconds, what may be worked in it. */
const workMs = 6;
/** Of a worker that can be stopped, so many steps between two looks at the clock. */
const stepsAtOnce = 4;

/** Goes on with a work until it is done or the time of a frame is over; whether it is done. */
export function workInFrame(work: Iterator<void>): boolean {
  const until = performance.now() + workMs;
  for (let step = 1; ; step += 1) {
    if (work.next().done === true) return true;
    if (step % stepsAtOnce === 0 && performance.now() >= until) return false;
  }
}
