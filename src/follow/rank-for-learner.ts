import { accountLabel } from "../model/account.js";
import { type Corpus, none } from "../model/corpus.js";
import type { Efforts } from "../model/efforts.js";
import type { InteractionTable } from "../model/interaction.js";
import type { PerAccount } from "../model/per-index.js";
import type { FollowOrder, NamedPeople } from "../model/recommendation.js";
import { type PersonalRanking, rankPersonally } from "./personal/rank-personally.js";
import type { Scores } from "./scores.js";

interface LearnerInput {
  readonly corpus: Corpus;
  readonly interactions: InteractionTable;
  readonly efforts: Efforts;
  readonly scores: Scores;
  /** Accounts that may be recommended; whoever is followed is not among them. */
  readonly candidates: Int32Array;
  readonly order: FollowOrder;
  readonly named: NamedPeople;
  /** 1 for whoever has opted out. */
  readonly withheld: PerAccount<Uint8Array>;
  /** What accounts are called, where nobody is named. */
  readonly pseudonymOf?: ((account: number) => string) | undefined;
}

/**
 * Candidates by P for a learner, whose contacts are the people they follow and those whom they
 * engaged; `undefined` where they have none here. The base is A, and Dd where the default order is
 * Dd: the one that backtests preferred in long collections, and in short ones.
 */
export function rankForLearner(input: LearnerInput): PersonalRanking | undefined {
  const { corpus, scores, candidates, order, withheld } = input;
  const isContact = findContacts(input);
  return rankPersonally({
    efforts: input.efforts,
    accountCount: corpus.accounts.length,
    contacts: [...isContact.keys()].filter((account) => isContact[account] === 1),
    candidates,
    base: personalBase(order, scores),
    inDegree: scores.d,
    withheld,
    labelOf: input.pseudonymOf ?? ((account) => accountLabel(corpus.accounts[account])),
  });
}

/** The score that a learner's own list adds nearness to. */
export function personalBase(order: FollowOrder, scores: Scores): Float64Array {
  return order === "dd" ? scores.dd : scores.a;
}

function findContacts({ corpus, interactions, named }: LearnerInput): Uint8Array {
  const isContact = new Uint8Array(corpus.accounts.length);
  const { self = none, followed = [] } = named.learner ?? {};
  for (const account of followed) isContact[account] = 1;
  for (let row = 0; row < interactions.count; row += 1) {
    if (interactions.source[row] === self) isContact[interactions.target[row]] = 1;
  }
  if (self !== none) isContact[self] = 0;
  return isContact;
}
