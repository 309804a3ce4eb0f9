import { dayMs } from "../model/durations.js";
import type { PageData } from "../model/page-data.js";
import { make } from "./dom.js";
import type { MapView } from "./map-view.js";

/** A whole play shows so many pictures at most, one in so many milliseconds. */
const mostSteps = 60;
const stepMs = 220;
/** Two slices have little in common, and take longer to be seen. */
const sliceMs = 1200;
const barHeight = 28;

interface MapTime {
  readonly element: HTMLElement;
  /** Back to the whole period, at rest. */
  reset(): void;
}

/** What of a map a moment shows. */
type Moment = Pick<MapView, "untilDay" | "inSlice">;

const wholePeriod: Moment = { untilDay: Number.POSITIVE_INFINITY, inSlice: undefined };

/** Where a slider can stand; the last place is the whole period. */
interface Places {
  readonly first: number;
  readonly last: number;
  readonly step: number;
  readonly stepMs: number;
  /** Before the slider. */
  readonly label: string;
  readonly textOf: (place: number) => string;
  readonly momentAt: (place: number) => Moment;
  /** How many ties there are at each of so many parts. */
  readonly bars: readonly number[];
}

/**
 * Ties up to a day, or of a slice where there are slices: a slider over the period that can play, with how many
 * ties began when; none where no tie has a time.
 */
export function startMapTime(
  data: PageData,
  change: (moment: Moment) => void,
): MapTime | undefined {
  const places = data.slices.length > 1 ? placesOfSlices(data) : placesOfDays(data);
  if (places === undefined) return undefined;
  const { first, last, step } = places;
  const output = make("output", { for: "until" }, places.textOf(last));
  const input = make("input", {
    ...{ type: "range", id: "until" },
    ...{ min: String(first), max: String(last), value: String(last) },
    "aria-valuetext": places.textOf(last),
  });
  const play = make("button", { type: "button", id: "play", "aria-pressed": "false" }, "▶ Play");
  let timer: ReturnType<typeof setInterval> | undefined;

  const rest = (): void => {
    clearInterval(timer);
    timer = undefined;
    play.textContent = "▶ Play";
    play.setAttribute("aria-pressed", "false");
  };
  const goTo = (place: number): void => {
    input.value = String(place);
    output.textContent = places.textOf(place);
    input.setAttribute("aria-valuetext", places.textOf(place));
    change(place === last ? wholePeriod : places.momentAt(place));
  };
  const goOn = (): void => {
    const place = Math.min(last, Number(input.value) + step);
    goTo(place);
    if (place === last) rest();
  };
  play.addEventListener("click", () => {
    if (timer !== undefined) {
      rest();
      return;
    }
    if (Number(input.value) === last) goTo(first);
    timer = setInterval(goOn, places.stepMs);
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
    make("label", { for: "until" }, places.label),
    make("div", { class: "slider" }, barsOf(places.bars), input),
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

function placesOfDays({ ties }: PageData): Places | undefined {
  const days = ties.first.filter((day) => day !== null);
  const first = days.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const last = days.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  if (!(last > first)) return undefined;
  const count = Math.min(mostSteps, last - first + 1);
  const bars = new Array<number>(count).fill(0);
  for (const day of days) {
    bars[Math.min(count - 1, Math.floor(((day - first) / (last - first + 1)) * count))] += 1;
  }
  return {
    ...{ first, last, bars, stepMs },
    step: Math.max(1, Math.ceil((last - first) / mostSteps)),
    label: "Ties begun until ",
    textOf: dayText,
    momentAt: (untilDay) => ({ ...wholePeriod, untilDay }),
  };
}

function placesOfSlices({ slices }: PageData): Places {
  const moments = slices.map(({ ties }) => ({ ...wholePeriod, inSlice: new Set(ties) }));
  return {
    first: 0,
    last: slices.length,
    step: 1,
    stepMs: sliceMs,
    bars: [...slices.map(({ ties }) => ties.length), 0],
    label: "Ties of ",
    textOf: (place) => {
      if (place === slices.length) return "the whole period";
      const { from, to } = slices[place];
      return from === to ? from : `${from} to ${to}`;
    },
    momentAt: (place) => moments[place],
  };
}

/** How many ties there are when, above the slider. */
function barsOf(counts: readonly number[]): HTMLElement {
  const most = Math.max(1, ...counts);
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
