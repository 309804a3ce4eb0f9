/** On the map as it is shown, in pixels, downwards. */
export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A mark by its middle, and the size of its text. */
export interface LabelledMark extends Size {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

const gap = 3;

/**
 * Where the label of a mark stands: to the right of it, to the left, or above, the first of them that
 * is whole on the stage and over none of the labels that stand already. At the upper and the lower
 * edge it moves in. `undefined` where it has no room, or its mark is not on the stage. O(taken).
 */
export function placeLabel(
  mark: LabelledMark,
  stage: Size,
  taken: readonly Rectangle[],
): Rectangle | undefined {
  const isOnStage = mark.x >= 0 && mark.x <= stage.width && mark.y >= 0 && mark.y <= stage.height;
  if (!isOnStage) return undefined;
  return placesBeside(mark, stage).find(
    (place) => isInside(place, stage) && !taken.some((other) => doOverlap(place, other)),
  );
}

function placesBeside(mark: LabelledMark, stage: Size): Rectangle[] {
  const { x, y, radius, width, height } = mark;
  const reach = radius + gap;
  const at = (left: number, middle: number): Rectangle => {
    const top = between(0, middle - height / 2, stage.height - height);
    return { left, top, right: left + width, bottom: top + height };
  };
  return [
    at(x + reach, y),
    at(x - reach - width, y),
    at(between(0, x - width / 2, stage.width - width), y - reach - height / 2),
  ];
}

function between(least: number, value: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}

function isInside({ left, top, right, bottom }: Rectangle, { width, height }: Size): boolean {
  return left >= 0 && top >= 0 && right <= width && bottom <= height;
}

function doOverlap(a: Rectangle, b: Rectangle): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
