import type { AnalysisSettings } from "../model/analysis.js";
import type { Corpus } from "../model/corpus.js";
import { normaliseHashtag } from "../model/hashtag.js";
import { postOrigins } from "../model/item.js";
import type { InputSummary } from "../model/provenance.js";
import type { PublicTexts } from "../report/view/public-texts.js";
import { isoTime } from "../report/view/public-values.js";
import { withCommas } from "../text/counted.js";

const tagsShown = 5;
const found = postOrigins.indexOf("found");

/** Why no post counts, and what would. */
export function explainNothing(
  corpus: Corpus,
  inputs: readonly InputSummary[],
  settings: Pick<AnalysisSettings, "tag" | "since" | "until"> & Pick<PublicTexts, "text">,
): string {
  const kept = inputs.reduce((sum, input) => sum + input.kept, 0);
  if (kept === 0) return "there are no posts and no ties in the input";
  if (corpus.posts.count === 0) return `none of the ${kept} ties has a time in the period`;
  const { tag, since, until } = settings;
  const tagId = tag === undefined ? -1 : corpus.tags.indexOf(normaliseHashtag(tag));
  if (tag !== undefined && tagId < 0) {
    const tags = mostUsedTags(corpus)
      .flatMap((one) => settings.text(`#${one}`) ?? [])
      .slice(0, tagsShown);
    const hint = tags.length === 0 ? "" : `; their hashtags are ${tags.join(", ")}`;
    return `no post of ${withCommas(kept)} has #${tag}${hint}`;
  }
  const of = tag === undefined ? `no post of ${withCommas(kept)}` : `no post with #${tag}`;
  if (since === undefined && until === undefined) return `${of} counts`;
  const days = daysOf(corpus, tagId);
  return `${of} is of the period${days === "" ? "" : `; they are ${days}`}`;
}

/** From when to when the found posts with a hashtag are; of all, where it is -1. Empty where no time is known. */
function daysOf({ posts }: Corpus, tagId: number): string {
  const { offsets, columns } = posts.tags;
  const times = posts.time.filter(
    (time, post) =>
      !Number.isNaN(time) &&
      posts.origin[post] === found &&
      (tagId < 0 || columns.subarray(offsets[post], offsets[post + 1]).includes(tagId)),
  );
  if (times.length === 0) return "";
  times.sort();
  const [first, last] = [times[0], times[times.length - 1]].map((time) =>
    isoTime(time)?.slice(0, 10),
  );
  return first === last ? `of ${first}` : `from ${first} to ${last}`;
}

function mostUsedTags(corpus: Corpus): string[] {
  const uses = new Int32Array(corpus.tags.length);
  for (const tag of corpus.posts.tags.columns) uses[tag] += 1;
  return [...uses.keys()]
    .sort((a, b) => uses[b] - uses[a] || a - b)
    .map((tag) => corpus.tagSpellings[tag]);
}
