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

interface MapLayers {
  /** The picture moves with the camera at once; it is drawn anew as soon as there is time. */
  moveTo(camera: Camera): void;
  /** What is drawn has changed. */
  change(): void;
  resize(stage: Stage): void;
}

/** Of the stage's sides. */
const marginShare = 0.25;
/** Of the margin, how much may be used up before the next picture is begun. */
const lateShare = 0.8;
const mostPixels = 12_000_000;

/** What was seen when a picture was begun, and by how many pixels it is larger than the stage. */
interface Framing {
  readonly camera: Camera;
  readonly stage: Stage;
  readonly margin: number;
}

const nowhere: Camera = { scale: 1, x: 0, y: 0 };

/**
 * The picture of the map, and one that is being drawn out of sight. A map of tens of thousands of
 * lines takes longer than a frame to draw: meanwhile the picture that is there is moved and scaled, so
 * that the map follows the hand. `onDrawn` is told of every picture that is ready.
 *
 * It is drawn by the processor, since graphics in software take ten times as long for tens of thousands
 * of small shapes, and shown by the graphics, which move it at half the cost.
 */
export function startLayers(host: HTMLElement, paint: Paint, onDrawn: () => void): MapLayers {
  const picture = make("canvas", { class: "layer", "aria-hidden": "true" });
  const hidden = make("canvas");
  host.prepend(picture);
  const shownOn = picture.getContext("2d", { alpha: false });
  const drawnOn = hidden.getContext("2d", { alpha: false, willReadFrequently: true });
  let stage: Stage = { width: 0, height: 0 };
  let camera = nowhere;
  let shown: Framing = { camera, stage, margin: 0 };
  let drawn = shown;
  let work: Iterator<void> | undefined;
  let isStale = false;
  let isWaiting = false;

  const place = (): void => {
    const ratio = camera.scale / shown.camera.scale;
    const left = camera.x - ratio * (shown.camera.x + shown.margin);
    const top = camera.y - ratio * (shown.camera.y + shown.margin);
    // At whole pixels nothing has to be smoothed.
    const [across, down] = ratio === 1 ? [Math.round(left), Math.round(top)] : [left, top];
    picture.style.transform = `translate(${across}px, ${down}px) scale(${ratio})`;
  };

  const isBehind = (): boolean =>
    isStale ||
    camera.scale !== shown.camera.scale ||
    Math.max(Math.abs(camera.x - shown.camera.x), Math.abs(camera.y - shown.camera.y)) >
      lateShare * shown.margin;

  const begin = (context: CanvasRenderingContext2D): Iterator<void> => {
    const margin = Math.round(marginShare * Math.min(stage.width, stage.height));
    const width = stage.width + 2 * margin;
    const height = stage.height + 2 * margin;
    const ratio = Math.min(window.devicePixelRatio, Math.sqrt(mostPixels / (width * height)));
    hidden.width = Math.round(width * ratio);
    hidden.height = Math.round(height * ratio);
    context.setTransform(ratio, 0, 0, ratio, ratio * margin, ratio * margin);
    drawn = { camera, stage, margin };
    isStale = false;
    return paint(context, camera, stage, margin);
  };

  const showDrawn = (): void => {
    if (picture.width !== hidden.width) picture.width = hidden.width;
    if (picture.height !== hidden.height) picture.height = hidden.height;
    picture.style.width = `${drawn.stage.width + 2 * drawn.margin}px`;
    picture.style.height = `${drawn.stage.height + 2 * drawn.margin}px`;
    picture.classList.add("shown");
    shownOn?.drawImage(hidden, 0, 0);
    shown = drawn;
    place();
    onDrawn();
  };

  const frame = (): void => {
    isWaiting = false;
    if (drawnOn === null) return;
    work ??= begin(drawnOn);
    // A browser puts drawing off until somebody looks at it, and would then do all of it in one frame.
    const isDone = workInFrame(work, () => drawnOn.getImageData(0, 0, 1, 1));
    if (isDone) {
      work = undefined;
      showDrawn();
    }
    if (!isDone || isBehind()) wait();
  };
  const wait = (): void => {
    if (isWaiting || stage.width === 0) return;
    isWaiting = true;
    requestAnimationFrame(frame);
  };
  /** What is half drawn is of no use any more. */
  const beginAnew = (): void => {
    isStale = true;
    work = undefined;
    wait();
  };

  return {
    moveTo: (next) => {
      camera = next;
      place();
      if (isBehind()) wait();
    },
    change: beginAnew,
    resize: (next) => {
      stage = next;
      beginAnew();
    },
  };
}
