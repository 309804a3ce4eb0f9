import { type InteractionKind, interactionKinds } from "../../model/interaction.js";
import type { Paper } from "./paper.js";

/** NodeXL's: so wide is the curve for one tie, and for ten. */
const thinnestCurve = 3;
const widestCurve = 36;
const tiesOfWidest = 10;
export const curveColors: Readonly<Record<Paper, string>> = { light: "#7d8794", dark: "#9aa0a6" };
export const curveOpacity = 50 / 255;

/** Any of them stands out from its paper by 3 to 1, as WCAG 2 asks of what a picture says. */
export const tieColors: Readonly<Record<Paper, Readonly<Record<InteractionKind, string>>>> = {
  light: {
    reply: "#2f6fb5",
    mention: "#2f6fb5",
    repost: "#d2761a",
    quote: "#8a3fb0",
    follow: "#2f8f4e",
  },
  dark: {
    reply: "#6aa5e8",
    mention: "#6aa5e8",
    repost: "#f0a050",
    quote: "#c48be0",
    follow: "#5fc07f",
  },
};

/** For the legend: kinds that look alike are one entry. */
export const tieKeys: readonly {
  readonly kinds: readonly InteractionKind[];
  readonly text: string;
}[] = [
  { kinds: ["reply", "mention"], text: "reply, mention" },
  { kinds: ["repost"], text: "repost" },
  { kinds: ["quote"], text: "quote" },
  { kinds: ["follow"], text: "follow" },
];

/** Lines between communities stay behind those inside. */
export const betweenShare = 0.5;

/** Of ties that have no kinds; it stands out as those of kinds do. */
const plainTieColor = "#6b7580";

/** In a file, by the index of its kind. */
export function tieColor(kind: number | undefined): string {
  return kind === undefined ? plainTieColor : tieColors.light[interactionKinds[kind]];
}

/** The width of a single tie, in three steps by how many interactions it sums. */
export function tieWidth(weight: number): number {
  if (weight >= 5) return 2;
  return weight >= 2 ? 1.3 : 0.8;
}

/**
 * The width of the curve that stands for all ties between two boxes: 3 to 36 for 1 to 10 ties, or
 * for 1 to `most` where a pair has more, so that a large network still shows which pairs are close.
 */
export function curveWidth(ties: number, most: number): number {
  const share = (ties - 1) / (Math.max(tiesOfWidest, most) - 1);
  return thinnestCurve + (widestCurve - thinnestCurve) * Math.min(1, share);
}
