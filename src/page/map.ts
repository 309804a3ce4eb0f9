import { UndirectedGraph } from "graphology";
import Sigma from "sigma";
import type { PageData } from "../model/page-data.js";
import { find, make, shown } from "./dom.js";
import { FlatCircles } from "./flat-programs.js";
import { boxTitles, drawBoxes } from "./map-boxes.js";
import { startMapControls } from "./map-controls.js";
import { mapLabels } from "./map-labels.js";
import { startMapLines } from "./map-lines.js";
import { colorsBy, type MapView, radiiBy, shownTies, wholeView } from "./map-view.js";
import { fillCard } from "./person-card.js";
import { indexTies } from "./tie-index.js";

const faded = "#dddddd";

/** So long after the map the static one is made ready to be printed. */
const pictureMs = 1500;

/** Shows somebody on the map. */
export type ShowPerson = (person: number) => void;

/**
 * The map that can be moved, in place of the static one. Without WebGL the static one stays;
 * `undefined` then.
 */
export function startMap(data: PageData): ShowPerson | undefined {
  const stage = find("stage", HTMLElement);
  const picture = find("picture", HTMLImageElement);
  if (stage === undefined || picture === undefined || !hasWebGl()) return undefined;
  const canvas = make("div", {
    id: "canvas",
    role: "application",
    tabindex: "0",
    "aria-label": "Map of the network, to be moved with the arrow keys, plus and minus",
  });
  const card = make("div", { id: "card", "aria-live": "polite" });
  stage.hidden = false;
  stage.append(canvas, card);

  let view: MapView = wholeView(data);
  // On a phone there is room for marks, and for the names of few.
  const room = Math.min(1, canvas.clientWidth / 800);
  const tiesOf = indexTies(data.ties, data.people.id.length);
  const isNamed = new Set(room === 1 ? data.worthFollowing : []);
  const neighbours = new Set<number>();
  let colors = colorsBy(data, view.color);
  let radii = data.people.radius;
  const isDark = matchMedia("(prefers-color-scheme: dark)");
  const labels = mapLabels();
  const renderer = new Sigma(graphOf(data), canvas, {
    allowInvalidContainer: true,
    labelRenderedSizeThreshold: 9,
    labelDensity: 0.4,
    labelSize: room === 1 ? 13 : 11,
    stagePadding: 12,
    zoomToSizeRatioFunction: (ratio) => Math.sqrt(ratio) / Math.max(0.5, room),
    minEdgeThickness: 0.8,
    labelFont: "system-ui, sans-serif",
    labelColor: { color: isDark.matches ? "#eeeeee" : "#1a1a1a" },
    defaultDrawNodeLabel: labels.collect,
    defaultDrawNodeHover: (context, node, settings) => {
      // The whole card stands beside the map; here a ring is enough.
      context.beginPath();
      context.arc(node.x, node.y, node.size + 3, 0, 2 * Math.PI);
      context.lineWidth = 2;
      context.strokeStyle = isDark.matches ? "#ffffff" : "#000000";
      context.stroke();
      labels.drawAbove(context, node, settings);
    },
    zIndex: true,
    nodeProgramClasses: { circle: FlatCircles },
    nodeReducer: (node, attributes) => {
      const person = Number(node);
      const isFaded = view.chosen !== undefined && !neighbours.has(person);
      attributes.size = radii[person];
      attributes.color = isFaded ? faded : colors[person];
      attributes.label = isFaded ? "" : data.people.label[person];
      attributes.forceLabel = isNamed.has(person) || person === view.chosen;
      attributes.zIndex = isFaded ? -1 : Number(person === view.chosen);
      return attributes;
    },
  });
  renderer.setCustomBBox(wholeMap(data));
  labels.start(renderer, (context) => boxTitles(data, renderer, context));
  const lines = startMapLines(data.ties, renderer, isDark.matches);
  drawBoxes(data, renderer, () => view);
  isDark.addEventListener("change", () => {
    lines.setDark(isDark.matches);
    renderer.setSetting("labelColor", { color: isDark.matches ? "#eeeeee" : "#1a1a1a" });
  });

  const tieCount = make("output", { id: "ties-shown" });
  const showLines = (): void => {
    const ties = shownTies(data.ties, view, tiesOf);
    lines.show(ties);
    tieCount.textContent = `${shown(ties.length)} of ${shown(data.allTies)} ties shown`;
    neighbours.clear();
    if (view.chosen === undefined) return;
    neighbours.add(view.chosen);
    for (const tie of ties) neighbours.add(data.ties.source[tie]).add(data.ties.target[tie]);
  };

  const change = (changed: Partial<MapView>): void => {
    const before = view;
    view = { ...view, ...changed };
    if (view.color !== before.color) colors = colorsBy(data, view.color);
    if (view.size !== before.size) {
      radii = view.size === undefined ? data.people.radius : radiiBy(view.size);
    }
    fillCard(card, { data, tiesOf, show }, view.chosen);
    showLines();
    const isSameMarks =
      view.color === before.color && view.size === before.size && view.chosen === before.chosen;
    if (!isSameMarks || view.chosen !== undefined) renderer.refresh();
  };

  const show: ShowPerson = (person) => {
    change({ chosen: person });
    const place = renderer.getNodeDisplayData(String(person));
    if (place !== undefined) {
      renderer
        .getCamera()
        .setState({ x: place.x, y: place.y, ratio: Math.min(0.4, renderer.getCamera().ratio) });
    }
    stage.scrollIntoView({ block: "nearest" });
  };

  renderer.on("enterNode", ({ node }) => fillCard(card, { data, tiesOf, show }, Number(node)));
  renderer.on("leaveNode", () => fillCard(card, { data, tiesOf, show }, view.chosen));
  renderer.on("clickNode", ({ node }) => change({ chosen: Number(node) }));
  renderer.on("clickStage", () => change({ chosen: undefined }));
  moveByKeys(canvas, renderer);
  stage.prepend(
    startMapControls(data, () => view, {
      change,
      show,
      reset: () => {
        renderer.getCamera().setState({ x: 0.5, y: 0.5, ratio: 1, angle: 0 });
        change(wholeView(data));
      },
    }),
  );
  stage.append(tieCount);
  showLines();
  fillCard(card, { data, tiesOf, show }, undefined);
  // On paper the static map is the sharper one. It is read when there is time for it.
  picture.classList.add("print");
  const readPicture = (): void => {
    picture.loading = "eager";
  };
  window.addEventListener("beforeprint", readPicture);
  setTimeout(readPicture, pictureMs);
  return show;
}

