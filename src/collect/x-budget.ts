import { SourceError } from "../model/errors.js";
import { billedIds } from "./x-content.js";

/** What X takes for a post and for a person, in dollars (since February 2026). */
export const xPrices = { post: 0.005, person: 0.01 } as const;

/**
 * What a post of a search can bring along at most: with itself, the post that it answers and the one
 * that it quotes, the authors of the three, and the person whom it answers.
 */
export const dearestPost = 3 * xPrices.post + 4 * xPrices.person;

/** What a run may cost, and what it has cost up to now. */
export interface XBudget {
  /** In dollars: each post and each person once. */
  spent(): number;
  /**
   * How many of so many posts or people may still be bought.
   *
   * @throws {SourceError} where it is fewer than `least`.
   */
  affordable(wanted: number, least: number, priceEach: number): number;
  /** Adds what a page holds. */
  pay(body: unknown): void;
}

/** A budget of so many dollars; without one, as much as it takes. */
export function startBudget(maxCost: number | undefined): XBudget {
  const posts = new Set<string>();
  const people = new Set<string>();
  const spent = (): number => posts.size * xPrices.post + people.size * xPrices.person;
  return {
    spent,
    affordable(wanted, least, priceEach) {
      if (maxCost === undefined) return wanted;
      const affordable = Math.floor((maxCost - spent()) / priceEach + 1e-9);
      if (affordable >= Math.min(least, wanted)) return Math.min(wanted, affordable);
      const smallest = dollars(Math.min(least, wanted) * priceEach);
      throw new SourceError("refused", {
        whatHappened: `more of X could cost more than --max-cost: ${dollars(spent())} of ${dollars(maxCost)} are spent, and the next page can cost ${smallest}`,
        nextStep: "run the same command with a higher --max-cost: it goes on where it stopped",
      });
    },
    pay(body) {
      const billed = billedIds(body);
      for (const id of billed.posts) posts.add(id);
      for (const id of billed.people) people.add(id);
    },
  };
}

/** An amount of dollars, to the cent. */
export function dollars(amount: number): string {
  return `$${amount.toFixed(2)}`;
}

/** What so many posts will cost, in words. */
export function costOfPosts(posts: number): string {
  const withAuthors = posts * (xPrices.post + xPrices.person);
  return `${posts} posts are ${dollars(posts * xPrices.post)}, with their authors up to ${dollars(withAuthors)}, and with what they answer and quote never more than ${dollars(posts * dearestPost)}`;
}
