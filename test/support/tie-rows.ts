import type { TieItem } from "../../src/model/item.js";

/** A tie in short: `ada>bob 2.5 reply`, with `-` for `>` where it has no direction. */
export function tieRow({ source, target, isDirected, strengths }: TieItem): string {
  const told = strengths.map(
    ({ kind, weight }) => ` ${weight}${kind === undefined ? "" : ` ${kind}`}`,
  );
  return `${source}${isDirected ? ">" : "-"}${target}${told.join()}`;
}
