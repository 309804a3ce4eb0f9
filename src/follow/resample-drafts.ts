import type { Activity } from "../model/activity.js";
import type { OnShare } from "../model/progress.js";
import type { Stability } from "../model/recommendation.js";
import type { ListDraft } from "./lists.js";
import { type RankingInput, rankCandidates } from "./rankings.js";
import { resampleLists } from "./resample.js";
import { type ScoreBase, scorePeople } from "./scores.js";

interface DraftResampling {
  readonly activity: Activity;
  /** How often authors are resampled; 0 for not at all. */
  readonly resamples: number;
  readonly onResample: OnShare;
  readonly seed: number;
}

/** In the order of drafts; `undefined` for lists whose order does not rest on scores. */
export function resampleDrafts(
  drafts: readonly ListDraft[],
  base: ScoreBase,
  ranking: RankingInput,
  input: DraftResampling,
): (Stability[] | undefined)[] {
  if (input.resamples === 0) return [];
  const { activity, seed, resamples } = input;
  const ranked = drafts.flatMap((draft) =>
    draft.ranking === undefined ? [] : [{ draft, ranking: draft.ranking }],
  );
  const acts = activity.posts.map((posts, account) => posts + activity.reposts[account]);
  const authors = Int32Array.from([...acts.keys()].filter((account) => acts[account] > 0));
  const found = resampleLists({
    authors,
    accountCount: base.accountCount,
    lists: ranked.map(({ draft }) => ({
      people: Int32Array.from([...draft.people, ...draft.runnersUp]),
      length: draft.people.length,
    })),
    rank: (weights) => {
      const scores = scorePeople(base, { candidates: ranking.candidates, weights });
      const rankings = rankCandidates(scores, ranking);
      return ranked.map((list) => list.ranking(rankings));
    },
    resamples,
    seed,
    onShare: input.onResample,
  });
  return drafts.map((draft) => found[ranked.findIndex((list) => list.draft === draft)]);
}
