import { type BacktestMethod, type BacktestQuestion, listOfDeed } from "../../model/backtest.js";
import { none } from "../../model/corpus.js";
import { dayMs } from "../../model/durations.js";
import type { Efforts } from "../../model/efforts.js";
import type { InteractionTable } from "../../model/interaction.js";
import type { NamedPeople } from "../../model/recommendation.js";
import { measureDeeds } from "../deeds.js";
import { defaultOrder } from "../default-order.js";
import { effortsOf } from "../efforts.js";
import { judgeEligibility, type WaivableRule } from "../eligibility.js";
import { collectEngagements, type Engagements } from "../engagements.js";
import { followerFactors } from "../follower-factors.js";
import { draftLists, type ListDraft } from "../lists.js";
import { ofPeople } from "../people-only.js";
import { personalPagerank, scorePersonal } from "../personal/nearness.js";
import { rankFirst } from "../personal/rank-people.js";
import { buildTieGraph, type TieGraph } from "../personal/tie-graph.js";
import { findTies, type RankedPeople, rankWithTies, withoutTies } from "../ranked-people.js";
import { rankCandidates } from "../rankings.js";
import { prepareScores, type ScoreBase, scorePeople } from "../scores.js";
import { type Bursts, setApart } from "../set-apart.js";
import { byStanding, findStanding, withoutStanding } from "../vouching.js";
import type { Learner } from "./backtest-learners.js";
import type { BacktestArchive, CutArchive } from "./backtest-window.js";
import { recallLength } from "./ranking-quality.js";

export type MethodsOfQuestion = Readonly<Record<BacktestQuestion, readonly BacktestMethod[]>>;

/** What a list of what people do is held to, in-degree first. */
const plainOrders = ["d", "dd", "posts"] as const;

/** What is tried on each question. */
export const methodsOfQuestion: MethodsOfQuestion = {
  newcomers: [
    "followers",
    "betweenness",
    "pagerank",
    "d",
    "df",
    "dd",
    "a",
    "f",
    "t",
    "d-shown",
    "shown",
    "starter",
    "no-recent-rule",
    "no-vouching",
  ],
  conversation: ["d", "dd", "a", "f", "t"],
  members: ["d", "dd", "a", "f", "p", "p-dd"],
  following: ["followers", "d", "df", "dd", "a", "f", "t", "shown", "starter"],
  help: [...plainOrders, listOfDeed.help],
  growth: [...plainOrders, listOfDeed.growth],
  uptake: [...plainOrders, listOfDeed.uptake],
  bridging: [...plainOrders, listOfDeed.bridging],
};

/** The order of a window's candidates for a learner, best first, as far as it is looked at. */
export type Order = (learner: Learner) => RankedPeople;

/**
 * The orders that a window's past allows, of the methods that are wanted. Those that are the same
 * for everybody are made once; a personal one is made anew for each learner. A method that needs
 * what is not known here is absent.
 */
export function makeOrders(
  archive: BacktestArchive,
  window: CutArchive,
  methods: ReadonlySet<BacktestMethod>,
): ReadonlyMap<BacktestMethod, Order> {
  const { training, candidates, frame } = window;
  const { accounts } = archive.corpus;
  const accountCount = accounts.length;
  const interactions = ofPeople(training.interactions, accounts);
  const engagements = collectEngagements(interactions, accountCount);
  const { firstPost } = archive;
  const archiveStart = archive.selection.first;
  const followerFactor = followerFactors(accounts, candidates);
  const times = { frame, firstPost, archiveStart, followerFactor };
  const base = prepareScores({ interactions, engagements, ...times });
  const scores = scorePeople(base, { candidates });
  const orders = new Map<BacktestMethod, Order>();
  const add = (method: BacktestMethod, make: () => Order | undefined): void => {
    const order = methods.has(method) ? make() : undefined;
    if (order !== undefined) orders.set(method, order);
  };
  const forAll =
    (order: RankedPeople): Order =>
    () =>
      order;
  const byScore = (score: Float64Array): Order =>
    forAll(rankWithTies({ candidates, score, inDegree: scores.d }));
  add("followers", () => {
    const followers = Float64Array.from(accounts, (account) => account.followers ?? -1);
    return followers.some((count) => count >= 0) ? byScore(followers) : undefined;
  });
  add("betweenness", () => {
    const betweenness = training.measure.betweenness();
    return betweenness === undefined ? undefined : byScore(betweenness);
  });
  add("pagerank", () => byScore(training.measure.pagerank()));
  for (const method of ["d", "df", "dd", "a", "f", "t"] as const) {
    add(method, () => byScore(scores[method]));
  }

  const apart = setApart({ interactions, engagements, core: training.core, frame });
  const shown = {
    archive,
    window,
    ...apart,
    base: apart.interactions === interactions ? base : prepareScores({ ...apart, ...times }),
  };
  add("d-shown", () => forAll(rankAsShown({ ...shown, waived: [], order: "d" })));
  add("shown", () => forAll(rankAsShown({ ...shown, waived: [] })));
  add("starter", () => forAll(withoutTies(starterAsShown(shown))));
  add("no-recent-rule", () => forAll(rankAsShown({ ...shown, waived: ["no-recent-post"] })));
  add("posts", () => byScore(Float64Array.from(training.activity.posts)));
  const inDegree = rankWithTies({ candidates, score: scores.d, inDegree: scores.d });
  let drafts: readonly ListDraft[] | undefined;
  for (const name of Object.values(listOfDeed)) {
    add(name, () => {
      drafts ??= draftAsShown(shown);
      const draft = drafts.find((one) => one.name === name);
      return draft === undefined ? undefined : forAll(listedFirst(draft, inDegree, scores.d));
    });
  }
  add("no-vouching", () => forAll(rankAsShown({ ...shown, waived: ["not-vouched-for"] })));

  const near = findNearness(effortsOf(training.interactions, frame), accountCount);
  const personal =
    (base: Float64Array): Order =>
    (learner) => {
      const ranking = { candidates, score: near(learner, base), inDegree: scores.d };
      return findTies(rankFirst(ranking, recallLength + learner.contacts.size + 1), ranking);
    };
  add("p", () => personal(scores.a));
  add("p-dd", () => personal(scores.dd));
  return orders;
}

