import type Sigma from "sigma";
import type { PageData } from "../model/page-data.js";
import type { MapView } from "./map-view.js";

interface Box {
  readonly name: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const margin = 6;
const nameInset = 4;
const grey = "rgba(128, 128, 128, 0.6)";

/**
 * Under the marks: a box around each community with its number, and a ring around everybody worth
 * following, as on the static map.
 */
export function drawBoxes(data: PageData, renderer: Sigma, viewOf: () => MapView): void {
  const canvas = renderer.createCanvas("boxes", { beforeLayer: "edges" });
  const context = canvas.getContext("2d");
  if (context === null) return;
  const boxes = boxesOf(data);

  const fitCanvas = (): void => {
    const { width, height } = renderer.getDimensions();
    const ratio = window.devicePixelRatio;
    canvas.width = width * ratio;
    canvas.height = height * ratio;
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
  };

  const draw = (): void => {
    const { width, height } = renderer.getDimensions();
    context.clearRect(0, 0, width, height);
    context.strokeStyle = grey;
    context.fillStyle = grey;
    context.font = "12px system-ui, sans-serif";
    for (const { name, left, top, right, bottom } of boxes) {
      const from = renderer.graphToViewport({ x: left, y: top });
      const to = renderer.graphToViewport({ x: right, y: bottom });
      context.strokeRect(from.x, from.y, to.x - from.x, to.y - from.y);
      // Over a box that is narrower it would run into the next one's.
      const isRoom = context.measureText(name).width + nameInset <= to.x - from.x;
      if (isRoom) context.fillText(name, from.x + nameInset, from.y - nameInset);
    }
    if (viewOf().chosen !== undefined) return;
    for (const person of data.worthFollowing) {
      const place = renderer.getNodeDisplayData(String(person));
      if (place === undefined) continue;
      const { x, y } = renderer.framedGraphToViewport(place);
      context.beginPath();
      context.arc(x, y, renderer.scaleSize(place.size) + 3, 0, 2 * Math.PI);
      context.stroke();
    }
  };

  fitCanvas();
  renderer.on("resize", fitCanvas);
  renderer.on("afterRender", draw);
  renderer.scheduleRender();
}

/** Around the marks of each community. */
function boxesOf({ people, communities }: PageData): Box[] {
  return communities.flatMap(({ name }, community) => {
    const members = [...people.id.keys()].filter(
      (person) => people.community[person] === community,
    );
    if (members.length === 0) return [];
    const edge = (sign: -1 | 1, values: readonly number[]): number =>
      members
        .map((person) => values[person] + sign * (people.radius[person] + margin))
        .reduce((a, b) => (sign === 1 ? Math.max(a, b) : Math.min(a, b)));
    // Downwards on a picture is upwards here.
    return [
      {
        name,
        left: edge(-1, people.x),
        right: edge(1, people.x),
        top: -edge(-1, people.y),
        bottom: -edge(1, people.y),
      },
    ];
  });
}
