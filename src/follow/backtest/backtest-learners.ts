import type { BacktestQuestion, DeedQuestion } from "../../model/backtest.js";
import { type InteractionTable, interactionKinds } from "../../model/interaction.js";
import type { CutArchive } from "./backtest-window.js";

/** Somebody of whom it is known whom they engaged after the cut. */
export interface Learner {
  readonly account: number;
  /** Candidates, at least one; never oneself, since clean ties have no loops. */
  readonly truth: ReadonlySet<number>;
  /** Whom they had engaged before the cut. */
  readonly contacts: ReadonlySet<number>;
}

const reply = interactionKinds.indexOf("reply");
const mention = interactionKinds.indexOf("mention");
const follow = interactionKinds.indexOf("follow");

/**
 * Learners of a window, by account. Newcomers took part for the first time after the cut; for
 * `newcomers` truth is whom they then replied to, mentioned, reposted or quoted, for `conversation`
 * whom they replied to or mentioned. `members` engaged somebody before the cut; their truth is whom
 * they engaged after it and had not before.
 */
export function findLearners(
  question: Exclude<BacktestQuestion, DeedQuestion>,
  window: CutArchive,
  firstPost: Float64Array,
): Learner[] {
  const { training, test, cut, isCandidate } = window;
  const before = question === "members" ? targetsBySource(training.interactions) : undefined;
  const learners: Learner[] = [];
  const after = targetsBySource(test, question === "conversation" ? isTalk : undefined);
  for (const [account, targets] of [...after].sort(([a], [b]) => a - b)) {
    const contacts = before?.get(account) ?? new Set();
    const isNew = firstPost[account] >= cut;
    if (question === "members" ? contacts.size === 0 : !isNew) continue;
    const truth = [...targets].filter(
      (target) => isCandidate[target] === 1 && !contacts.has(target),
    );
    if (truth.length > 0) learners.push({ account, truth: new Set(truth), contacts });
  }
  return learners;
}

function isTalk(kind: number): boolean {
  return kind === reply || kind === mention;
}

function targetsBySource(
  interactions: InteractionTable,
  isWanted: (kind: number) => boolean = (kind) => kind !== follow,
): Map<number, Set<number>> {
  const targets = new Map<number, Set<number>>();
  for (let row = 0; row < interactions.count; row += 1) {
    if (!isWanted(interactions.kind[row])) continue;
    const source = interactions.source[row];
    const known = targets.get(source);
    if (known === undefined) targets.set(source, new Set([interactions.target[row]]));
    else known.add(interactions.target[row]);
  }
  return targets;
}
