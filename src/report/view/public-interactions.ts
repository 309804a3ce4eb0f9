import type { Analysis } from "../../model/analysis.js";
import { none } from "../../model/corpus.js";
import { interactionKinds } from "../../model/interaction.js";
import { makeRows, type Rows } from "../../model/rows.js";
import { printable } from "../../text/unprintable.js";
import type { PublicInteraction, PublicTies } from "./public-report.js";
import { isoTime, rounded } from "./public-values.js";

/** Whose ties these are: accounts and ids in the order of people. */
interface PeopleOfTies {
  readonly ties: PublicTies;
  readonly accounts: Int32Array;
  readonly ids: readonly string[];
  /** 1 for posts whose ids would name somebody; see `heldPosts`. */
  readonly isHeld: Uint8Array;
}

/**
 * Interactions as others may see them: those of people who are named in the order of posts, then those
 * with anybody who is not. Of these each tie and kind is one row, with its weight in `edges.csv`: their
 * number, order, times and posts would lead to somebody.
 */
export function publicInteractions(
  { corpus, interactions, withheld, settings, pseudonymKey }: Analysis,
  people: PeopleOfTies,
): Rows<PublicInteraction> {
  const isNamed = (account: number): boolean =>
    pseudonymKey === undefined && withheld[account] === 0;
  const personOf = new Int32Array(corpus.accounts.length).fill(none);
  for (const [person, account] of people.accounts.entries()) personOf[account] = person;
  const [from, to] = settings.edges.reversed
    ? [interactions.target, interactions.source]
    : [interactions.source, interactions.target];
  const { kind, weight, time, firstTime, post, targetPost } = interactions;
  const { key } = corpus.posts;
  const { isHeld } = people;
  const postId = (at: number): string | undefined =>
    at === none || isHeld[at] === 1 ? undefined : printable(key[at]);
  const told = from.map((_, row) => row).filter((row) => isNamed(from[row]) && isNamed(to[row]));
  const untold = tiesByKind(people.ties, (person) => !isNamed(people.accounts[person]));

  return makeRows(told.length + untold.length, (at) => {
    if (at >= told.length) return untold.row(at - told.length);
    const row = told[at];
    return {
      source: people.ids[personOf[from[row]]],
      target: people.ids[personOf[to[row]]],
      kind: interactionKinds[kind[row]],
      weight: rounded(weight[row]),
      time: isoTime(time[row]),
      first: firstTime[row] < time[row] ? isoTime(firstTime[row]) : undefined,
      post: postId(post[row]),
      targetPost: postId(targetPost[row]),
    };
  });
}

/** A row for each kind of each tie with somebody who is hidden. */
function tiesByKind(
  ties: PublicTies,
  isHidden: (person: number) => boolean,
): Rows<PublicInteraction> {
  const tieOf: number[] = [];
  const kindOf: number[] = [];
  for (const [tie, source] of ties.sourcePerson.entries()) {
    if (!isHidden(source) && !isHidden(ties.targetPerson[tie])) continue;
    const { byKind } = ties.row(tie);
    for (const [kind, name] of interactionKinds.entries()) {
      if (byKind[name] === 0) continue;
      tieOf.push(tie);
      kindOf.push(kind);
    }
  }
  return makeRows(tieOf.length, (at) => {
    const { source, target, byKind } = ties.row(tieOf[at]);
    const kind = interactionKinds[kindOf[at]];
    return {
      source,
      target,
      kind,
      weight: byKind[kind],
      time: undefined,
      first: undefined,
      post: undefined,
      targetPost: undefined,
    };
  });
}
