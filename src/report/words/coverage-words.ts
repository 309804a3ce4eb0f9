import { counted, percent, withCommas } from "../../text/counted.js";
import type { PublicCoverage, PublicSourceCoverage } from "../view/public-report.js";

/** What was collected and what cannot be known of it, a sentence or two for each thing. */
export function coverageSentences(coverage: PublicCoverage): string[] {
  const { sources, overlaps, borrowedTimes } = coverage;
  const several = sources.length > 1;
  return [
    ...sources.map((source) => sourceSentence(source, several)),
    ...overlaps.map(
      ({ sources: [first, second], both }) =>
        `${first} and ${second} both showed ${counted(both, "post", "posts")}.`,
    ),
    ...unseenSentences(coverage),
    ...(borrowedTimes === 0
      ? []
      : [
          `${counted(borrowedTimes, "repost has", "reposts have")} the time of the post that was passed on: servers do not tell when that was.`,
        ]),
  ];
}

function sourceSentence(source: PublicSourceCoverage, several: boolean): string {
  const { oldest, newest, askedFirst, askedLast, gaps, late, latestHours, leftOut } = source;
  const { lookBackHours, isEndUnconfirmed } = source;
  const days = (from: string | undefined, to: string | undefined): string => {
    const [first, last] = [from?.slice(0, 10), to?.slice(0, 10)];
    return first === last ? `${first}` : `${first} to ${last}`;
  };
  const parts = [
    `${source.source}: ${counted(source.posts, "post", "posts")}`,
    ...(oldest === undefined ? [] : [`of ${days(oldest, newest)}`]),
    ...(askedFirst === undefined ? [] : [`asked ${days(askedFirst, askedLast)}`]),
    ...(several ? [`${withCommas(source.onlyHere)} of them shown by no other`] : []),
    ...(leftOut === 0 ? [] : [`${counted(leftOut, "post", "posts")} not public and not kept`]),
  ];
  const missing = gaps.map(({ from, to }) =>
    from === undefined
      ? `What is older than ${minute(to)} was not collected.`
      : `Between ${minute(from)} and ${minute(to)} posts are missing.`,
  );
  const unconfirmed =
    isEndUnconfirmed && oldest !== undefined
      ? [`That it has no post older than ${minute(oldest)} was shown in one run alone.`]
      : [];
  const lateness =
    latestHours === undefined || source.posts === 0
      ? []
      : [
          `${counted(late, "post", "posts")} (${percent(late / source.posts)}) reached it only after it had been asked for their time, by up to ${counted(latestHours, "hour", "hours")}.`,
          ...(lookBackHours === undefined
            ? []
            : [
                `The next run looks ${counted(lookBackHours, "hour", "hours")} back for more of them.`,
              ]),
        ];
  return [`${parts.join(", ")}.`, ...missing, ...unconfirmed, ...lateness].join(" ");
}

function minute(time: string | undefined): string {
  return `${time?.slice(0, 10)} ${time?.slice(11, 16)}`;
}

function unseenSentences({ sources, unseen }: PublicCoverage): string[] {
  if (unseen !== undefined) {
    const { seen, total, low, high, from, to } = unseen;
    const how =
      unseen.method === "chapman"
        ? "capture and recapture (Chapman)"
        : "capture and recapture (Chao's lower bound)";
    return [
      `In the time that all servers cover (${minute(from)} to ${minute(to)}) they showed ${withCommas(seen)} different posts. By ${how} there were some ${withCommas(total)} (${withCommas(low)} to ${withCommas(high)}), so that about ${percent((total - seen) / total)} were shown by none: at least, since servers that know one another's people see the same posts.`,
    ];
  }
  const onMastodon = sources.filter(({ source }) => source !== "x");
  if (onMastodon.length === 1) {
    return [
      "No server has all posts of a hashtag: each shows what has reached it. A second --from would tell how much one of them misses.",
    ];
  }
  return onMastodon.length === 0
    ? []
    : ["The servers share too few posts to estimate how many none of them showed."];
}
