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
