import { z } from "zod";
import { dayMs } from "../../model/durations.js";

/** How often a hashtag was used, as a server counted it. */
export interface TagHistory {
  /** Posts of up to seven days, the current one among them. */
  readonly posts: number;
  /** The people of each day, added up: who wrote on two days is counted twice. */
  readonly people: number;
  /** Posts in a whole day, on average. */
  readonly postsADay: number;
}

/** No hashtag has more in a day. */
const mostUses = 100_000_000;

const uses = z
  .union([z.int(), z.string().regex(/^\d{1,9}$/u)])
  .transform(Number)
  .pipe(z.int().nonnegative().max(mostUses));
const daySchema = z.object({ day: z.union([z.int(), z.string()]), uses, accounts: uses });
const tagSchema = z.object({ history: z.array(z.unknown()).min(1) });

/**
 * Reads `/api/v1/tags/:name`: seven days of uses and accounts, the current day first and not over yet.
 * `undefined` where the server does not count, as GoToSocial, or counts what cannot be. Mastodon
 * counts public posts by the day of their arrival, and not those of people whom it has limited
 * (`app/models/trends/tags.rb`).
 */
export function readTagHistory(value: unknown, now: number): TagHistory | undefined {
  const days = tagSchema
    .safeParse(value)
    .data?.history.slice(0, 7)
    .map((day) => daySchema.safeParse(day).data);
  if (days === undefined || days.length === 0 || days.some((day) => day === undefined)) {
    return undefined;
  }
  const sum = (key: "uses" | "accounts"): number =>
    days.reduce((total, day) => total + (day?.[key] ?? 0), 0);
  const shareOfToday = (now % dayMs) / dayMs;
  const posts = sum("uses");
  return {
    posts,
    people: sum("accounts"),
    postsADay: posts / Math.max(days.length - 1 + shareOfToday, 0.25),
  };
}
