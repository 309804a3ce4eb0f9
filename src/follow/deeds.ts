import type { Activity } from "../model/activity.js";
import type { Corpus } from "../model/corpus.js";
import type { InteractionTable } from "../model/interaction.js";
import type { PerAccount } from "../model/per-index.js";
import type { TimeFrame } from "../model/recommendation.js";
import type { Selection } from "../model/selection.js";
import { type Curation, measureCuration } from "./curation.js";
import type { Engagements } from "./engagements.js";
import { countNewcomersAnswered } from "./newcomers.js";
import { measureReach, type Reach } from "./reach.js";
import { measureRise, type Rise } from "./rise.js";
import type { ScoreBase } from "./scores.js";

/** What people do for a community, beside the attention that they get. */
interface Deeds {
  readonly newcomersAnswered: PerAccount<Int32Array>;
  readonly reach: Reach;
  readonly curation: Curation;
  readonly rise: Rise;
}

interface DeedInput {
  readonly corpus: Corpus;
  readonly selection: Selection;
  readonly interactions: InteractionTable;
  readonly activity: Activity;
  readonly base: ScoreBase;
  readonly engagements: Engagements;
  /** -1 for none. */
  readonly communityOf: PerAccount<Int32Array>;
  readonly frame: TimeFrame;
}

/** Linear in posts, links and interactions. */
export function measureDeeds(input: DeedInput): Deeds {
  const { corpus, selection, interactions, activity, base, engagements, communityOf } = input;
  return {
    newcomersAnswered: countNewcomersAnswered(base),
    reach: measureReach(engagements, communityOf),
    curation: measureCuration(corpus, selection, interactions, activity),
    rise: measureRise(interactions, corpus.accounts.length, input.frame),
  };
}
