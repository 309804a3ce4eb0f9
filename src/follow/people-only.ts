import type { Account } from "../model/account.js";
import { type InteractionTable, keepRows } from "../model/interaction.js";

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
  return keepRows(interactions, (row) => isPerson[interactions.source[row]] === 1);
}
