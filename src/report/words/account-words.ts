import {
  interactionKinds,
  type PerKind,
  type UnresolvedReason,
  unresolvedReasons,
} from "../../model/interaction.js";
import { counted, withCommas } from "../../text/counted.js";
import type { PublicReport } from "../view/public-report.js";
import { kindWords } from "./summary.js";

/** What became of all rows, posts and ties, in sentences whose numbers add up. */
export function accountSentences({ provenance, network }: PublicReport): string[] {
  const { read, kept, duplicates, skippedRows, keptTies, analysed, threads } = provenance;
  const posts = kept - keptTies;
  const rest = parts([
    [duplicates, "met before"],
    [skippedRows, "skipped"],
  ]);
  const unused = parts([
    [provenance.filtered, "left out by filters"],
    [provenance.withoutTag, "without the hashtag"],
    [provenance.outsidePeriod, "outside the period"],
    [provenance.withoutTime, "of unknown time"],
    [provenance.takenBack, "deleted by their authors"],
    [provenance.droppedPosts, "left out by a list"],
  ]);
  const limits = parts([
    [provenance.unknownAuthors, "without an author"],
    [provenance.unknownTimes, "without a readable time"],
    [provenance.oddTimes, "outside the time frame, dated far from all others"],
  ]);
  const unresolved = kindsOf(network.unresolved);
  const reasons = parts(
    unresolvedReasons.map((reason) => [network.unresolvedBecause[reason], missing[reason]]),
  );
  const withOneself = kindsOf(network.withOneself);
  return [
    `${counted(read, "row", "rows")} read: ${[`${withCommas(kept)} kept`, ...rest].join(", ")}.`,
    ...(keptTies === 0 ? [] : [`${counted(keptTies, "tie", "ties")} came without posts.`]),
    ...(posts === 0
      ? []
      : [
          `${counted(posts, "post", "posts")} kept: ${[
            `${withCommas(analysed)} analysed`,
            ...parts([[threads, "around them, for their ties"]]),
            ...unused,
          ].join(", ")}.`,
        ]),
    ...(limits.length === 0 ? [] : [`Of the posts that count: ${limits.join(", ")}.`]),
    ...(unresolved === ""
      ? []
      : [
          `Ties to people whom no file tells, left out: ${unresolved}. What is missing: ${reasons.join(", ")}.`,
        ]),
    ...(withOneself === "" ? [] : [`Ties of people with themselves, left out: ${withOneself}.`]),
  ];
}

const missing = {
  postNotInFiles: "to a post that is not in the files",
  postWithoutAuthor: "to a post without an author",
  idOfNobody: "to an id that nobody in the files has",
} as const satisfies Record<UnresolvedReason, string>;

function parts(counts: readonly (readonly [count: number, words: string])[]): string[] {
  return counts.flatMap(([count, words]) => (count === 0 ? [] : [`${withCommas(count)} ${words}`]));
}

function kindsOf(counts: PerKind<number>): string {
  return interactionKinds
    .filter((kind) => counts[kind] > 0)
    .map((kind) => counted(counts[kind], ...kindWords[kind]))
    .join(", ");
}
