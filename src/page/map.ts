import type { Point } from "../map/look/curves.js";
import { drawnRadius } from "../map/look/drawn-size.js";
import { gridOf } from "../map/look/mark-grid.js";
import type { Paper } from "../map/look/paper.js";
import type { PageData } from "../model/page-data.js";
import { find, make, shown } from "./dom.js";
import {
  boundsOf,
  type Camera,
  keptInSight,
  lookingAt,
  placeAt,
  type Stage,
  wholeMap,
  zoomedAt,
} from "./map-camera.js";
import { startMapControls } from "./map-controls.js";
import { listenToHands } from "./map-gestures.js";
import { startKey } from "./map-key.js";
import { listenToKeys } from "./map-keys.js";
import { startLayers } from "./map-layers.js";
import { coloringBy, sizingBy } from "./map-marks.js";
import { startNames } from "./map-names.js";
import { sceneLines, tieFacts } from "./map-ties.js";
import { startMapTime } from "./map-time.js";
import { startTip } from "./map-tip.js";
import { areSameTies, type MapView, shownTies, wholeView } from "./map-view.js";
import { paintScene } from "./paint-scene.js";
import { fillCard } from "./person-card.js";
import type { Scene } from "./scene.js";
import { indexTies } from "./tie-index.js";

/** So long after the map the static one is made ready to be printed. */
const pictureMs = 1500;
const hintMs = 1600;
/** Of the whole map's scale, how near it comes to whoever is shown. */
const nearEnough = 3;
/** A pointer is on a mark that is so near. */
const reachPixels = 4;

/** Shows somebody on the map. */
export type ShowPerson = (person: number) => void;

