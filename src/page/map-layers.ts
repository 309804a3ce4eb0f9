import { make } from "./dom.js";
import { workInFrame } from "./frame-work.js";
import type { Camera, Stage } from "./map-camera.js";

/** Draws what a camera sees, in steps, on a picture that is larger than the stage by a margin. */
export type Paint = (
  context: CanvasRenderingContext2D,
  camera: Camera,
  stage: Stage,
  margin: number,
) => Iterator<void>;

export interface MapLayers {
  /** The picture moves with the camera at once; it is drawn anew as soon as there is time. */
  moveTo(camera: Camera): void;
  /** What is drawn has changed. */
  change(): void;
  resize(stage: Stage): void;
}

/** By the processor: graphics in software take ten times as long for tens of thousands of small shapes. */
function contextOf({ canvas }: Layer): CanvasRenderingContext2D | null {
  return canvas.getContext("2d", { alpha: false, willReadFrequently: true });
}

/** Of the stage's sides. */
const marginShare = 0.25;
const mostPixels = 12_000_000;

interface Layer {
  readonly canvas: HTMLCanvasElement;
  camera: Camera;
  /** Around the stage, in pixels. */
  margin: number;
}

/**
 * Two pictures of the map, one shown, one being drawn. A map of tens of thousands of lines takes
 * longer than a frame to draw: meanwhile the picture that is there is moved and scaled, so that the
 * map follows the hand. `onDrawn` is told of every picture that is ready.
 */
export function startLayers(host: HTMLElement, paint: Paint, onDrawn: () => void): MapLayers {
  const nowhere: Camera = { scale: 1, x: 0, y: 0 };
  const newLayer = (): Layer => {
    const canvas = make("canvas", { class: "layer", "aria-hidden": "true" });
    host.prepend(canvas);
    return { canvas, camera: nowhere, margin: 0 };
  };
  let shown = newLayer();
  let drawn = newLayer();
  let stage: Stage = { width: 0, height: 0 };
  let margin = 0;
  let camera = nowhere;
  let work: Iterator<void> | undefined;
  let isStale = false;
  let isWaiting = false;

  const place = (): void => {
    const ratio = camera.scale / shown.camera.scale;
    const left = camera.x - ratio * (shown.camera.x + shown.margin);
    const top = camera.y - ratio * (shown.camera.y + shown.margin);
    shown.canvas.style.transform = `translate(${left}px, ${top}px) scale(${ratio})`;
  };

  const isBehind = (): boolean =>
    isStale ||
    camera.scale !== shown.camera.scale ||
    Math.max(Math.abs(camera.x - shown.camera.x), Math.abs(camera.y - shown.camera.y)) > margin / 2;

  const begin = (): Iterator<void> | undefined => {
    const context = contextOf(drawn);
    if (context === null) return undefined;
    const pixels = (stage.width + 2 * margin) * (stage.height + 2 * margin);
    const ratio = Math.min(window.devicePixelRatio, Math.sqrt(mostPixels / Math.max(1, pixels)));
    const width = Math.round((stage.width + 2 * margin) * ratio);
    const height = Math.round((stage.height + 2 * margin) * ratio);
    if (drawn.canvas.width !== width) drawn.canvas.width = width;
    if (drawn.canvas.height !== height) drawn.canvas.height = height;
    drawn.canvas.style.width = `${stage.width + 2 * margin}px`;
    drawn.canvas.style.height = `${stage.height + 2 * margin}px`;
    context.setTransform(ratio, 0, 0, ratio, ratio * margin, ratio * margin);
    context.clearRect(-margin, -margin, stage.width + 2 * margin, stage.height + 2 * margin);
    drawn.camera = camera;
    drawn.margin = margin;
    isStale = false;
    return paint(context, camera, stage, margin);
  };

  const frame = (): void => {
    isWaiting = false;
    work ??= begin();
    const isDone = work !== undefined && workInFrame(work);
    // What is drawn is drawn now: a browser would put it off to the frame in which it is shown.
    if (work !== undefined) contextOf(drawn)?.getImageData(0, 0, 1, 1);
    if (isDone) {
      work = undefined;
      [shown, drawn] = [drawn, shown];
      shown.canvas.classList.add("shown");
      drawn.canvas.classList.remove("shown");
      place();
      onDrawn();
    }
    if (work !== undefined || isBehind()) wait();
  };
  const wait = (): void => {
    if (isWaiting || stage.width === 0) return;
    isWaiting = true;
    requestAnimationFrame(frame);
  };

  return {
    moveTo: (next) => {
      camera = next;
      place();
      if (isBehind()) wait();
    },
    change: () => {
      isStale = true;
      // What is half drawn is of no use any more.
      work = undefined;
      wait();
    },
    resize: (next) => {
      stage = next;
      margin = Math.round(marginShare * Math.min(next.width, next.height));
      isStale = true;
      work = undefined;
      wait();
    },
  };
}
