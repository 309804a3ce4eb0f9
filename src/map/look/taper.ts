/** A map with more lines than this in sight has them as hairlines, without a direction. */
export const mostTapered = 6000;

/** What the wide and the thin end of a line say. */
export const directionText = "wide end: who does it; thin end: to whom";

/** Of a tie's width, at the end where it comes from and where it goes to. */
const share = { from: 1.8, to: 0.3 } as const;

export interface LineEnds {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/**
 * The four corners of a line that is wide where it comes from and thin where it goes to, all lines
 * in the same sense of rotation; none of a line without length.
 *
 * Holten and van Wijk (2009), A user study on visualizing directed edges in graphs.
 */
export function taperCorners(
  { x1, y1, x2, y2 }: LineEnds,
  width: number,
): readonly (readonly [number, number])[] {
  const length = Math.hypot(x2 - x1, y2 - y1);
  if (length === 0) return [];
  const across = (y2 - y1) / length / 2;
  const down = (x1 - x2) / length / 2;
  const from = width * share.from;
  const to = width * share.to;
  return [
    [x1 + across * from, y1 + down * from],
    [x2 + across * to, y2 + down * to],
    [x2 - across * to, y2 - down * to],
    [x1 - across * from, y1 - down * from],
  ];
}
