import type { Account } from "../model/account.js";
import type { InteractionTable } from "../model/interaction.js";

/**
 * The interactions of people: those of accounts whose profile says that they are automated, or a group, are
 * left out, since what a program or a group passes on is no person's attention. They stand in the network
 * all the same. O(interactions).
 */
export function ofPeople(
  interactions: InteractionTable,
  accounts: readonly Account[],
): InteractionTable {
  const isPerson = Uint8Array.from(accounts, ({ isBot, isGroup }) =>
    isBot === true || isGroup === true ? 0 : 1,
  );
  if (!isPerson.includes(0)) return interactions;
  const isKept = (_: unknown, row: number): boolean => isPerson[interactions.source[row]] === 1;
  const source = interactions.source.filter(isKept);
  return {
    ...interactions,
    count: source.length,
    source,
    target: interactions.target.filter(isKept),
    kind: interactions.kind.filter(isKept),
    weight: interactions.weight.filter(isKept),
    time: interactions.time.filter(isKept),
    firstTime: interactions.firstTime.filter(isKept),
    post: interactions.post.filter(isKept),
    targetPost: interactions.targetPost.filter(isKept),
  };
}
