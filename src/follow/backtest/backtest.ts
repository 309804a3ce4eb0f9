import {
  type Backtest,
  type BacktestMethod,
  type BacktestPlan,
  type BacktestQuestion,
  type BacktestTable,
  type BacktestWindow,
  backtestQuestions,
  deedQuestions,
  isDeed,
  type ListVerdict,
  listOfDeed,
} from "../../model/backtest.js";
import { dayMs } from "../../model/durations.js";
import type { OnProgress, OnShare } from "../../model/progress.js";
import type { ListVerdicts } from "../../model/recommendation.js";
import type { Selection } from "../../model/selection.js";
import type { Verdict } from "../../model/verdict.js";
import { defaultOrder } from "../default-order.js";
import { chooseTimeFrame } from "../time-frame.js";
import { findDoers } from "./backtest-deeds.js";
import { judgeFollowing } from "./backtest-following.js";
import { findLearners } from "./backtest-learners.js";
import { type MethodsOfQuestion, makeOrders, methodsOfQuestion } from "./backtest-orders.js";
import { planBacktest } from "./backtest-plan.js";
import { tabulateBacktest } from "./backtest-table.js";
import { type BacktestArchive, type CutArchive, cutArchive } from "./backtest-window.js";
import { type JudgedLearners, judgeLearners } from "./judge-learners.js";
import { pooledEffects } from "./pooled-effects.js";
import { fewestWindows } from "./sign-flip-test.js";
import { judgeOrder } from "./verdict.js";

interface BacktestInput extends BacktestArchive {
  /** Of the training and the test windows; `undefined` chooses by how long the archive lasts. */
  readonly trainDays: number | undefined;
  readonly testDays: number | undefined;
  /** At most so many cuts, the latest. */
  readonly cuts: number;
  readonly resamples: number;
  readonly seed: number;
  readonly onProgress: OnProgress;
}

/**
 * Tries every order of people on an archive's own past: at each cut, recommend from what was known
 * until then, and compare with whom newcomers, and members, then engaged. Means are over all
 * learners of all windows.
 *
 * @throws {UserError} where windows that were asked for do not fit the archive.
 */
export function backtest(input: BacktestInput): Backtest {
  const { selection } = input;
  const spanDays = spanOf(selection);
  const plan = planBacktest({ ...input, spanDays });
  const windows = judgeWindows(input, { plan, methods: methodsOfQuestion, withCoverage: true });
  input.onProgress("resampling");
  const following = judgeFollowing(input, methodsOfQuestion.following);
  const tables = backtestQuestions.map((question) => {
    const judged = question === "following" ? following : judgedOn(question, windows);
    return tabulateBacktest({ ...input, question, judged });
  });
  return {
    plan,
    windows: windows.map(({ window }) => window),
    tables,
    order: defaultOrder(spanDays),
    lists: shownLists.map(({ question, method }) => ({
      question,
      method,
      ...(method === "shown"
        ? judgeMethod(method, judgeDecisive(question, { ...input, windows }))
        : judgeMethod(method, tables[backtestQuestions.indexOf(question)])),
    })),
    notes: notesOn(tables, windows),
  };
}

/**
 * The orders that the verdicts on the lists are corrected for: all that take one pass over
 * ties, so that a verdict is the same wherever it is asked for.
 */
const decisive: MethodsOfQuestion = {
  newcomers: ["d", "dd", "a", "f", "t", "shown"],
  conversation: [],
  members: [],
  following: [],
  help: methodsOfQuestion.help,
  growth: methodsOfQuestion.growth,
  uptake: methodsOfQuestion.uptake,
  bridging: methodsOfQuestion.bridging,
};

function judgeDecisive(
  question: BacktestQuestion,
  { windows, seed }: { readonly windows: readonly JudgedWindow[]; readonly seed: number },
): BacktestTable {
  const judged = judgedOn(question, windows);
  const methods = decisive[question];
  return tabulateBacktest({ question, judged, methods, resamples: 0, seed });
}

interface OrderTestInput extends BacktestArchive, Pick<BacktestInput, "cuts" | "seed"> {
  readonly onShare: OnShare;
}

/**
 * Whether the lists, in the order of this archive's length and with every rule, foretold better than in-degree: that of
 * attention newcomers, each of what people do who then did it. Linear in posts and interactions, for each cut, but for
 * the communities that bridges are held to.
 */
