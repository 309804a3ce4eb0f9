import type Sigma from "sigma";
import type { PageData } from "../model/page-data.js";
import type { MapView } from "./map-view.js";
import type { Rectangle } from "./place-label.js";

interface BoxTitle extends Rectangle {
  readonly name: string;
  readonly detail: string;
  readonly nameWidth: number;
}

const inset = 5;
const lineHeight = 17;
const font = "13px system-ui, sans-serif";
const boldFont = `bold ${font}`;
const grey = "rgba(128, 128, 128, 0.8)";

/**
 * Under the marks: the boxes of the static map with their titles, and a ring around everybody worth
 * following.
 */
export function drawBoxes(data: PageData, renderer: Sigma, viewOf: () => MapView): void {
  const canvas = renderer.createCanvas("boxes", { beforeLayer: "edges" });
  const context = canvas.getContext("2d");
  if (context === null) return;

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
    for (const box of data.boxes) {
      const from = renderer.graphToViewport({ x: box.x, y: -box.y });
      const to = renderer.graphToViewport({ x: box.x + box.width, y: -box.y - box.height });
      context.strokeRect(from.x, from.y, to.x - from.x, to.y - from.y);
    }
    context.fillStyle = getComputedStyle(document.documentElement).getPropertyValue("--ink");
    for (const { name, detail, nameWidth, left, top } of boxTitles(data, renderer, context)) {
      context.font = boldFont;
      context.fillText(name, left, top + inset + lineHeight / 2);
      context.font = font;
      context.fillText(detail, left + nameWidth, top + inset + lineHeight / 2);
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

/** Where boxes' titles stand now, which names keep clear of; none where there is no room for one. */
export function boxTitles(
  { boxes }: PageData,
  renderer: Sigma,
  context: CanvasRenderingContext2D,
): BoxTitle[] {
  return boxes.flatMap((box): BoxTitle[] => {
    const from = renderer.graphToViewport({ x: box.x, y: -box.y });
    const to = renderer.graphToViewport({ x: box.x + box.width, y: -box.y - box.height });
    const room = to.x - from.x - 2 * inset;
    context.font = boldFont;
    const nameWidth = context.measureText(`${box.name} `).width;
    if (box.name === "" || nameWidth > room || to.y - from.y < 2 * lineHeight) return [];
    context.font = font;
    const detail = box.details.find((text) => context.measureText(text).width <= room - nameWidth);
    const width = nameWidth + (detail === undefined ? 0 : context.measureText(detail).width);
    const left = from.x + inset;
    const top = from.y + inset / 2;
    const place = { left, top, right: left + width, bottom: top + lineHeight };
    return [{ ...place, name: box.name, detail: detail ?? "", nameWidth }];
  });
}
