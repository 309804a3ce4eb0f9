import { make } from "./dom.js";

const family = "system-ui, sans-serif";

export interface NameSize {
  readonly plain: number;
  readonly bold: number;
}

/** In pixels, at a size of letters in pixels. */
export type TextMeasure = (text: string, size: number, isBold: boolean) => number;

/** Each is measured once. */
export function textMeasure(): TextMeasure {
  const context = make("canvas").getContext("2d");
  const known = new Map<string, number>();
  return (text, size, isBold) => {
    const font = `${isBold ? "bold " : ""}${size}px ${family}`;
    const key = `${font}\n${text}`;
    const before = known.get(key);
    if (before !== undefined || context === null) return before ?? 0;
    context.font = font;
    const { width } = context.measureText(text);
    known.set(key, width);
    return width;
  };
}
