import { drawnRadius } from "../map/look/drawn-size.js";
import { cornersOf } from "../map/look/mark-shape.js";
import type { MarkStyle } from "../map/look/mark-style.js";
import { outlineColors, type Paper, ringColors } from "../map/look/paper.js";
import { directionText } from "../map/look/taper.js";
import { curveColors, tieColors, tieKeys } from "../map/look/tie-style.js";
import type { PageData } from "../model/page-data.js";
import { make, makeSvg } from "./dom.js";
import { areBundled } from "./paint-scene.js";
import type { Scene } from "./scene.js";

const sign = { width: 30, height: 16 } as const;
const markRadius = 6;

interface MapKey {
  readonly element: HTMLElement;
  change(scene: Scene, scale: number): void;
}

/** What lines, sizes, rings and colours of the map mean now, and how it is used. */
export function startKey(): MapKey {
  const element = make("div", { id: "key" });
  let said: Scene | undefined;
  let saidBundled = false;
  return {
    element,
    change: (scene, scale) => {
      const isBundled = areBundled(scene, scale);
      const isSaid =
        saidBundled === isBundled &&
        said?.paper === scene.paper &&
        said.coloring === scene.coloring &&
        said.sizing === scene.sizing &&
        said.fit === scene.fit;
      if (!isSaid) fillKey(element, scene, isBundled);
      said = scene;
      saidBundled = isBundled;
    },
  };
}

function fillKey(key: HTMLElement, scene: Scene, isBundled: boolean): void {
  const { data, paper, coloring, sizing } = scene;
  key.replaceChildren(
    group("Ties", [...tieEntries(data, paper), ...(isBundled ? [bundleEntry(paper)] : [])]),
    group("Size of marks", [
      ...sizing.keys.map(({ radius, text }) => entry(sizeSign(scene, radius), text)),
      ...(data.worthFollowing.length === 0 ? [] : [entry(ringSign(paper), "worth following")]),
    ]),
    group(
      coloring.title,
      coloring.keys.map((style) => entry(markSign(style, paper), style.text)),
    ),
  );
}

function group(title: string, entries: readonly HTMLElement[]): HTMLElement {
  return make("div", { class: "key-group" }, make("h3", {}, title), make("ul", {}, ...entries));
}

function entry(drawn: SVGElement, text: string): HTMLElement {
  return make("li", {}, drawn, ` ${text}`);
}

/** Kinds that look alike are one entry; those that nobody uses are left out. */
function tieEntries({ ties }: PageData, paper: Paper): HTMLElement[] {
  const entries = tieKeys.flatMap(({ kinds }) => {
    const present = kinds.filter((kind) => ties.byKind[kind] !== undefined);
    if (present.length === 0) return [];
    return [entry(tieSign(tieColors[paper][kinds[0]]), present.join(", "))];
  });
  if (entries.length === 0) return [];
  return [...entries, entry(tieSign(curveColors[paper]), directionText)];
}

function bundleEntry(paper: Paper): HTMLElement {
  const drawn = picture(sign.width);
  drawn.append(
    makeSvg("path", {
      d: `M2 ${sign.height / 2}h${sign.width - 4}`,
      stroke: curveColors[paper],
      "stroke-width": "9",
      "stroke-opacity": "0.45",
    }),
  );
  return entry(drawn, "all ties between two boxes; zoom in for single ones");
}

function tieSign(color: string): SVGElement {
  const drawn = picture(sign.width);
  const middle = sign.height / 2;
  drawn.append(
    makeSvg("polygon", {
      points: `1,${middle - 3} ${sign.width - 1},${middle - 0.5} ${sign.width - 1},${middle + 0.5} 1,${middle + 3}`,
      fill: color,
    }),
  );
  return drawn;
}

function sizeSign({ fit, paper }: Scene, radius: number): SVGElement {
  const drawnAs = drawnRadius(radius, fit, fit);
  const side = Math.ceil(2 * drawnAs + 2);
  const drawn = picture(side, side);
  drawn.append(
    makeSvg("circle", {
      cx: String(side / 2),
      cy: String(side / 2),
      r: String(drawnAs),
      fill: "none",
      stroke: outlineColors[paper],
    }),
  );
  return drawn;
}

function ringSign(paper: Paper): SVGElement {
  const drawn = picture(sign.height);
  const middle = String(sign.height / 2);
  drawn.append(
    makeSvg("circle", {
      ...{ cx: middle, cy: middle, r: String(markRadius), fill: "none" },
      ...{ stroke: ringColors[paper], "stroke-width": "2" },
    }),
  );
  return drawn;
}

function markSign({ color, shape }: MarkStyle, paper: Paper): SVGElement {
  const drawn = picture(sign.height);
  const middle = sign.height / 2;
  const look = { fill: color, stroke: outlineColors[paper], "stroke-width": "0.8" };
  const points = cornersOf(shape)
    .map(([x, y]) => `${middle + x * markRadius},${middle + y * markRadius}`)
    .join(" ");
  drawn.append(
    shape === "circle"
      ? makeSvg("circle", {
          cx: String(middle),
          cy: String(middle),
          r: String(markRadius),
          ...look,
        })
      : makeSvg("polygon", { points, ...look }),
  );
  return drawn;
}

function picture(width: number, height: number = sign.height): SVGElement {
  return makeSvg("svg", {
    ...{ width: String(width), height: String(height), viewBox: `0 0 ${width} ${height}` },
    "aria-hidden": "true",
  });
}
