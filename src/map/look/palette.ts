/**
 * Twelve hues for the largest communities. Under normal sight, and as people who lack the red or
 * the green cones see them, any two are 28 or more apart in CIE Lab; a test measures it. Their
 * lightness varies as well, for grey print.
 */
export const hues = [
  "#4f96fb",
  "#db5262",
  "#f2c80b",
  "#613f8d",
  "#628e01",
  "#07d3f2",
  "#881448",
  "#cad371",
  "#b7669b",
  "#354e03",
  "#4de3ba",
  "#4047cf",
] as const;

/** For what comes after the hues, told apart by shapes. */
export const greys = ["#7a7a7a", "#a8a8a8", "#555555"] as const;

export const isolateGrey = "#c4c4c4";
export const unknownGrey = "#d9d9d9";

/** From little to much: darker, so that print without colour keeps the order. */
const rampStops = [
  [236, 226, 170],
  [160, 199, 139],
  [69, 155, 143],
  [36, 104, 132],
  [38, 45, 92],
] as const;

/** The colour of a share from 0 to 1. */
export function rampColor(share: number): string {
  const position = Math.min(1, Math.max(0, share)) * (rampStops.length - 1);
  const stop = Math.min(rampStops.length - 2, Math.floor(position));
  const channels = rampStops[stop].map((from, channel) =>
    Math.round(from + (rampStops[stop + 1][channel] - from) * (position - stop)),
  );
  return `#${channels.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}
