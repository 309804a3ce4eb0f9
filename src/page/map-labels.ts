import type Sigma from "sigma";
import type { NodeLabelDrawingFunction } from "sigma/rendering";
import { placeLabel, type Rectangle } from "./place-label.js";

export interface MapLabels {
  /** What sigma calls for each label, in an order of its own. */
  readonly collect: NodeLabelDrawingFunction;
  /** The label of a mark that is pointed at, whatever stands there. */
  readonly drawAbove: NodeLabelDrawingFunction;
  /** Draws what was collected at the end of every frame, off what is reserved. */
  start(renderer: Sigma, reserved: (context: CanvasRenderingContext2D) => Rectangle[]): void;
}

type LabelToDraw = Parameters<NodeLabelDrawingFunction>;

/** Shares of the size of letters: how high a line is, and where in it they stand. */
const lineHeight = 1.2;
const baseline = 0.93;
const haloWidth = 3;

/**
 * The names on the map, none over another and none over the edge: first those that sigma draws on top,
 * then those that are named at any size, then by the size of their marks. What has no room is left out.
 */
export function mapLabels(): MapLabels {
  let stage = { width: 0, height: 0 };
  let collected: LabelToDraw[] = [];
  let taken: Rectangle[] = [];
  let placeOf = new Map<string, Rectangle>();

  const place = (label: LabelToDraw, others: readonly Rectangle[]): Rectangle | undefined => {
    const [context, { label: text, x, y, size: radius }, settings] = label;
    if (!text) return undefined;
    // Somebody who is pointed at keeps the place of their name.
    const known = placeOf.get(text);
    if (known !== undefined) return known;
    context.font = fontOf(settings);
    const { width } = context.measureText(text);
    const mark = { x, y, radius, width, height: settings.labelSize * lineHeight };
    const found = placeLabel(mark, stage, others);
    if (found === undefined) return undefined;
    taken.push(found);
    placeOf.set(text, found);
    return found;
  };

  const begin = (): void => {
    collected = [];
    taken = [];
    placeOf = new Map();
  };

  return {
    collect: (...label) => {
      collected.push(label);
    },
    drawAbove: (...label) => {
      const found = place(label, []);
      if (found !== undefined) drawText(label, found);
    },
    start(renderer, reserved) {
      stage = renderer.getDimensions();
      renderer.on("beforeRender", begin);
      renderer.on("afterRender", () => {
        stage = renderer.getDimensions();
        collected.sort(([, a], [, b]) => precedenceOf(b) - precedenceOf(a) || b.size - a.size);
        const [first] = collected;
        if (first !== undefined) taken.push(...reserved(first[0]));
        for (const label of collected) {
          const found = place(label, isOnTop(label[1]) ? [] : taken);
          if (found !== undefined) drawText(label, found);
        }
      });
    },
  };
}

function precedenceOf(mark: LabelToDraw[1]): number {
  if (isOnTop(mark)) return 2;
  return mark.forceLabel ? 1 : 0;
}

function isOnTop({ zIndex }: LabelToDraw[1]): boolean {
  return zIndex !== undefined && zIndex > 0;
}

function fontOf({ labelWeight, labelSize, labelFont }: LabelToDraw[2]): string {
  return `${labelWeight} ${labelSize}px ${labelFont}`;
}

/** With paper around its letters, so that it can be read over lines and marks. */
function drawText([context, { label }, settings]: LabelToDraw, { left, top }: Rectangle): void {
  if (!label) return;
  const base = top + settings.labelSize * baseline;
  context.font = fontOf(settings);
  context.lineWidth = haloWidth;
  context.lineJoin = "round";
  context.strokeStyle = getComputedStyle(document.documentElement).getPropertyValue("--paper");
  context.strokeText(label, left, base);
  context.fillStyle = settings.labelColor.color ?? "#000000";
  context.fillText(label, left, base);
}
