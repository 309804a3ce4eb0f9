import type { Point } from "../map/look/curves.js";

/** What hands do to the map, at points of the stage. */
interface Gestures {
  moveBy(across: number, down: number): void;
  /** Nearer by a factor, at a point. */
  zoom(point: Point, factor: number): void;
  point(point: Point | undefined): void;
  click(point: Point): void;
  /** A wheel was turned over a map that does not listen to it. */
  wheelRefused(): void;
}

/** A finger that moved less has not moved. */
const clickPixels = 5;
const wheelStep = 0.002;
const doubleClickFactor = 2;

/**
 * Listens to mouse, fingers and wheel. The wheel moves the page until the map is focused, or Ctrl is
 * held: whoever scrolls through a page must not get caught in it.
 */
export function listenToHands(host: HTMLElement, gestures: Gestures): void {
  const hands = new Map<number, Point>();
  let moved = 0;

  const pointOf = ({ clientX, clientY }: MouseEvent): Point => {
    const { left, top } = host.getBoundingClientRect();
    return { x: clientX - left - host.clientLeft, y: clientY - top - host.clientTop };
  };

  host.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    if (hands.size === 0) moved = 0;
    hands.set(event.pointerId, pointOf(event));
    if (hands.size > 1) moved = clickPixels;
  });
  host.addEventListener("pointermove", (event) => {
    const point = pointOf(event);
    const before = hands.get(event.pointerId);
    if (before === undefined) {
      if (event.pointerType === "mouse") gestures.point(point);
      return;
    }
    moved += Math.hypot(point.x - before.x, point.y - before.y);
    if (moved < clickPixels) return;
    host.setPointerCapture(event.pointerId);
    const others = [...hands].filter(([id]) => id !== event.pointerId).map(([, place]) => place);
    hands.set(event.pointerId, point);
    const [other] = others;
    if (other === undefined) {
      gestures.point(undefined);
      gestures.moveBy(point.x - before.x, point.y - before.y);
      return;
    }
    const apart = Math.hypot(point.x - other.x, point.y - other.y);
    const apartBefore = Math.hypot(before.x - other.x, before.y - other.y);
    gestures.moveBy((point.x - before.x) / 2, (point.y - before.y) / 2);
    if (apartBefore > 0) {
      const middle = { x: (point.x + other.x) / 2, y: (point.y + other.y) / 2 };
      gestures.zoom(middle, apart / apartBefore);
    }
  });
  host.addEventListener("pointerup", (event) => {
    const isClick = hands.delete(event.pointerId) && hands.size === 0 && moved < clickPixels;
    const isOnName = event.target instanceof HTMLElement && event.target.closest("button") !== null;
    if (isClick && !isOnName) gestures.click(pointOf(event));
  });
  for (const type of ["pointercancel", "lostpointercapture"] as const) {
    host.addEventListener(type, (event) => hands.delete(event.pointerId));
  }
  host.addEventListener("pointerleave", () => gestures.point(undefined));
  host.addEventListener("dblclick", (event) => {
    event.preventDefault();
    gestures.zoom(pointOf(event), doubleClickFactor);
  });
  host.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey && !host.contains(document.activeElement)) {
        gestures.wheelRefused();
        return;
      }
      event.preventDefault();
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
      const step = Math.max(-240, Math.min(240, event.deltaY * lines));
      gestures.zoom(pointOf(event), Math.exp(-wheelStep * step * (event.ctrlKey ? 3 : 1)));
    },
    { passive: false },
  );
}
