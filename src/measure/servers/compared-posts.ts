import type { Corpus } from "../../model/corpus.js";
import { dayMs } from "../../model/durations.js";
import { UserError } from "../../model/errors.js";
import { postOrigins } from "../../model/item.js";
import type { Selection } from "../../model/selection.js";

/** So far back servers count. */
export const periodMs = 7 * dayMs;

const found = postOrigins.indexOf("found");

/** Posts that stand beside what servers count, and from when to when they are. */
export interface ComparedPosts {
  readonly from: number;
  readonly to: number;
  /** Rows of the corpus. */
  readonly posts: readonly number[];
}

/**
 * The found posts of the days that servers count, up to when the last of ours was asked.
 *
 * @throws {UserError} where there are none.
 */
export function findComparedPosts(
  corpus: Corpus,
  { origin, time }: Selection,
  now: number,
): ComparedPosts {
  const askedAt = corpus.answers.flatMap(({ step, retrievedAt }) =>
    step === "timeline" ? (retrievedAt ?? []) : [],
  );
  const to = Math.min(
    now,
    askedAt.reduce((a, b) => Math.max(a, b), 0),
  );
  const posts = Array.from(origin.keys()).filter(
    (post) => origin[post] === found && time[post] >= now - periodMs && time[post] <= to,
  );
  if (posts.length === 0) {
    throw new UserError(
      "no post of the last seven days is here, which is what servers count",
      "run collect again first, or begin with a server: --from mastodon.social",
    );
  }
  const oldest = posts.reduce((least, post) => Math.min(least, time[post]), to);
  // Where there are posts of before, the whole of the seven days is covered.
  const reachesBack = origin.some((each, post) => each === found && time[post] < now - periodMs);
  return { from: reachesBack ? now - periodMs : oldest, to, posts };
}
