import { dayMs } from "../model/durations.js";
import type { PageData } from "../model/page-data.js";
import { make } from "./dom.js";

/** A whole play shows so many pictures at most, one in so many milliseconds. */
const mostSteps = 60;
const stepMs = 220;
const barHeight = 28;

interface MapTime {
  readonly element: HTMLElement;
  /** Back to the last day, at rest. */
  reset(): void;
}

/** Ties up to a day: a slider over the period that can play, with how many ties began when; none where no tie has a time. */
export function startMapTime(
  { ties }: PageData,
  onDay: (day: number) => void,
): MapTime | undefined {
  const days = ties.first.filter((day) => day !== null);
  const first = days.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const last = days.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  if (!(last > first)) return undefined;
  const step = Math.max(1, Math.ceil((last - first) / mostSteps));
  const output = make("output", { for: "until" }, dayText(last));
  const input = make("input", {
    ...{ type: "range", id: "until" },
    ...{ min: String(first), max: String(last), value: String(last) },
  });
  const play = make("button", { type: "button", id: "play", "aria-pressed": "false" }, "▶ Play");
  let timer: ReturnType<typeof setInterval> | undefined;

  const rest = (): void => {
    clearInterval(timer);
    timer = undefined;
    play.textContent = "▶ Play";
    play.setAttribute("aria-pressed", "false");
  };
  const goTo = (day: number): void => {
    input.value = String(day);
    output.textContent = dayText(day);
    // Ties without a time are of the whole period.
    onDay(day === last ? Number.POSITIVE_INFINITY : day);
  };
  const goOn = (): void => {
    const day = Math.min(last, Number(input.value) + step);
    goTo(day);
    if (day === last) rest();
  };
  play.addEventListener("click", () => {
    if (timer !== undefined) {
      rest();
      return;
    }
    if (Number(input.value) === last) goTo(first);
    timer = setInterval(goOn, stepMs);
    play.textContent = "❚❚ Pause";
    play.setAttribute("aria-pressed", "true");
  });
  input.addEventListener("input", () => {
    rest();
    goTo(Number(input.value));
  });
  const element = make(
    "div",
    { id: "map-time" },
    play,
    make("label", { for: "until" }, "Ties begun until "),
    make("div", { class: "slider" }, bars(days, first, last), input),
    output,
  );
  return {
    element,
    reset: () => {
      rest();
      goTo(last);
    },
  };
}

/** How many ties began when, above the slider. */
function bars(days: readonly number[], first: number, last: number): HTMLElement {
  const count = Math.min(mostSteps, last - first + 1);
  const counts = new Array<number>(count).fill(0);
  for (const day of days) {
    counts[Math.min(count - 1, Math.floor(((day - first) / (last - first + 1)) * count))] += 1;
  }
  const most = Math.max(...counts);
  return make(
    "div",
    { class: "bars", "aria-hidden": "true" },
    ...counts.map((value) => {
      const bar = make("span");
      bar.style.height = `${(barHeight * value) / most}px`;
      return bar;
    }),
  );
}

function dayText(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}
