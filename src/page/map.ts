import { DirectedGraph } from "graphology";
import Sigma from "sigma";
import type { PageData } from "../model/page-data.js";
import { find, make, shown } from "./dom.js";
import { drawBoxes } from "./map-boxes.js";
import { startMapControls } from "./map-controls.js";
import { colorsBy, isShown, type MapView, radiiBy, wholeView } from "./map-view.js";
import { fillCard } from "./person-card.js";

/** As the map of the files has them. */
const kindColors: Readonly<Record<string, string>> = {
  reply: "#2f6fb5",
  mention: "#2f6fb5",
  repost: "#d2761a",
  quote: "#7d4fb0",
  follow: "#3d8a3d",
};
/** How much of a line's colour is left, the rest being paper: true transparency grows too bright. */
const lineStrength = 0.6;
const faded = "#dddddd";
/** So many ties are hidden while the map moves, so that it stays smooth. */
const heavyTies = 15_000;

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
  const graph = graphOf(data, { isNaming: room === 1 });
  colorLines(data, graph, matchMedia("(prefers-color-scheme: dark)").matches);
  const neighbours = new Set<number>();
  const isDark = matchMedia("(prefers-color-scheme: dark)");
  const renderer = new Sigma(graph, canvas, {
    allowInvalidContainer: true,
    hideEdgesOnMove: graph.size > heavyTies,
    labelRenderedSizeThreshold: 9,
    labelDensity: 0.4,
    labelSize: room === 1 ? 13 : 11,
    stagePadding: 12,
    zoomToSizeRatioFunction: (ratio) => Math.sqrt(ratio) / Math.max(0.5, room),
    minEdgeThickness: 0.8,
    labelFont: "system-ui, sans-serif",
    labelColor: { color: isDark.matches ? "#eeeeee" : "#1a1a1a" },
    defaultDrawNodeHover: (context, node, settings) => {
      // The whole card stands beside the map; here a ring is enough.
      context.beginPath();
      context.arc(node.x, node.y, node.size + 3, 0, 2 * Math.PI);
      context.lineWidth = 2;
      context.strokeStyle = isDark.matches ? "#ffffff" : "#000000";
      context.stroke();
      settings.defaultDrawNodeLabel(context, node, settings);
    },
    zIndex: true,
    nodeReducer: (node, attributes) => {
      const person = Number(node);
      if (view.chosen === undefined || neighbours.has(person)) return attributes;
      return { ...attributes, color: faded, label: "", zIndex: -1 };
    },
    edgeReducer: (edge, attributes) =>
      isShown(data, Number(edge), view) ? attributes : { ...attributes, hidden: true },
  });
  drawBoxes(data, renderer, () => view);
  isDark.addEventListener("change", () => {
    colorLines(data, graph, isDark.matches);
    renderer.setSetting("labelColor", { color: isDark.matches ? "#eeeeee" : "#1a1a1a" });
  });

  const shownTies = make("output", { id: "ties-shown" });
  const countTies = (): void => {
    const { source } = data.ties;
    const count = source.filter((_, tie) => isShown(data, tie, view)).length;
    shownTies.textContent = `${shown(count)} of ${shown(data.allTies)} ties shown`;
  };

  const change = (changed: Partial<MapView>): void => {
    const before = view;
    view = { ...view, ...changed };
    if (view.size !== before.size || view.color !== before.color) restyle(data, graph, view);
    neighbours.clear();
    if (view.chosen !== undefined) {
      neighbours.add(view.chosen);
      for (const [tie, source] of data.ties.source.entries()) {
        if (!isShown(data, tie, view)) continue;
        neighbours.add(source).add(data.ties.target[tie]);
      }
    }
    fillCard(card, data, view.hovered ?? view.chosen, show);
    countTies();
    renderer.refresh({ skipIndexation: true });
  };

  const show: ShowPerson = (person) => {
    change({ chosen: person, hovered: undefined });
    const place = renderer.getNodeDisplayData(String(person));
    if (place !== undefined) {
      renderer
        .getCamera()
        .setState({ x: place.x, y: place.y, ratio: Math.min(0.4, renderer.getCamera().ratio) });
    }
    stage.scrollIntoView({ block: "nearest" });
  };

  renderer.on("enterNode", ({ node }) => fillCard(card, data, Number(node), show));
  renderer.on("leaveNode", () => fillCard(card, data, view.chosen, show));
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
  stage.append(shownTies);
  countTies();
  fillCard(card, data, undefined, show);
  // On paper the static map is the sharper one.
  picture.classList.add("print");
  return show;
}

function hasWebGl(): boolean {
  return make("canvas").getContext("webgl2") !== null;
}

function graphOf(data: PageData, { isNaming }: { isNaming: boolean }): DirectedGraph {
  const { people, ties, worthFollowing } = data;
  const graph = new DirectedGraph();
  const isNamed = new Set(worthFollowing);
  for (const person of people.id.keys()) {
    graph.addNode(String(person), {
      x: people.x[person],
      // Downwards on a picture is upwards here.
      y: -people.y[person],
      size: people.radius[person],
      color: people.color[person],
      label: people.label[person],
      forceLabel: isNaming && isNamed.has(person),
    });
  }
  for (const tie of ties.source.keys()) {
    const [source, target] = [String(ties.source[tie]), String(ties.target[tie])];
    graph.addDirectedEdgeWithKey(String(tie), source, target, { size: 1 });
  }
  return graph;
}

/** Each tie in the colour of its most frequent kind, toned down to the paper. */
function colorLines({ ties }: PageData, graph: DirectedGraph, isDark: boolean): void {
  const kinds = Object.keys(ties.byKind);
  const colorOf = new Map(
    kinds.map((kind) => [kind, mixed(kindColors[kind] ?? faded, isDark ? 0x16 : 0xff)]),
  );
  graph.updateEachEdgeAttributes((edge, attributes) => {
    const tie = Number(edge);
    const most = kinds.reduce((a, b) => (ties.byKind[b][tie] > ties.byKind[a][tie] ? b : a));
    return { ...attributes, color: colorOf.get(most) };
  });
}

/** A colour with paper of that lightness, 0 to 255, shining through. */
function mixed(color: string, paper: number): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return `#${channels
    .map((channel) => Math.round(channel * lineStrength + paper * (1 - lineStrength)))
    .map((channel) => channel.toString(16).padStart(2, "0"))
    .join("")}`;
}

function restyle(data: PageData, graph: DirectedGraph, view: MapView): void {
  const colors = colorsBy(data, view.color);
  const radii = view.size === undefined ? data.people.radius : radiiBy(view.size);
  graph.updateEachNodeAttributes((node, attributes) => ({
    ...attributes,
    color: colors[Number(node)],
    size: radii[Number(node)],
  }));
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
