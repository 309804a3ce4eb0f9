import type { FollowListName, ListVerdicts } from "../model/recommendation.js";
import type { Verdict } from "../model/verdict.js";
import type { Curation } from "./curation.js";
import type { PersonalRanking } from "./personal/rank-personally.js";
import type { Rankings } from "./rankings.js";
import type { Reach } from "./reach.js";
import type { Rise } from "./rise.js";
import type { Scores } from "./scores.js";
import { starterLength } from "./starter-list.js";
import { byStanding, type Standing } from "./vouching.js";

/** The people of a list, before reasons: accounts in order, and what they are ordered by. */
export interface ListDraft {
  readonly name: FollowListName;
  readonly title: string;
  readonly community: number | undefined;
  readonly verdict: Verdict | undefined;
  readonly people: Int32Array;
  /** The same without an end. */
  readonly whole: Int32Array;
  /** Who comes next, where that is told. */
  readonly runnersUp: Int32Array;
  readonly score: (account: number) => number;
  /** The whole ranking that the list is the top of, where it is one that can be resampled. */
  readonly ranking: ((rankings: Rankings) => Int32Array) | undefined;
}

interface ListInput {
  readonly rankings: Rankings;
  readonly personal: PersonalRanking | undefined;
  readonly scores: Scores;
  /** The score of the order of attention, and that of the starter list. */
  readonly attention: Float64Array;
  readonly followed: Float64Array;
  readonly candidates: Int32Array;
  /** Automated accounts, and groups, who have not opted out; they stand on lists of their own. */
  readonly feeds: Int32Array;
  readonly organisations: Int32Array;
  readonly communityOf: Int32Array;
  readonly communityCount: number;
  readonly newcomersAnswered: Int32Array;
  readonly reach: Reach;
  readonly curation: Curation;
  readonly rise: Rise;
  readonly verdicts: ListVerdicts;
  /** See `findStanding`. */
  readonly standing: Standing;
  /** How many people a list names at most. */
  readonly top: number;
}

const titles: Readonly<Record<FollowListName, string>> = {
  starter: "Whom to follow",
  personal: "For you, near to whom you know",
  attention: "Whom newcomers turn to next",
  talk: "People who are talked with",
  helpers: "Who answers newcomers",
  rising: "Rising lately",
  curators: "Curators of resources",
  bridges: "Bridges between communities",
  feeds: "Feeds and automated accounts",
  organisations: "Organisations, groups and events",
};

const nobody = new Int32Array(0);
const communityTop = 5;
const smallestCommunity = 10;

/** All lists in the order in which they are shown: everybody's, then those of each community. */
export function draftLists(input: ListInput): ListDraft[] {
  const { rankings, scores, top, reach, curation, rise } = input;
  const draft = (
    name: FollowListName,
    people: Int32Array,
    score: (account: number) => number,
    ranking?: (rankings: Rankings) => Int32Array,
  ): ListDraft => ({
    name,
    title: titles[name],
    community: undefined,
    verdict: input.verdicts[name],
    whole: people,
    people: people.slice(0, name === "starter" ? starterLength : top),
    runnersUp: name === "starter" ? people.slice(starterLength, 2 * starterLength) : nobody,
    score,
    ranking,
  });
  const by = (people: Int32Array, score: (account: number) => number): Int32Array =>
    people.slice().sort((a, b) => score(b) - score(a) || scores.d[b] - scores.d[a] || a - b);
  /** Those who did it, as far in front as their standing lets them. */
  const only = (isOne: Uint8Array, score: (account: number) => number): Int32Array => {
    const scored = Float64Array.from(isOne, (one, account) => (one === 1 ? score(account) : 0));
    const standing = byStanding(scored, input.standing, "lately");
    return by(
      input.candidates.filter((account) => isOne[account] === 1),
      (account) => standing[account],
    );
  };
  const attention = (account: number): number => input.attention[account];
  const recent = (account: number): number => rise.recent[account];
  const reposters = (account: number): number => curation.reposters[account];
  const outside = (account: number): number => reach.outside[account];
  const inDegree = (account: number): number => scores.d[account];
  const answersNewcomers = ({ helpers }: Rankings): Int32Array =>
    helpers.filter((account) => input.newcomersAnswered[account] > 0);
  const forEverybody = [
    draft(
      "starter",
      rankings.starter,
      (account) => input.followed[account],
      ({ starter }) => starter,
    ),
    ...(input.personal === undefined
      ? []
      : [draft("personal", input.personal.people, input.personal.score)]),
    draft("attention", rankings.attention, attention, (all) => all.attention),
    draft(
      "talk",
      rankings.talk,
      (account) => scores.t[account],
      (all) => all.talk,
    ),
    draft("helpers", answersNewcomers(rankings), (account) => scores.c[account], answersNewcomers),
    draft("rising", only(rise.isRising, recent), recent),
    draft("curators", only(curation.isCurator, reposters), reposters),
    draft("bridges", only(reach.isBridge, outside), outside),
    draft("feeds", by(input.feeds, inDegree), inDegree),
    draft("organisations", by(input.organisations, inDegree), inDegree),
  ];
  // Attention has changed its order by now; a list that did worse than its baseline stands behind the others.
  const isBehind = ({ name, verdict }: ListDraft): boolean =>
    name !== "attention" && verdict?.kind === "worse";
  const inTurn = [
    ...forEverybody.filter((one) => !isBehind(one)),
    ...forEverybody.filter(isBehind),
  ];
  return [...inTurn, ...communityDrafts(inTurn, input)].filter(({ people }) => people.length > 0);
}

/** Of each larger community the first few of every list but those that are for one reader. */
function communityDrafts(forEverybody: readonly ListDraft[], input: ListInput): ListDraft[] {
  const { communityOf, communityCount } = input;
  const sizes = new Int32Array(communityCount);
  for (const community of communityOf) if (community >= 0) sizes[community] += 1;
  const larger = [...sizes.keys()].filter((community) => sizes[community] >= smallestCommunity);
  const common = forEverybody.filter(({ name }) => name !== "starter" && name !== "personal");
  return larger.flatMap((community) =>
    common.map(({ whole, ranking, ...draft }): ListDraft => {
      const of = (people: Int32Array): Int32Array =>
        people.filter((account) => communityOf[account] === community);
      return {
        ...draft,
        community,
        verdict: undefined,
        whole: of(whole),
        people: of(whole).slice(0, communityTop),
        ranking: ranking === undefined ? undefined : (all) => of(ranking(all)),
      };
    }),
  );
}
