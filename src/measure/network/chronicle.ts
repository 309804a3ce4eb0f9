import type { Chronicle, ChronicleBin } from "../../model/chronicle.js";
import { type Corpus, isRepost, none } from "../../model/corpus.js";
import { dayMs } from "../../model/durations.js";
import { postOrigins } from "../../model/item.js";
import type { Selection } from "../../model/selection.js";

const found = postOrigins.indexOf("found");
const mostBins = 120;

/**
 * Who posted when: own posts and reposts of the posts that count, in spans of whole days (UTC), and
 * when people came and whether they came back. `undefined` where no post has a time. O(posts).
 */
export function chronicle(corpus: Corpus, selection: Selection): Chronicle | undefined {
  if (Number.isNaN(selection.first)) return undefined;
  const firstDay = Math.floor(selection.first / dayMs);
  const days = Math.floor(selection.last / dayMs) - firstDay + 1;
  const fitting = (spans: readonly number[]): number =>
    spans.find((span) => days / span <= mostBins) ?? 28 * Math.ceil(days / 28 / mostBins);
  const binned = (binDays: number) => ({
    binDays,
    bins: binsOf(corpus, selection, { firstDay, days, binDays }),
  });
  return { activity: binned(fitting([1, 7, 28])), arrivals: binned(fitting([7, 28])) };
}

interface Spans {
  readonly firstDay: number;
  readonly days: number;
  readonly binDays: number;
}

function binsOf(corpus: Corpus, selection: Selection, spans: Spans): ChronicleBin[] {
  const { firstDay, days, binDays } = spans;
  const count = Math.ceil(days / binDays);
  const posts = new Int32Array(count);
  const reposts = new Int32Array(count);
  const people = Array.from({ length: count }, () => new Set<number>());
  const firstBin = new Int32Array(corpus.accounts.length).fill(none);
  const lastBin = new Int32Array(corpus.accounts.length).fill(none);
  for (let post = 0; post < corpus.posts.count; post += 1) {
    const time = selection.time[post];
    if (selection.origin[post] !== found || Number.isNaN(time)) continue;
    const bin = Math.floor((Math.floor(time / dayMs) - firstDay) / binDays);
    const author = corpus.posts.author[post];
    if (author !== none) people[bin].add(author);
    if (isRepost(corpus, post)) {
      reposts[bin] += 1;
      continue;
    }
    posts[bin] += 1;
    if (author === none) continue;
    // Posts stand by time.
    if (firstBin[author] === none) firstBin[author] = bin;
    lastBin[author] = bin;
  }
  const newcomers = new Int32Array(count);
  const stayed = new Int32Array(count);
  for (const [author, bin] of firstBin.entries()) {
    if (bin === none) continue;
    newcomers[bin] += 1;
    if (lastBin[author] > bin) stayed[bin] += 1;
  }
  return Array.from({ length: count }, (_, bin) => ({
    start: (firstDay + bin * binDays) * dayMs,
    posts: posts[bin],
    reposts: reposts[bin],
    people: people[bin].size,
    newcomers: newcomers[bin],
    stayed: stayed[bin],
  }));
}
