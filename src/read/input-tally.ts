import type { Acceptance, Item } from "../model/item.js";
import type { InputSummary, SkippedSummary } from "../model/provenance.js";
import { printable } from "../text/unprintable.js";
import { type SkippedRows, startSkippedRows } from "./problems.js";

/** What becomes of an input's rows, counted as they are read. */
interface InputTally {
  readonly counts: { readonly read: number; readonly kept: number };
  take(item: Item): void;
  skip(reason: string, line: number): void;
  remark(text: string, line: number): void;
  meetUnknownKey(key: string): void;
  meetUnreadTime(written: string): void;
  summarise(): Pick<
    InputSummary,
    "read" | "kept" | "duplicates" | "skipped" | "remarks" | "unknownKeys" | "unreadTimes"
  >;
}

/** So many names of fields that are not used are told apart; some formats have a field for each row. */
const mostKeys = 1000;
const furtherKeys = "(others)";

/** A tally of nothing; every item goes on to `accept`. */
export function startTally(accept: (item: Item) => Acceptance): InputTally {
  const skippedRows = startSkippedRows();
  const remarks = startSkippedRows();
  const unknownKeys = new Map<string, number>();
  const counts = { read: 0, kept: 0, duplicates: 0 };
  const unreadTimes: { count: number; example: string | undefined } = {
    count: 0,
    example: undefined,
  };
  return {
    counts,
    take(item) {
      const acceptance = accept(item);
      if (acceptance === "beside") return;
      counts.read += 1;
      if (acceptance === "kept") counts.kept += 1;
      else counts.duplicates += 1;
    },
    skip(reason, line) {
      counts.read += 1;
      skippedRows.skip(reason, line);
    },
    remark: (text, line) => remarks.skip(text, line),
    meetUnknownKey(written) {
      const key = unknownKeys.has(written) || unknownKeys.size < mostKeys ? written : furtherKeys;
      unknownKeys.set(key, (unknownKeys.get(key) ?? 0) + 1);
    },
    meetUnreadTime(written) {
      unreadTimes.count += 1;
      unreadTimes.example ??= printable(written.slice(0, 60));
    },
    summarise: () => ({
      ...counts,
      skipped: listed(skippedRows),
      remarks: listed(remarks),
      unreadTimes: { ...unreadTimes },
      unknownKeys: [...unknownKeys]
        .map(([key, count]) => ({ key: printable(key), count }))
        .sort((a, b) => (a.key < b.key ? -1 : 1)),
    }),
  };
}

function listed(rows: SkippedRows): SkippedSummary[] {
  return [...rows.list()].map(([reason, occurrences]) => ({ reason, ...occurrences }));
}
