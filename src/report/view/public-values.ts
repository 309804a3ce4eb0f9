import { none } from "../../model/corpus.js";

/** G1 for community 0; none for an isolate. */
export function communityName(community: number): string | undefined {
  return community === none ? undefined : `G${community + 1}`;
}

/** To the second, which is as exact as the platforms are; `undefined` for what is not known. */
export function isoTime(time: number | undefined): string | undefined {
  if (time === undefined || Number.isNaN(time)) return undefined;
  return new Date(time).toISOString().replace(/\.\d+Z$/u, "Z");
}

/** NaN, which stands for it in columns of numbers, is not known. */
export function known(value: number | undefined): number | undefined {
  return Number.isNaN(value) ? undefined : value;
}

/** To twelve digits: further ones differ between processors and versions of Node. */
export function rounded(value: number): number;
export function rounded(value: number | undefined): number | undefined;
export function rounded(value: number | undefined): number | undefined {
  return value === undefined ? undefined : Number(value.toPrecision(12));
}