/** P for a learner, on a score of everybody; one walk serves all scores of the same learner. */
function findNearness(efforts: Efforts, accountCount: number) {
  let graph: TieGraph | undefined;
  let latest: { learner: Learner; nearness: Float64Array } | undefined;
  return (learner: Learner, base: Float64Array): Float64Array => {
    graph ??= buildTieGraph(efforts, accountCount);
    if (latest?.learner !== learner) {
      latest = { learner, nearness: personalPagerank(graph, learner.contacts) };
    }
    return scorePersonal(base, latest.nearness, graph);
  };
}

interface ShownInput {
  readonly archive: BacktestArchive;
  readonly window: CutArchive;
  readonly interactions: InteractionTable;
  readonly engagements: Engagements;
  readonly bursts: Bursts;
  readonly base: ScoreBase;
}

const nobodyNamed: NamedPeople = { trusted: [], kept: [], excluded: [], learner: undefined };

/**
 * People as the list of attention would have shown them at the cut, but for rules that are waived,
 * in the usual order unless another is asked for.
 */
function rankAsShown(
  input: ShownInput & { readonly waived: readonly WaivableRule[]; readonly order?: "d" },
): RankedPeople {
  const { scores, order: usual, candidates, standing } = scoreAsShown(input, input.waived);
  const score = byStanding(scores[input.order ?? usual], standing, "lately");
  return rankWithTies({ candidates, score, inDegree: scores.d });
}

/** The starter list as it would have been shown, and after it the others by the same order. */
function starterAsShown(input: ShownInput): Int32Array {
  const { training } = input.window;
  const { scores, order, candidates, standing } = scoreAsShown(input, ["no-recent-post"]);
  return rankCandidates(scores, {
    candidates,
    followable: candidates,
    order,
    starterOrder: "df",
    communityOf: training.measure.community(),
    standing,
  }).starter;
}

/** The lists of everybody as they would have been shown; those with nobody on them are absent. */
function draftAsShown(input: ShownInput): readonly ListDraft[] {
  const { archive, window, base, interactions, engagements } = input;
  const { training, frame } = window;
  const communityOf = training.measure.community();
  const { scores, order, candidates, standing } = scoreAsShown(input, []);
  const ranking = { candidates, followable: candidates, order, communityOf, standing };
  const nobody = new Int32Array(0);
  return draftLists({
    rankings: rankCandidates(scores, { ...ranking, starterOrder: "df" }),
    personal: undefined,
    scores,
    attention: scores[order],
    followed: scores.df,
    candidates,
    feeds: nobody,
    organisations: nobody,
    communityOf,
    communityCount: 0,
    ...measureDeeds({
      ...archive,
      ...training,
      interactions,
      base,
      engagements,
      communityOf,
      frame,
    }),
    verdicts: {},
    standing,
    top: 1,
  });
}

/** Whoever a list names, and behind them the others in an order, which is all that tells it from the order alone. */
function listedFirst(draft: ListDraft, others: RankedPeople, inDegree: Float64Array): RankedPeople {
  const { whole } = draft;
  const score = inDegree.map((_, account) => draft.score(account));
  const listed = findTies(whole, { score, inDegree });
  const isListed = new Set(whole);
  const rest = others.people.filter((account) => !isListed.has(account));
  const behind = findTies(rest, { score: inDegree, inDegree });
  const tieEnd = [...listed.tieEnd, ...behind.tieEnd.map((end) => end + whole.length)];
  return { people: Int32Array.from([...whole, ...rest]), tieEnd: Int32Array.from(tieEnd) };
}

function scoreAsShown(
  { archive, window, engagements, bursts, base }: ShownInput,
  waived: readonly WaivableRule[],
) {
  const { training } = window;
  const standing = waived.includes("not-vouched-for")
    ? withoutStanding(archive.corpus.accounts.length)
    : findStanding({ ...training, engagements, frame: window.frame, named: nobodyNamed });
  const leftOutReason = judgeEligibility({
    corpus: archive.corpus,
    withheld: archive.withheld,
    tag: archive.tag,
    activity: training.activity,
    engagements,
    core: training.core,
    frame: window.frame,
    named: nobodyNamed,
    automationSigns: window.automationSigns,
    bursts,
    standing,
    waived,
  });
  const candidates = window.candidates.filter((account) => leftOutReason[account] === none);
  const { first, last } = archive.selection;
  const order = defaultOrder((last - first) / dayMs);
  return { scores: scorePeople(base, { candidates }), order, candidates, standing };
}

/** For a learner, steps times ties; a window's personal orders are kept within this. */
const personalWork = 5e6;

/**
 * At most so many learners that personal orders take some seconds a window, evenly by key; how many
 * there were where some are left out.
 */
export function limitLearners(
  learners: readonly Learner[],
  window: CutArchive,
): { chosen: readonly Learner[]; sampledFrom: number | undefined } {
  const ties = 2 * window.training.interactions.count + window.candidates.length;
  const most = Math.max(50, Math.floor(personalWork / ties));
  if (learners.length <= most) return { chosen: learners, sampledFrom: undefined };
  const chosen = Array.from(
    { length: most },
    (_, at) => learners[Math.floor((at * learners.length) / most)],
  );
  return { chosen, sampledFrom: learners.length };
}
