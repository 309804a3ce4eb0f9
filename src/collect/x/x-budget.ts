import { SourceError } from "../../model/errors.js";
import type { Answer } from "../http.js";
import { billedIds } from "./x-content.js";
import { type XDetail, xDetails } from "./x-dialect.js";

/** What X takes for a post and for a person, in dollars (since February 2026). */
export const xPrices = { post: 0.005, person: 0.01 } as const;

/**
 * What a post of a search can cost at most. Everything is, with itself, the post that it answers and the
 * one that it quotes, the authors of the three, and the person whom it answers.
 */
export const dearestPost: Readonly<Record<XDetail, number>> = {
  everything: 3 * xPrices.post + 4 * xPrices.person,
  people: xPrices.post + 2 * xPrices.person,
  authors: xPrices.post + xPrices.person,
};

/** What a run may cost, and what it has cost up to now. */
export interface XBudget {
  /** In dollars: each post and each person once a day. */
  spent(): number;
  /** A person has agreed to so many dollars more; without a sum for the run, nothing else counts. */
  agree(more: number): void;
  /**
   * How many of so many posts or people may still be bought.
   *
   * @throws {SourceError} where it is fewer than `least`.
   */
  affordable(wanted: number, least: number, priceEach: number): number;
  /** In how much detail `least` posts can be bought; the least detail where in none. */
  affordableDetail(least: number): XDetail;
  /** Adds what a page holds. */
  pay(answer: Pick<Answer, "value" | "receivedAt">): void;
}

/**
 * A budget of so many dollars for the whole run; without one, nothing can be bought until a person
 * has agreed to a sum.
 */
export function startBudget(maxCost: number | undefined): XBudget {
  const posts = new Set<string>();
  const people = new Set<string>();
  let limit = maxCost ?? 0;
  const fitting = (priceEach: number): number => Math.floor((limit - spent()) / priceEach + 1e-9);
  const spent = (): number => posts.size * xPrices.post + people.size * xPrices.person;
  return {
    spent,
    agree(more) {
      // What is left of an earlier sum was agreed to for something else.
      if (maxCost === undefined) limit = spent() + more;
    },
    affordable(wanted, least, priceEach) {
      const fewest = Math.min(least, wanted);
      const affordable = fitting(priceEach);
      if (affordable >= fewest) return Math.min(wanted, affordable);
      const smallest = dollars(fewest * priceEach);
      const why = fewest > 1 ? `, as X sells no fewer than ${fewest} at once` : "";
      const sum = maxCost === undefined ? "was agreed to" : "--max-cost";
      throw new SourceError("refused", {
        whatHappened: `more of X could cost more than ${sum}: ${dollars(spent())} of ${dollars(limit)} are spent, and the next page can cost ${smallest}${why}`,
        nextStep:
          maxCost === undefined
            ? "run the same command again: it goes on where it stopped, and asks anew"
            : "run the same command with a higher --max-cost: it goes on where it stopped",
      });
    },
    affordableDetail(least) {
      // A person has said yes to posts with everything.
      if (maxCost === undefined) return "everything";
      return xDetails.find((detail) => fitting(dearestPost[detail]) >= least) ?? "authors";
    },
    pay({ value, receivedAt }) {
      const billed = billedIds(value);
      // X bills the same thing once within a day of UTC.
      const day = new Date(receivedAt).toISOString().slice(0, 10);
      for (const id of billed.posts) posts.add(`${day} ${id}`);
      for (const id of billed.people) people.add(`${day} ${id}`);
    },
  };
}

/** An amount of dollars, rounded up to the cent. */
export function dollars(amount: number): string {
  return `$${(Math.ceil(amount * 100 - 1e-6) / 100).toFixed(2)}`;
}

/**
 * What so many posts will cost, in words. `most` is how many can be bought at most: a page has a
 * smallest size.
 */
export function costOfPosts(posts: number, most: number): string {
  const withAuthors = posts * (xPrices.post + xPrices.person);
  const why = most > posts ? ", as X sells no fewer at once" : "";
  return `${posts} posts are ${dollars(posts * xPrices.post)}, with their authors up to ${dollars(withAuthors)}, and with what they answer and quote never more than ${dollars(most * dearestPost.everything)}${why}`;
}
