import { accountLabel } from "../model/account.js";
import { type Corpus, none } from "../model/corpus.js";
import type { InteractionTable } from "../model/interaction.js";
import type { FollowOrder, NamedPeople } from "../model/recommendation.js";
import type { Engagements } from "./engagements.js";
import { personalPagerank, scorePersonal } from "./personal.js";
import { rankPeople } from "./rank-people.js";
import type { Scores } from "./scores.js";
import { buildTieGraph } from "./tie-graph.js";

export interface LearnerInput {
  readonly corpus: Corpus;
  readonly interactions: InteractionTable;
  readonly engagements: Engagements;
  readonly scores: Scores;
  /** Accounts that may be recommended; whoever is followed is not among them. */
  readonly candidates: Int32Array;
  readonly order: FollowOrder;
  readonly named: NamedPeople;
  /** One a row of `Corpus.accounts`: 1 for whoever has opted out. */
  readonly withheld: Uint8Array;
}

export interface PersonalRanking {
  /** Candidates, best first. */
  readonly people: Int32Array;
  /** P. */
  readonly score: (account: number) => number;
  /** How the learner gets to somebody, in a sentence; nobody who has opted out is named in it. */
  readonly pathTo: (account: number) => string | undefined;
}

const namesInPath = 2;

/**
 * Candidates by P for a learner, whose contacts are the people they follow and those whom they
 * engaged; `undefined` where they have none here. The base is A, and Dd where the default order is
 * Dd: the one that backtests preferred in long collections, and in short ones.
 */
export function rankForLearner(input: LearnerInput): PersonalRanking | undefined {
  const { interactions, engagements, scores, candidates, order } = input;
  const isContact = findContacts(input);
  if (!isContact.includes(1)) return undefined;
  const contacts = [...isContact.keys()].filter((account) => isContact[account] === 1);
  const graph = buildTieGraph(interactions, isContact.length);
  const base = order === "dd" ? scores.dd : scores.a;
  const score = scorePersonal(base, personalPagerank(graph, contacts), graph);
  return {
    people: rankPeople({
      candidates: candidates.filter((account) => scores.d[account] > 0),
      score,
      inDegree: scores.d,
    }),
    score: (account) => score[account],
    pathTo: (account) => describePath(account, isContact, engagements, input),
  };
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

function describePath(
  account: number,
  isContact: Uint8Array,
  engagements: Engagements,
  { corpus, scores, withheld }: LearnerInput,
): string | undefined {
  const engagersOf = (person: number): number[] =>
    [...engagements.source.subarray(engagements.offsets[person], engagements.offsets[person + 1])]
      .filter((source) => withheld[source] === 0)
      .sort((a, b) => scores.d[b] - scores.d[a] || a - b);
  const label = (person: number): string => accountLabel(corpus.accounts[person]);
  const engagers = engagersOf(account);
  const direct = engagers.filter((person) => isContact[person] === 1);
  if (direct.length > 0) {
    const others = direct.length - namesInPath;
    const more = others > 0 ? ` and ${others} more` : "";
    const names = direct
      .slice(0, namesInPath)
      .map(label)
      .join(more === "" ? " and " : ", ");
    return `${names}${more}, whom you know, engaged them.`;
  }
  for (const between of engagers) {
    const contact = engagersOf(between).find((person) => isContact[person] === 1);
    if (contact === undefined) continue;
    return `${label(contact)}, whom you know, engaged ${label(between)}, who engaged them.`;
  }
  return undefined;
}
