import type {
  FollowListName,
  FollowOrder,
  LeftOut,
  Stability,
} from "../../model/recommendation.js";
import type { Verdict } from "../../model/verdict.js";
import type { PublicIdentity } from "./public-person.js";

export interface PublicFollow {
  /** Of the list of attention, and of the starter list. */
  readonly order: FollowOrder;
  readonly starterOrder: FollowOrder;
  /** What the posts' own past says of the usual order; absent where it was not tested. */
  readonly verdict: Verdict | undefined;
  readonly now: string | undefined;
  readonly binDays: number;
  readonly halfLifeBins: number;
  readonly activeBins: number;
  readonly coreSize: number;
  readonly vouchersNeeded: number;
  readonly resamples: number;
  /** Labels of people who were named by hand; whoever is withheld is not among them. */
  readonly trusted: readonly string[];
  readonly kept: readonly string[];
  readonly excluded: readonly string[];
  /** For whom the lists are: their label, if they may be named, and how many they follow here. */
  readonly learner: { readonly label: string | undefined; readonly followed: number } | undefined;
  readonly eligible: number;
  readonly leftOut: readonly LeftOut[];
  readonly warnings: readonly string[];
  readonly lists: readonly PublicFollowList[];
}

export interface PublicFollowList {
  readonly list: FollowListName;
  readonly title: string;
  /** What the list answers. */
  readonly question: string;
  /** Whose list it is: a community's, or everybody's. */
  readonly community: string | undefined;
  /** What the posts' own past says of it; absent where it was not tested. */
  readonly verdict: Verdict | undefined;
  readonly people: readonly PublicRecommendation[];
  /** Ranks without a stable answer. */
  readonly unstableRanks: readonly number[];
  /** Whoever could stand on these: those who do here, then those who come after the last place. */
  readonly candidates: readonly PublicRecommendation[];
  /** See `FollowList`. */
  readonly expectedOverlap: number | undefined;
}

export interface PublicRecommendation {
  readonly rank: number;
  readonly stability: Stability | undefined;
  readonly person: PublicIdentity;
  /** The person's. */
  readonly community: string | undefined;
  /** They have said yes to being discovered, which is more than not having said no. */
  readonly isDiscoverable: boolean;
  readonly score: number;
  readonly scores: Readonly<Record<FollowOrder, number>>;
  readonly contributions: readonly string[];
  readonly reasons: readonly string[];
  /** The one of the reasons that is a warning. */
  readonly caution: string | undefined;
  readonly links: readonly string[];
  /** How many different people engaged them in each bin of time, the first of the collection first. */
  readonly attentionByBin: readonly number[];
}
