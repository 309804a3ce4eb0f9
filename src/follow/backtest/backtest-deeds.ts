import type { DeedQuestion } from "../../model/backtest.js";
import { isRepost, none } from "../../model/corpus.js";
import { dayMs } from "../../model/durations.js";
import { interactionKinds } from "../../model/interaction.js";
import { postOrigins } from "../../model/item.js";
import { isNewAt } from "../../model/newcomer.js";
import type { Learner } from "./backtest-learners.js";
import type { BacktestArchive, CutArchive } from "./backtest-window.js";

interface DeedInput {
  readonly archive: BacktestArchive;
  readonly window: CutArchive;
  /** Whether the list that says so named anybody at the cut: one without people foretells nothing. */
  readonly isListed: boolean;
}

/**
 * What a list of what people do is held to, as one learner whose truth are the candidates who did it after the cut;
 * nobody where none did. By question:
 *
 * - `help`: they replied to a newcomer, as `isNewAt` has it.
 * - `growth`: two people or more engaged them who had not before, and more a day than before the cut.
 * - `uptake`: somebody else answered, quoted or reposted a post of theirs with a link, or posted the link after them.
 * - `bridging`: they engaged, or were engaged by, people of two communities or more, as these were before the cut.
 */
export function findDoers(question: DeedQuestion, input: DeedInput): Learner[] {
  const { isCandidate } = input.window;
  const doers = input.isListed ? finders[question](input) : [];
  const truth = new Set([...doers].filter((account) => isCandidate[account] === 1));
  return truth.size === 0 ? [] : [{ account: none, truth, contacts: new Set() }];
}

const finders: Readonly<Record<DeedQuestion, (input: DeedInput) => Iterable<number>>> = {
  help: whoAnswered,
  growth: whoGained,
  uptake: whoseLinksWereTakenUp,
  bridging: whoBridged,
};

const fewestGained = 2;
const fewestCommunities = 2;

const found = postOrigins.indexOf("found");
const reply = interactionKinds.indexOf("reply");
const mention = interactionKinds.indexOf("mention");
const follow = interactionKinds.indexOf("follow");

function whoAnswered({ archive, window: { test } }: DeedInput): number[] {
  const { firstPost, selection } = archive;
  return [...test.source].filter(
    (_, row) =>
      test.kind[row] === reply &&
      isNewAt(test.time[row], firstPost[test.target[row]], selection.first),
  );
}

function whoGained({ window }: DeedInput): number[] {
  const before = engagersOf(window.training.interactions);
  const daysBefore = (window.cut - window.frame.start) / dayMs;
  const daysAfter = (window.testEnd - window.cut) / dayMs;
  return [...engagersOf(window.test)].flatMap(([target, engagers]) => {
    const known = before.get(target) ?? new Set();
    const gained = [...engagers].filter((person) => !known.has(person)).length;
    const isFaster = gained / daysAfter > known.size / daysBefore;
    return gained >= fewestGained && isFaster ? [target] : [];
  });
}

function engagersOf({ count, source, target, kind }: CutArchive["test"]): Map<number, Set<number>> {
  const engagers = new Map<number, Set<number>>();
  for (let row = 0; row < count; row += 1) {
    if (kind[row] === follow) continue;
    engagers.set(target[row], (engagers.get(target[row]) ?? new Set()).add(source[row]));
  }
  return engagers;
}

function whoseLinksWereTakenUp({ archive, window }: DeedInput): Set<number> {
  const { corpus, selection } = archive;
  const { author, links } = corpus.posts;
  const { test } = window;
  const doers = new Set<number>();
  const sharersOf = new Map<number, Set<number>>();
  const isShared = (post: number): boolean =>
    post !== none &&
    selection.origin[post] === found &&
    author[post] !== none &&
    selection.time[post] >= window.cut &&
    selection.time[post] < window.testEnd &&
    links.offsets[post + 1] > links.offsets[post];
  // Posts stand by time.
  for (let post = 0; post < corpus.posts.count; post += 1) {
    if (!isShared(post)) continue;
    for (let at = links.offsets[post]; at < links.offsets[post + 1]; at += 1) {
      const sharers = sharersOf.get(links.columns[at]) ?? new Set();
      for (const sharer of sharers) if (sharer !== author[post]) doers.add(sharer);
      if (!isRepost(corpus, post)) sharersOf.set(links.columns[at], sharers.add(author[post]));
    }
  }
  for (let row = 0; row < test.count; row += 1) {
    const { kind, targetPost: post } = test;
    if (kind[row] === mention || kind[row] === follow || !isShared(post[row])) continue;
    if (!isRepost(corpus, post[row])) doers.add(author[post[row]]);
  }
  return doers;
}

function whoBridged({ window: { training, test } }: DeedInput): number[] {
  const community = training.measure.community();
  const met = new Map<number, Set<number>>();
  const meet = (account: number, other: number): void => {
    if (community[other] === none) return;
    met.set(account, (met.get(account) ?? new Set()).add(community[other]));
  };
  for (let row = 0; row < test.count; row += 1) {
    if (test.kind[row] === follow) continue;
    meet(test.source[row], test.target[row]);
    meet(test.target[row], test.source[row]);
  }
  return [...met].flatMap(([account, { size }]) => (size >= fewestCommunities ? [account] : []));
}
