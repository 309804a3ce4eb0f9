import type { PublicIdentity } from "../view/public-person.js";
import { type Html, html } from "./html.js";

const unknownColor = "#c4c4c4";

/** A disc of somebody's colour with the first letters of their name: no picture leaves its server. */
export function avatar({ name, handle, label }: PublicIdentity, color = unknownColor): Html {
  const ink = isLight(color) ? "#000000" : "#ffffff";
  return html`<svg class="avatar" viewBox="0 0 40 40" aria-hidden="true"><circle cx="20" cy="20" r="20" fill="${color}"/><text x="20" y="26" text-anchor="middle" fill="${ink}">${initials(name ?? handle ?? label)}</text></svg>`;
}

function initials(name: string): string {
  const words = name.split(/[^\p{L}\p{N}\p{M}]+/u).filter((word) => /^[\p{L}\p{N}]/u.test(word));
  return words
    .slice(0, 2)
    .map((word) => [...word][0])
    .join("")
    .toUpperCase();
}

/** Whether black letters stand out more than white ones; relative luminance as WCAG 2 has it. */
function isLight(color: string): boolean {
  const [red, green, blue] = [1, 3, 5]
    .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179;
}