export function testShownLists({ onShare, ...archive }: OrderTestInput): ListVerdicts {
  const asked = { trainDays: undefined, testDays: undefined, resamples: 0 };
  const input = { ...archive, ...asked, onProgress: (_: string, share = 0) => onShare(share) };
  const plan = planBacktest({ ...input, spanDays: spanOf(input.selection) });
  const windows = judgeWindows(input, { plan, methods: decisive, withCoverage: false });
  onShare(1);
  const judge = (question: BacktestQuestion, method: BacktestMethod): Verdict =>
    judgeMethod(method, judgeDecisive(question, { ...input, windows }));
  return {
    attention: judge("newcomers", "shown"),
    ...Object.fromEntries(
      deedQuestions.map((question) => [
        listOfDeed[question],
        judge(question, listOfDeed[question]),
      ]),
    ),
  };
}

/** The lists that are shown, and the question that each is to answer. */
export const shownLists: readonly Pick<ListVerdict, "question" | "method">[] = [
  { question: "following", method: "starter" },
  { question: "newcomers", method: "shown" },
  { question: "conversation", method: "t" },
  { question: "members", method: "p" },
  ...deedQuestions.map((question) => ({ question, method: listOfDeed[question] })),
];

function judgeMethod(method: BacktestMethod, table: BacktestTable): Verdict {
  const { question, learners, windows, methods } = table;
  const difference = methods.find((result) => result.method === method)?.againstD;
  return {
    ...judgeOrder({ question, learners, windows, difference }),
    elsewhere: pooledEffects[question]?.[method],
  };
}

function spanOf({ first, last }: Selection): number {
  const known = (last - first) / dayMs;
  return Number.isNaN(known) ? 0 : known;
}

interface JudgedWindow {
  readonly window: BacktestWindow;
  readonly byQuestion: ReadonlyMap<BacktestQuestion, JudgedLearners>;
}

function judgedOn(question: BacktestQuestion, windows: readonly JudgedWindow[]): JudgedLearners[] {
  return windows.flatMap(({ byQuestion }) => byQuestion.get(question) ?? []);
}

interface Trial {
  readonly plan: BacktestPlan;
  readonly methods: MethodsOfQuestion;
  /** Whether lists are held to communities, which have to be found for that. */
  readonly withCoverage: boolean;
}

function judgeWindows(
  input: BacktestInput,
  { plan, methods, withCoverage }: Trial,
): JudgedWindow[] {
  return plan.cutDays.map((cutDay, index) => {
    input.onProgress("comparing windows", index / plan.cutDays.length);
    const window = cutAt(cutDay, plan, input);
    const wanted = backtestQuestions.filter(
      (question) => question !== "following" && methods[question].length > 0,
    );
    const orders = makeOrders(
      input,
      window,
      new Set(wanted.flatMap((question) => methods[question])),
    );
    const byQuestion = new Map(
      wanted.map((question) => {
        const learners = isDeed(question)
          ? findDoers(question, {
              archive: input,
              window,
              isListed: orders.has(listOfDeed[question]),
            })
          : findLearners(question, window, input.firstPost);
        const community = withCoverage ? window.training.measure.community() : undefined;
        return [question, judgeLearners({ question, learners, window, community, orders })];
      }),
    );
    return {
      window: {
        trainStart: window.frame.start,
        cut: window.cut,
        testEnd: window.testEnd,
        candidates: window.candidates.length,
        learners: byQuestion.get("newcomers")?.count ?? 0,
      },
      byQuestion,
    };
  });
}

function cutAt(cutDay: number, plan: BacktestPlan, input: BacktestInput): CutArchive {
  const { selection } = input;
  const { trainDays } = plan;
  const cut = selection.first + cutDay * dayMs;
  const trainStart = trainDays === undefined ? selection.first : cut - trainDays * dayMs;
  const testEnd = selection.first + Math.min(cutDay + plan.testDays, plan.endDays) * dayMs;
  // The lists of the whole archive decay at its pace; a training window of its own has its own.
  const pace = trainDays === undefined ? selection : { ...selection, first: trainStart, now: cut };
  return cutArchive(input, {
    train: { since: trainStart, until: cut },
    test: { since: cut, until: testEnd },
    frame: { ...chooseTimeFrame(pace), start: trainStart, now: cut },
  });
}

function notesOn(
  tables: readonly BacktestTable[],
  windows: readonly JudgedWindow[],
): readonly string[] {
  if (windows.length === 0) return ["the archive is too short to be cut in two"];
  const [newcomers] = tables;
  const has = (method: BacktestMethod): boolean =>
    newcomers.methods.some((result) => result.method === method);
  const notes: string[] = [];
  if (newcomers.methods.length === 0) return notes;
  if (newcomers.windows < fewestWindows) {
    notes.push(`fewer than ${fewestWindows} windows cannot tell chance from a difference`);
  }
  if (!has("followers")) notes.push("followers cannot be tried: no profile tells them");
  else notes.push("followers are those of when the posts were fetched, which is after the cuts");
  if (!has("betweenness")) notes.push("betweenness is left out: a network is too large for it");
  return notes;
}
