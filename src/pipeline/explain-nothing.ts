import type { AnalysisSettings } from "../model/analysis.js";
import type { Corpus } from "../model/corpus.js";
import type { InputSummary } from "../model/provenance.js";
import type { PublicTexts } from "../report/view/public-texts.js";

const tagsShown = 5;

/** Why no post counts, and what would. */
export function explainNothing(
  corpus: Corpus,
  inputs: readonly InputSummary[],
  settings: Pick<AnalysisSettings, "tag" | "since" | "until"> & Pick<PublicTexts, "text">,
): string {
  const kept = inputs.reduce((sum, input) => sum + input.kept, 0);
  if (kept === 0) return "there are no posts and no ties in the input";
  if (corpus.posts.count === 0) return `none of the ${kept} ties has a time in the period`;
  const tags = mostUsedTags(corpus)
    .flatMap((tag) => settings.text(`#${tag}`) ?? [])
    .slice(0, tagsShown);
  const hint = tags.length === 0 ? "" : `; its hashtags are ${tags.join(", ")}`;
  const asked = [
    settings.tag === undefined ? [] : [`carries #${settings.tag}`],
    settings.since === undefined && settings.until === undefined ? [] : ["is of the period"],
  ].flat();
  return `none of the ${kept} posts ${asked.join(" and ") || "counts"}${hint}`;
}

function mostUsedTags(corpus: Corpus): string[] {
  const uses = new Int32Array(corpus.tags.length);
  for (const tag of corpus.posts.tags.columns) uses[tag] += 1;
  return [...uses.keys()]
    .sort((a, b) => uses[b] - uses[a] || a - b)
    .map((tag) => corpus.tagSpellings[tag]);
}
