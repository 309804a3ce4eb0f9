import { digitsOf } from "./lenient.js";

/*
 * What the schemas of `lenient.ts` make of a value that `JSON.parse` has given, for the fields of which a
 * file has millions: a schema takes several times as long. `test/platform/mastodon-schema.test.ts` holds both to
 * one answer.
 */

/** As `optionalText`. */
export function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** As `optionalFlag`. */
export function flagOf(value: unknown): boolean | undefined {
  return typeof value === "boolean" ? value : undefined;
}

/** As `optionalCount`. */
export function countOf(value: unknown): number | undefined {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

/** As `optionalId`. */
export function idOf(value: unknown): string | undefined {
  if (typeof value === "number") return digitsOf(value);
  return typeof value === "string" && value !== "" ? value : undefined;
}
