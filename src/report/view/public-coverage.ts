import type { Coverage } from "../../model/coverage.js";
import type { PublicCoverage } from "./public-report.js";
import { type PublicTexts, unnamed } from "./public-texts.js";
import { isoTime } from "./public-values.js";

/** What a collection covers, with times as ISO 8601 and whole numbers of posts. */
export function publicCoverage(coverage: Coverage, texts: PublicTexts): PublicCoverage {
  const name = (source: string): string => texts.text(source) ?? unnamed;
  const { unseen } = coverage;
  return {
    sources: coverage.sources.map((source) => ({
      source: name(source.source),
      posts: source.posts,
      onlyHere: source.onlyHere,
      oldest: isoTime(source.oldest),
      newest: isoTime(source.newest),
      askedFirst: isoTime(source.askedFirst),
      askedLast: isoTime(source.askedLast),
      pages: source.pages,
      gaps: source.gaps.map(({ from, to }) => ({ from: isoTime(from), to: isoTime(to) })),
      isEndUnconfirmed: source.isEndUnconfirmed,
      late: source.late,
      latestHours: hoursOf(source.latestMs),
      lookBackHours: hoursOf(source.lookBackMs),
      leftOut: source.leftOut,
    })),
    overlaps: coverage.overlaps.map(({ sources: [first, second], both }) => ({
      sources: [name(first), name(second)],
      both,
    })),
    unseen:
      unseen === undefined
        ? undefined
        : {
            method: unseen.method,
            from: isoTime(unseen.from),
            to: isoTime(unseen.to),
            seen: unseen.seen,
            total: Math.round(unseen.total),
            low: Math.round(unseen.low),
            high: Math.round(unseen.high),
          },
    borrowedTimes: coverage.borrowedTimes,
  };
}

function hoursOf(milliseconds: number | undefined): number | undefined {
  return milliseconds === undefined ? undefined : Math.ceil(milliseconds / 3_600_000);
}
