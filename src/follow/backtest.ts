import {
  type Backtest,
  type BacktestMethod,
  type BacktestPlan,
  type BacktestQuestion,
  type BacktestTable,
  type BacktestWindow,
  backtestQuestions,
} from "../model/backtest.js";
import type { OnProgress } from "../model/progress.js";
import { findLearners } from "./backtest-learners.js";
import { makeOrders } from "./backtest-orders.js";
import { planBacktest } from "./backtest-plan.js";
import { tabulateBacktest } from "./backtest-table.js";
import { type BacktestArchive, cutArchive } from "./backtest-window.js";
import { defaultOrder } from "./default-order.js";
import { type JudgedLearners, judgeLearners } from "./judge-learners.js";
import { chooseTimeFrame, dayMs } from "./time-frame.js";
import { judgeOrder } from "./verdict.js";

export interface BacktestInput extends BacktestArchive {
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
  const { selection, onProgress } = input;
  const known = selection.last - selection.first;
  const spanDays = Number.isNaN(known) ? 0 : known / dayMs;
  const plan = planBacktest({ ...input, spanDays });
  const windows: JudgedWindow[] = [];
  for (const [index, cutDay] of plan.cutDays.entries()) {
    onProgress("comparing windows", index / plan.cutDays.length);
    windows.push(judgeWindow(input, plan, cutDay));
  }
  onProgress("resampling");
  const tables = backtestQuestions.map((question) =>
    tabulateBacktest({
      question,
      judged: windows.flatMap(({ byQuestion }) => byQuestion.get(question) ?? []),
      resamples: input.resamples,
      seed: input.seed,
    }),
  );
  const order = defaultOrder(spanDays);
  const [newcomers] = tables;
  const tested = newcomers.methods.find(({ method }) => method === order);
  return {
    plan,
    windows: windows.map(({ window }) => window),
    tables,
    order,
    verdict: judgeOrder(newcomers.learners, tested?.againstD),
    notes: notesOn(tables, windows),
  };
}

interface JudgedWindow {
  readonly window: BacktestWindow;
  readonly byQuestion: ReadonlyMap<BacktestQuestion, JudgedLearners>;
}

function judgeWindow(input: BacktestInput, plan: BacktestPlan, cutDay: number): JudgedWindow {
  const cut = input.selection.first + cutDay * dayMs;
  const trainStart = cut - plan.trainDays * dayMs;
  const testEnd = cut + plan.testDays * dayMs;
  const window = cutArchive(input, {
    train: { since: trainStart, until: cut },
    test: { since: cut, until: testEnd },
    frame: chooseTimeFrame({ ...input.selection, first: trainStart, now: cut }),
  });
  const orders = makeOrders(input, window);
  const byQuestion = new Map(
    backtestQuestions.map((question) => {
      const learners = findLearners(question, window, input.firstPost);
      return [question, judgeLearners({ question, learners, window, orders })];
    }),
  );
  return {
    window: {
      trainStart,
      cut,
      testEnd,
      candidates: window.candidates.length,
      learners: byQuestion.get("newcomers")?.count ?? 0,
    },
    byQuestion,
  };
}

/** Fewer than these say little of how windows differ. */
const enoughWindows = 5;

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
  if (newcomers.windows < enoughWindows) {
    notes.push(
      `with ${newcomers.windows === 1 ? "one window" : `${newcomers.windows} windows`} the intervals are rough`,
    );
  }
  if (!has("followers")) notes.push("followers cannot be tried: no profile tells them");
  else notes.push("followers are those of when the posts were fetched, which is after the cuts");
  if (!has("betweenness")) notes.push("betweenness is left out: a network is too large for it");
  return notes;
}
