/** How often something was met, and on which of the first lines. */
interface Occurrences {
  readonly count: number;
  readonly firstLines: readonly number[];
}

const linesKept = 5;

/** Rows that were skipped, by reason, with the first line numbers of each. */
export interface SkippedRows {
  skip(reason: string, line: number): void;
  /** By reason, alphabetically. */
  list(): ReadonlyMap<string, Occurrences>;
}

/** An empty list of skipped rows. */
export function startSkippedRows(): SkippedRows {
  const byReason = new Map<string, { count: number; firstLines: number[] }>();
  return {
    skip(reason, line) {
      const known = byReason.get(reason) ?? { count: 0, firstLines: [] };
      known.count += 1;
      if (known.firstLines.length < linesKept && known.firstLines.at(-1) !== line) {
        known.firstLines.push(line);
      }
      byReason.set(reason, known);
    },
    list: () => new Map([...byReason].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}