/** The map that can be moved, in place of the static one; `undefined` where the page has no place for it. */
export function startMap(data: PageData): ShowPerson | undefined {
  const stageElement = find("stage", HTMLElement);
  const picture = find("picture", HTMLImageElement);
  if (stageElement === undefined || picture === undefined) return undefined;
  const canvas = make("div", {
    id: "canvas",
    role: "application",
    tabindex: "0",
    "aria-label":
      "Map of the network. Arrow keys move it, plus and minus zoom, N goes to the names, 0 shows all of it again.",
  });
  const hint = make(
    "p",
    { id: "map-hint", hidden: true },
    "Click the map first, or hold Ctrl, to zoom.",
  );
  const card = make("div", { id: "card", "aria-live": "polite", hidden: true });
  const key = startKey();
  const tieCount = make("output", { id: "ties-shown" });
  const bounds = boundsOf(data.map.boxes, data.map);
  canvas.style.aspectRatio = `${bounds.width} / ${bounds.height}`;
  stageElement.hidden = false;

  const isDark = matchMedia("(prefers-color-scheme: dark)");
  const paperNow = (): Paper => (isDark.matches ? "dark" : "light");
  const tiesOf = indexTies(data.ties, data.people.id.length);
  const facts = tieFacts(data);
  const grid = gridOf(data.people.x, data.people.y);
  let view: MapView = wholeView(data);
  let stage: Stage = { width: 0, height: 0 };
  let camera: Camera = { scale: 1, x: 0, y: 0 };
  let scene: Scene = {
    data,
    facts,
    paper: paperNow(),
    coloring: coloringBy(data, view.color),
    sizing: sizingBy(data, view.size),
    lines: sceneLines(data, [], facts),
    inFocus: undefined,
    chosen: undefined,
    fit: 1,
  };

  const tip = startTip(data, canvas);
  const names = startNames(data, canvas, {
    point: pointAt,
    choose: (chosen) => change({ chosen }),
  });
  const layers = startLayers(
    canvas,
    paintScene(() => scene),
    () => {
      canvas.dataset.drawn = String(Number(canvas.dataset.drawn ?? 0) + 1);
    },
  );

  function look(next: Camera): void {
    camera = keptInSight(next, bounds, stage);
    canvas.classList.toggle("near", camera.scale > scene.fit * 1.01);
    canvas.dataset.camera = [camera.scale, camera.x, camera.y].join(" ");
    layers.moveTo(camera);
    names.moveTo(camera, stage);
    key.change(scene, camera.scale);
    tip.hide();
  }

  function pointAt(person: number | undefined): void {
    if (person === undefined) {
      tip.hide();
      return;
    }
    const at = {
      x: camera.scale * data.people.x[person] + camera.x,
      y: camera.scale * data.people.y[person] + camera.y,
    };
    const { color } = view;
    tip.show(person, at, stage, [typeof color === "string" ? undefined : color, view.size]);
  }

  /** Whose mark is at a point of the stage, the nearest. */
  function personAt(point: Point): number | undefined {
    const place = placeAt(camera, point);
    const reach =
      (drawnRadius(scene.sizing.largest, camera.scale, scene.fit) + reachPixels) / camera.scale;
    let found: number | undefined;
    let nearest = Number.POSITIVE_INFINITY;
    grid.some(
      { x: place.x - reach, y: place.y - reach, width: 2 * reach, height: 2 * reach },
      (person) => {
        const away = Math.hypot(data.people.x[person] - place.x, data.people.y[person] - place.y);
        const radius = drawnRadius(scene.sizing.radii[person], camera.scale, scene.fit);
        if (away * camera.scale <= radius + reachPixels && away < nearest) {
          nearest = away;
          found = person;
        }
        return false;
      },
    );
    return found;
  }

  /** Tens of thousands of ties are gone through again only where others are shown. */
  function change(changed: Partial<MapView>): void {
    const before = view;
    view = { ...view, ...changed };
    if (view.color !== before.color) scene = { ...scene, coloring: coloringBy(data, view.color) };
    if (view.size !== before.size) scene = { ...scene, sizing: sizingBy(data, view.size) };
    if (!areSameTies(view, before)) showTies();
    if (view.chosen !== before.chosen) showChosen();
    refresh();
  }

  function showTies(): void {
    const ties = shownTies(data.ties, view, tiesOf);
    tieCount.textContent = `${shown(ties.length)} of ${shown(data.allTies)} ties shown`;
    scene = {
      ...scene,
      lines: sceneLines(data, ties, facts),
      inFocus: focusOf(ties),
      chosen: view.chosen,
    };
  }

  function showChosen(): void {
    card.hidden = view.chosen === undefined;
    // Off the half of the map where the person is.
    const across = view.chosen === undefined ? 0 : data.people.x[view.chosen];
    card.classList.toggle("left", camera.scale * across + camera.x > 0.55 * stage.width);
    fillCard(card, { data, tiesOf, show, close }, view.chosen);
  }

  function close(): void {
    change({ chosen: undefined });
    canvas.focus({ preventScroll: true });
  }

  /** Whoever is chosen and those around them; at a time, whoever has a tie by then. */
  function focusOf(ties: readonly number[]): ReadonlySet<number> | undefined {
    const isWhole = view.untilDay === Number.POSITIVE_INFINITY && view.inSlice === undefined;
    if (view.chosen === undefined && isWhole) return undefined;
    const inFocus = new Set(view.chosen === undefined ? [] : [view.chosen]);
    for (const tie of ties) inFocus.add(data.ties.source[tie]).add(data.ties.target[tie]);
    return inFocus;
  }

  function refresh(): void {
    layers.change();
    names.change(scene);
    key.change(scene, camera.scale);
    tip.hide();
  }

  const show: ShowPerson = (person) => {
    change({ chosen: person });
    const scale = Math.max(camera.scale, nearEnough * scene.fit);
    look(lookingAt({ x: data.people.x[person], y: data.people.y[person] }, scale, stage));
    stageElement.scrollIntoView({ block: "nearest" });
  };

  const resize = (): void => {
    const { clientWidth: width, clientHeight: height } = canvas;
    if (width === 0 || (width === stage.width && height === stage.height)) return;
    const middle = placeAt(camera, { x: stage.width / 2, y: stage.height / 2 });
    const zoom = stage.width === 0 ? 1 : camera.scale / scene.fit;
    stage = { width, height };
    scene = { ...scene, fit: wholeMap(bounds, stage).scale };
    layers.resize(stage);
    look(lookingAt(middle, zoom * scene.fit, stage));
    refresh();
  };

  let hintTimer: ReturnType<typeof setTimeout> | undefined;
  listenToHands(canvas, {
    moveBy: (across, down) => look({ ...camera, x: camera.x + across, y: camera.y + down }),
    zoom: (point, factor) => look(zoomedAt(camera, point, factor)),
    point: (point) => {
      const person = point === undefined ? undefined : personAt(point);
      canvas.classList.toggle("on-mark", person !== undefined);
      pointAt(person);
    },
    click: (point) => {
      canvas.focus({ preventScroll: true });
      change({ chosen: personAt(point) });
    },
    wheelRefused: () => {
      hint.hidden = false;
      clearTimeout(hintTimer);
      hintTimer = setTimeout(() => {
        hint.hidden = true;
      }, hintMs);
    },
  });
  const zoomMiddle = (factor: number): void =>
    look(zoomedAt(camera, { x: stage.width / 2, y: stage.height / 2 }, factor));
  const setLarge = (isLarge: boolean): void => {
    document.documentElement.classList.toggle("large-map", isLarge);
    canvas.style.aspectRatio = isLarge ? "auto" : `${bounds.width} / ${bounds.height}`;
    resize();
  };
  listenToKeys(canvas, {
    moveBy: (across, down) =>
      look({
        ...camera,
        x: camera.x + across * stage.width,
        y: camera.y + down * stage.height,
      }),
    zoom: zoomMiddle,
    showAll: () => look(wholeMap(bounds, stage)),
    leave: () => {
      if (view.chosen !== undefined) change({ chosen: undefined });
      else setLarge(false);
    },
  });

  const time = startMapTime(data, change);
  const controls = startMapControls(data, () => view, {
    change,
    show,
    zoom: zoomMiddle,
    enlarge: () => setLarge(!document.documentElement.classList.contains("large-map")),
    reset: () => {
      time?.reset();
      look(wholeMap(bounds, stage));
      change(wholeView(data));
    },
  });
  canvas.append(hint);
  stageElement.append(
    controls,
    make("div", { id: "map-frame" }, canvas, card),
    ...(time === undefined ? [] : [time.element]),
    tieCount,
    key.element,
  );
  isDark.addEventListener("change", () => {
    scene = { ...scene, paper: paperNow() };
    refresh();
  });
  new ResizeObserver(resize).observe(canvas);
  resize();
  showTies();
  refresh();
  // On paper the static map is the sharper one. It is read when there is time for it.
  stageElement.after(picture);
  picture.classList.add("print");
  const readPicture = (): void => {
    picture.loading = "eager";
  };
  window.addEventListener("beforeprint", readPicture);
  setTimeout(readPicture, pictureMs);
  return show;
}