function hasWebGl(): boolean {
  return make("canvas").getContext("webgl2") !== null;
}

/** The marks alone; ties have a layer of their own. */
function graphOf({ people }: PageData): UndirectedGraph {
  const graph = new UndirectedGraph();
  for (const person of people.id.keys()) {
    // Downwards on a picture is upwards here.
    graph.addNode(String(person), { x: people.x[person], y: -people.y[person] });
  }
  return graph;
}

/** All boxes, however far from their edges the marks stand. */
function wholeMap({ boxes, width, height }: PageData) {
  const edge = (values: number[], most: number): [number, number] =>
    values.length === 0 ? [0, most] : [Math.min(...values), Math.max(...values)];
  const [top, bottom] = edge(
    boxes.flatMap((box) => [box.y, box.y + box.height]),
    height,
  );
  return {
    x: edge(
      boxes.flatMap((box) => [box.x, box.x + box.width]),
      width,
    ),
    // Downwards on a picture is upwards here.
    y: [-bottom, -top] as [number, number],
  };
}

const keyMoves: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-0.1, 0],
  ArrowRight: [0.1, 0],
  ArrowUp: [0, 0.1],
  ArrowDown: [0, -0.1],
};

function moveByKeys(canvas: HTMLElement, renderer: Sigma): void {
  canvas.addEventListener("keydown", (event) => {
    const camera = renderer.getCamera();
    const { x, y, ratio } = camera.getState();
    const move = keyMoves[event.key];
    if (move !== undefined) {
      camera.setState({ x: x + move[0] * ratio, y: y + move[1] * ratio });
    } else if (event.key === "+" || event.key === "=") camera.setState({ ratio: ratio / 1.3 });
    else if (event.key === "-") camera.setState({ ratio: ratio * 1.3 });
    else return;
    event.preventDefault();
  });
}
