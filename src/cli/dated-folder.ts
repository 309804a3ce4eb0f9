import { dirname, join, sep } from "node:path";
import { UserError } from "../model/errors.js";
import { didYouMean } from "../text/did-you-mean.js";

/** Where a run writes, and where the latest of such runs is to be found. */
export interface DatedFolder {
  readonly path: string;
  /** Of a path with a date: the folder that all dates lie in, and the path within it. */
  readonly dated?: { readonly parent: string; readonly within: string };
}

const placeholder = /\{([a-z]+)\}/giu;

/**
 * Puts the day, in UTC, in the place of `{date}`: `meded/{date}` is `meded/2026-03-20`.
 *
 * @throws {UserError} for anything else in braces.
 */
export function datedFolder(written: string, now: number): DatedFolder {
  for (const [whole, name] of written.matchAll(placeholder)) {
    if (name === "date") continue;
    throw new UserError(
      `--out ${written}: there is no ${whole}.${didYouMean(name, ["date"])}`,
      "write {date} for the day, such as --out meded/{date}",
    );
  }
  const day = new Date(now).toISOString().slice(0, 10);
  const path = written.replaceAll("{date}", day);
  if (path === written) return { path };
  const parts = written.split(sep === "/" ? /\//u : /[\\/]/u);
  const first = parts.findIndex((part) => part.includes("{date}"));
  const within = parts
    .slice(first)
    .join(sep)
    .replaceAll("{date}", day)
    .replace(/[\\/]+$/u, "");
  const parent = first === 0 ? "." : dirname(join(parts.slice(0, first).join(sep) || sep, "x"));
  return { path, dated: { parent, within } };
}
