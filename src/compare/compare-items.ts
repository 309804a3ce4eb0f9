import type { ComparedAnalysis, ComparedItemRow } from "../model/comparison.js";
import { judgeChange } from "./judge-change.js";

type WithItems = Pick<ComparedAnalysis, "name" | "items" | "authors">;

/**
 * Which share of the people who post used each hashtag, site and word that many use in either, and whether it moved by more than
 * chance: by kind, the largest change first; then what only one of the two lists.
 */
export function compareItems(before: WithItems, now: WithItems): ComparedItemRow[] {
  const keyOf = ({ kind, item }: { kind: string; item: string }): string => `${kind} ${item}`;
  const was = new Map(before.items.map((item) => [keyOf(item), item]));
  const is = new Map(now.items.map((item) => [keyOf(item), item]));
  const kinds = [...new Set([...before.items, ...now.items].map(({ kind }) => kind))];
  return [...new Map([...was, ...is]).keys()]
    .map((key) => {
      const [first, second] = [was.get(key), is.get(key)];
      const one = first ?? second;
      const shareBefore = shareOf(first?.authors, before.authors);
      const shareNow = shareOf(second?.authors, now.authors);
      const change =
        shareBefore === undefined || shareNow === undefined ? undefined : shareNow - shareBefore;
      const errors = [errorOf(shareBefore, before.authors), errorOf(shareNow, now.authors)];
      return {
        before: before.name,
        now: now.name,
        kind: one?.kind ?? "",
        item: one?.item ?? "",
        shareBefore,
        shareNow,
        ...judgeChange(change, errors),
      };
    })
    .sort(
      (a, b) =>
        kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
        Math.abs(b.change ?? -1) - Math.abs(a.change ?? -1) ||
        (a.item < b.item ? -1 : 1),
    );
}

function shareOf(authors: number | undefined, all: number): number | undefined {
  return authors === undefined || all === 0 ? undefined : Math.min(1, authors / all);
}

/** Of a share, with two more people of either kind, so that 0 and 1 have an error, too (Agresti and Coull 1998). */
function errorOf(share: number | undefined, all: number): number | undefined {
  if (share === undefined) return undefined;
  const corrected = (share * all + 2) / (all + 4);
  return Math.sqrt((corrected * (1 - corrected)) / (all + 4));
}
