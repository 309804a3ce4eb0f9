import { type Account, accountLabel } from "../../model/account.js";
import type { Corpus } from "../../model/corpus.js";
import {
  type FollowAnswer,
  type FollowList,
  listQuestions,
  type NamedPeople,
  type Recommendation,
} from "../../model/recommendation.js";
import { counted } from "../../text/counted.js";
import { cleanText } from "./clean-text.js";
import type {
  PublicFollow,
  PublicFollowList,
  PublicRecommendation,
} from "./public-follow-lists.js";
import type { PublicIdentity } from "./public-person.js";
import type { PublicTexts } from "./public-texts.js";
import { communityName, isoTime, rounded } from "./public-values.js";

interface FollowToShow {
  readonly corpus: Corpus;
  readonly withheld: Uint8Array;
  readonly texts: PublicTexts;
  readonly named: NamedPeople;
  readonly follow: FollowAnswer;
  /** An account's community by name. */
  readonly communityOf: (account: number) => string | undefined;
}

/** Lists of people as others may see them: nobody on them has opted out. */
export function publicFollow(input: FollowToShow): PublicFollow {
  const { follow, named } = input;
  return {
    order: follow.order,
    starterOrder: follow.starterOrder,
    verdict: follow.verdict,
    now: isoTime(follow.frame.now),
    binDays: follow.frame.binDays,
    halfLifeBins: follow.frame.halfLifeBins,
    activeBins: follow.frame.activeBins,
    coreSize: follow.coreSize,
    vouchersNeeded: follow.vouchersNeeded,
    resamples: follow.resamples,
    trusted: publicLabels(named.trusted, input),
    kept: publicLabels(named.kept, input),
    excluded: publicLabels(named.excluded, input),
    learner:
      named.learner === undefined
        ? undefined
        : {
            label: publicLabels(
              named.learner.self === undefined ? [] : [named.learner.self],
              input,
            )[0],
            followed: named.learner.followed.length,
          },
    eligible: follow.eligible,
    leftOut: follow.leftOut,
    warnings: [...follow.warnings, ...movedNotes(input)],
    lists: follow.lists.map((list) => publicList(list, input)),
  };
}

/** Who an account is, with a name that is clean. */
export function identityOf(account: Account, texts: PublicTexts): PublicIdentity {
  return {
    id: account.key,
    label: accountLabel(account),
    handle: account.handle,
    server: account.server,
    name: texts.nameOf(account),
    url: texts.pageOf(account),
  };
}

const movedShown = 5;

/** Who is somebody else now, as far as neither name is withheld. */
function movedNotes({ follow, corpus, withheld }: FollowToShow): string[] {
  const isNamed = (account: number): boolean => account < 0 || withheld[account] === 0;
  const keys = new Map(corpus.accounts.map(({ key }, account) => [key, account]));
  return follow.moved
    .filter(({ account, movedTo }) => isNamed(account) && isNamed(keys.get(movedTo) ?? -1))
    .slice(0, movedShown)
    .map(({ account, movedTo, engagers }) => {
      const people = counted(engagers, "person", "people");
      return `${people} engaged ${accountLabel(corpus.accounts[account])}, who has moved to ${cleanText(movedTo)}`;
    });
}

function publicLabels(accounts: readonly number[], { corpus, withheld }: FollowToShow): string[] {
  return accounts
    .filter((account) => withheld[account] === 0)
    .map((account) => accountLabel(corpus.accounts[account]));
}

function publicList(list: FollowList, input: FollowToShow): PublicFollowList {
  return {
    list: list.name,
    title: list.title,
    question: listQuestions[list.name],
    community: list.community === undefined ? undefined : communityName(list.community),
    verdict: list.verdict,
    people: list.people
      .filter(({ account }) => input.withheld[account] === 0)
      .map((recommendation) => publicRecommendation(recommendation, input)),
    unstableRanks: list.unstableRanks,
    candidates: candidatesOf(list, input).map((one) => publicRecommendation(one, input)),
    expectedOverlap: rounded(list.expectedOverlap),
  };
}

/** For ranks that are too close to call: who has them here, and whose likely ranks reach them. */
function candidatesOf(list: FollowList, { withheld }: FollowToShow): Recommendation[] {
  if (list.unstablePeople.length === 0) return [];
  const last = Math.max(...list.unstableRanks);
  const others = list.runnersUp.filter(
    ({ stability }) => stability !== undefined && stability.rankLow <= last,
  );
  return [...list.unstablePeople, ...others].filter(({ account }) => withheld[account] === 0);
}

function publicRecommendation(
  { account, ...recommendation }: Recommendation,
  { corpus, texts, communityOf }: FollowToShow,
): PublicRecommendation {
  const { scores } = recommendation;
  return {
    ...recommendation,
    person: identityOf(corpus.accounts[account], texts),
    links: recommendation.links.flatMap(
      (link) => texts.link(link, corpus.accounts[account].handle) ?? [],
    ),
    community: communityOf(account),
    isDiscoverable: corpus.accounts[account].discoverable === true,
    score: rounded(recommendation.score),
    scores: {
      d: scores.d,
      df: rounded(scores.df),
      dd: rounded(scores.dd),
      a: rounded(scores.a),
      f: rounded(scores.f),
      t: scores.t,
      c: rounded(scores.c),
    },
  };
}
