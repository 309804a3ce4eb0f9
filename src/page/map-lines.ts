import type Sigma from "sigma";
import type { EdgeDisplayData, NodeDisplayData } from "sigma/types";
import type { PageTies } from "../model/page-data.js";
import { FlatLines } from "./flat-programs.js";

/** As the map of the files has them. */
const kindColors: Readonly<Record<string, string>> = {
  reply: "#2f6fb5",
  mention: "#2f6fb5",
  repost: "#d2761a",
  quote: "#7d4fb0",
  follow: "#3d8a3d",
};
const otherColor = "#dddddd";
/** How much of a line's colour is left, the rest being paper: true transparency grows too bright. */
const lineStrength = 0.6;
/** So many lines are hidden while the map moves, so that it stays smooth. */
const heavyLines = 15_000;
/** A map that has not moved for so long stands still. */
const stillMs = 150;

export interface MapLines {
  /** From now on these ties, in ascending order, and no other. */
  show(ties: ArrayLike<number>): void;
  /** On paper of that colour from now on. */
  setDark(isDark: boolean): void;
}

/**
 * The lines of the map, on a layer of their own under the marks: as edges of sigma's graph each
 * would be an object in four places, to be gone through at every change of what is shown.
 */
export function startMapLines(ties: PageTies, renderer: Sigma, isDark: boolean): MapLines {
  const gl = renderer.createWebGLContext("lines", {
    canvas: renderer.createCanvas("lines", { beforeLayer: "nodes" }),
  });
  renderer.resize(true);
  const program = new FlatLines(gl, null, renderer);
  const places = placesOf(ties, renderer);
  const mainKinds = mainKindsOf(ties);
  let colors = lineColors(ties, isDark);
  let shown: ArrayLike<number> = [];
  let isMoving = false;
  let isStale = false;

  const fill = (): void => {
    program.reallocate(shown.length);
    const line: EdgeDisplayData = { ...plainLine };
    for (let at = 0; at < shown.length; at += 1) {
      const tie = shown[at];
      line.color = colors[mainKinds[tie]];
      program.process(0, at, places[ties.source[tie]], places[ties.target[tie]], line);
    }
  };
  const draw = (): void => {
    isStale = false;
    gl.clear(gl.COLOR_BUFFER_BIT);
    // From the last frame on: slow graphics may take longer for one than a pause lasts.
    if (isMoving) waitForRest();
    if (!isMoving || shown.length <= heavyLines) program.render(renderer.getRenderParams());
  };

  let timer: ReturnType<typeof setTimeout> | undefined;
  const waitForRest = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (renderer.getMouseCaptor().isMouseDown) return waitForRest();
      isMoving = false;
      if (shown.length > heavyLines) draw();
    }, stillMs);
  };
  renderer.getCamera().on("updated", () => {
    isMoving = true;
  });
  renderer.on("afterRender", draw);
  const refill = (): void => {
    fill();
    // Once a frame, even where the marks change too.
    if (!isStale) requestAnimationFrame(() => isStale && draw());
    isStale = true;
  };
  return {
    show: (asked) => {
      shown = asked;
      refill();
    },
    setDark: (isDarkNow) => {
      colors = lineColors(ties, isDarkNow);
      refill();
    },
  };
}

const plainLine: EdgeDisplayData = {
  size: 1,
  color: otherColor,
  label: null,
  hidden: false,
  forceLabel: false,
  zIndex: 0,
  type: "line",
};

/** Where sigma draws everybody who has a tie; it is the same at every change of the map. */
function placesOf({ source, target }: PageTies, renderer: Sigma): NodeDisplayData[] {
  const places: NodeDisplayData[] = [];
  for (const ends of [source, target]) {
    for (const person of ends) {
      if (places[person] !== undefined) continue;
      const place = renderer.getNodeDisplayData(String(person));
      if (place !== undefined) places[person] = place;
    }
  }
  return places;
}

/** Of each tie, the place of its most frequent kind among the kinds. */
function mainKindsOf({ source, byKind }: PageTies): Uint8Array {
  const counts = Object.values(byKind);
  return Uint8Array.from(source, (_, tie) => {
    let main = 0;
    for (let kind = 1; kind < counts.length; kind += 1) {
      if (counts[kind][tie] > counts[main][tie]) main = kind;
    }
    return main;
  });
}

function lineColors({ byKind }: PageTies, isDark: boolean): string[] {
  return Object.keys(byKind).map((kind) =>
    mixed(kindColors[kind] ?? otherColor, isDark ? 0x16 : 0xff),
  );
}

/** A colour with paper of that lightness, 0 to 255, shining through. */
function mixed(color: string, paper: number): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return `#${channels
    .map((channel) => Math.round(channel * lineStrength + paper * (1 - lineStrength)))
    .map((channel) => channel.toString(16).padStart(2, "0"))
    .join("")}`;
}
