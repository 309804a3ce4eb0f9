import { communityStream } from "../charts/community-stream.js";
import { cutOffOverTime } from "../charts/cut-off.js";
import { likelyPlaces, rankBump } from "../charts/rank-bump.js";
import type { PublicChronicle, PublicReport } from "../view/public-report.js";
import type { PublicSlices } from "../view/public-slices.js";
import { barChart } from "./bar-chart.js";
import { type Html, html } from "./html.js";

/** When people posted, who came, and who stayed. */
export function timePart(report: PublicReport): Html {
  const { chronicle, slices } = report;
  if (chronicle === undefined)
    return slices === undefined
      ? html``
      : html`<section id="time" aria-labelledby="time-title">
<h2 id="time-title">Over time</h2>
${slices && slicesPart(report, slices)}</section>
`;
  const { activity, arrivals } = chronicle;
  const newcomers = sum(arrivals.bins, "newcomers");
  const stayed = sum(arrivals.bins, "stayed");
  const hasReposts = sum(activity.bins, "reposts") > 0;
  return html`<section id="time" aria-labelledby="time-title">
<h2 id="time-title">Over time</h2>
${barChart({
  id: "activity",
  title: `Posts ${per(activity.binDays)}`,
  unit: `posts ${per(activity.binDays)}`,
  days: activity.bins.map(({ start }) => start),
  series: [
    { title: "posts", className: "series-1", values: activity.bins.map(({ posts }) => posts) },
    ...(hasReposts
      ? [
          {
            title: "reposts",
            className: "series-2",
            values: activity.bins.map(({ reposts }) => reposts),
          },
        ]
      : []),
  ],
})}
${barChart({
  id: "arrivals",
  title: `Newcomers ${per(arrivals.binDays)}`,
  unit: `people ${per(arrivals.binDays)}`,
  days: arrivals.bins.map(({ start }) => start),
  series: [
    {
      title: "posted again later",
      className: "series-1",
      values: arrivals.bins.map((bin) => bin.stayed),
    },
    {
      title: "posted in that time alone",
      className: "series-3",
      values: arrivals.bins.map((bin) => bin.newcomers - bin.stayed),
    },
  ],
})}
<p>${newcomers} people posted, and ${stayed} of them came back ${arrivals.binDays === 7 ? "in a later week" : "later"}. Whoever posted before the first day shown counts as new in it, and the last have had no time to come back.</p>
${slices && slicesPart(report, slices)}</section>
`;
}

/** What slices show: communities as streams, and who stands in front. */
function slicesPart(report: PublicReport, slices: PublicSlices): Html {
  const cutOff = cutOffOverTime(report, slices);
  const forms = ["page", "phone"] as const;
  const streams = forms.map((form) => communityStream(slices, { form, cutOff }));
  const bumps = forms.map((form) => rankBump(slices, { form, cutOff }));
  return html`${
    streams[0] &&
    html`<figure><figcaption>Communities over time</figcaption>
${streams}<p class="fine">Each stream is as thick as the community has people. Slices: ${slices.rows.length}, each ${lengthOf(slices)}. A community goes on as the one it has more people in common with than chance makes. Numbers, splits and merges: communities-over-time.csv.</p></figure>
`
  }${
    bumps[0] &&
    html`<figure><figcaption>Places over time, by how many people engaged them</figcaption>
${bumps}<p class="fine">${likelyPlaces} Everybody: people-over-time.csv.</p></figure>
`
  }`;
}

function lengthOf({ slicing, overlap }: PublicSlices): string {
  const length = ["day", "week", "month"].includes(slicing) ? `a ${slicing}` : slicing;
  return overlap === undefined ? length : `${length}, overlapping by ${overlap}`;
}

function per(days: number): string {
  if (days === 1) return "a day";
  return days === 7 ? "a week" : `in ${days / 7} weeks`;
}

function sum(
  bins: PublicChronicle["activity"]["bins"],
  what: "newcomers" | "stayed" | "reposts",
): number {
  return bins.reduce((total, bin) => total + bin[what], 0);
}
