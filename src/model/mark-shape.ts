/** Told apart at the size of a mark; the first is for whoever has a hue. */
export const markShapes = ["circle", "square", "triangle", "diamond"] as const;
export type MarkShape = (typeof markShapes)[number];
