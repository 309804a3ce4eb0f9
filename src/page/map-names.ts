import type { Point } from "../map/look/curves.js";
import { gridOf } from "../map/look/mark-grid.js";
import type { Box } from "../model/layout.js";
import type { PageData } from "../model/page-data.js";
import { make } from "./dom.js";
import type { Camera, Stage } from "./map-camera.js";
import {
  type NamesOf,
  nameWishes,
  type PlacedTitle,
  placeNames,
  placeTitles,
} from "./name-layout.js";
import { textMeasure } from "./text-measure.js";

interface MapNames {
  moveTo(camera: Camera, stage: Stage): void;
  /** What they depend on has changed. */
  change(of: NamesOf): void;
}

/** Of letters in pixels, those in bold larger; on a narrow stage there is room for smaller ones alone. */
const largestLetters = 12;
const smallestLetters = 10;
const stageOfLargest = 1000;
const boldShare = 13 / 12;
/** A map that has not moved for so long is at rest. */
const restMs = 250;

/**
 * The names on the map, as elements that can be focused: those of the static map first, and nearer
 * the most engaged of whoever is in sight. None lies on another, on a mark, or over the edge of its
 * box, and none is cut. `actions` are told who is pointed at, focused or chosen.
 */
export function startNames(
  data: PageData,
  host: HTMLElement,
  actions: { point(person: number | undefined): void; choose(person: number): void },
): MapNames {
  const grid = gridOf(data.people.x, data.people.y);
  const measure = textMeasure();
  const layer = make("div", { class: "names" });
  host.append(layer);
  const buttons = new Map<number, HTMLButtonElement>();
  const wishes = nameWishes(data);
  let of: NamesOf | undefined;
  let laidOut: { readonly camera: Camera; readonly stage: Stage } | undefined;

  const buttonOf = (person: number): HTMLButtonElement => {
    const known = buttons.get(person);
    if (known !== undefined) return known;
    const button = make("button", { type: "button", class: "map-name", tabindex: "-1" });
    button.addEventListener("focus", () => actions.point(person));
    button.addEventListener("blur", () => actions.point(undefined));
    button.addEventListener("click", () => actions.choose(person));
    button.dataset.person = String(person);
    buttons.set(person, button);
    return button;
  };

  const layOut = (camera: Camera, stage: Stage, now: NamesOf): void => {
    const plain = Math.max(
      smallestLetters,
      Math.min(largestLetters, (largestLetters * stage.width) / stageOfLargest),
    );
    layer.style.fontSize = `${plain}px`;
    const size = { plain, bold: plain * boldShare };
    const placing = { camera, grid, measure, now, size };
    const titles = placeTitles(data, placing);
    const names = placeNames(data, { ...placing, stage, wishes, titles });
    const shown = names.map(({ person, text, isBold, frame }) => {
      const button = buttonOf(person);
      button.textContent = text;
      button.classList.toggle("top", isBold);
      moveTo(button, camera, frame);
      return button;
    });
    const leaders = names.flatMap(({ leader }) =>
      leader === undefined ? [] : [lineOf(leader, camera)],
    );
    const focused = document.activeElement;
    layer.replaceChildren(...leaders, ...titles.map((title) => titleOf(title, camera)), ...shown);
    if (focused instanceof HTMLElement && focused.isConnected) focused.focus();
    laidOut = { camera, stage };
    layer.style.transform = "";
  };

  layer.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    const all = [...layer.querySelectorAll<HTMLButtonElement>("button")];
    const at = all.indexOf(event.target as HTMLButtonElement);
    if (at < 0) return;
    all[(at + step + all.length) % all.length].focus();
    event.preventDefault();
    event.stopPropagation();
  });

  let now: { readonly camera: Camera; readonly stage: Stage } | undefined;
  let isWaiting = false;
  let rest: ReturnType<typeof setTimeout> | undefined;
  /** Once a frame, however often a wheel has turned in it. */
  const layOutSoon = (): void => {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(() => {
      isWaiting = false;
      if (now !== undefined && of !== undefined) layOut(now.camera, now.stage, of);
    });
  };
  return {
    moveTo: (camera, stage) => {
      now = { camera, stage };
      if (of === undefined || isWaiting) return;
      const ratio = laidOut === undefined ? 0 : camera.scale / laidOut.camera.scale;
      const isNear =
        laidOut?.stage === stage &&
        (ratio !== 1 ||
          (Math.abs(laidOut.camera.x - camera.x) < stage.width / 3 &&
            Math.abs(laidOut.camera.y - camera.y) < stage.height / 3));
      clearTimeout(rest);
      if (laidOut === undefined || !isNear) {
        layOutSoon();
        return;
      }
      // Until the map is at rest they move and grow with it: to place them takes longer than a frame.
      rest = setTimeout(layOutSoon, restMs);
      const across = camera.x - ratio * laidOut.camera.x;
      const down = camera.y - ratio * laidOut.camera.y;
      layer.style.transform = `translate(${across}px, ${down}px) scale(${ratio})`;
    },
    change: (next) => {
      if (of !== undefined && isSame(of, next)) return;
      of = next;
      if (now !== undefined) layOutSoon();
    },
  };
}

function isSame(one: NamesOf, other: NamesOf): boolean {
  return (
    one.sizing === other.sizing &&
    one.fit === other.fit &&
    one.inFocus === other.inFocus &&
    one.chosen === other.chosen
  );
}

function moveTo(element: HTMLElement, { scale, x, y }: Camera, frame: Box): void {
  element.style.transform = `translate(${scale * frame.x + x}px, ${scale * frame.y + y}px)`;
  element.style.height = `${scale * frame.height}px`;
}

function titleOf({ name, detail, frame }: PlacedTitle, camera: Camera): HTMLElement {
  const title = make("span", { class: "box-title" }, make("b", {}, name), ` ${detail}`);
  moveTo(title, camera, frame);
  return title;
}

/** An element for each line: one drawing of all would be as large as the stage, and be laid over it in every frame. */
function lineOf([from, to]: readonly [Point, Point], { scale, x, y }: Camera): HTMLElement {
  const line = make("i", { class: "leader", "aria-hidden": "true" });
  const across = scale * (to.x - from.x);
  const down = scale * (to.y - from.y);
  line.style.width = `${Math.hypot(across, down)}px`;
  line.style.transform = `translate(${scale * from.x + x}px, ${scale * from.y + y}px) rotate(${Math.atan2(down, across)}rad)`;
  return line;
}
