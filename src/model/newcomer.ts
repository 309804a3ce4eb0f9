/**
 * So long after they first took part people are new; so long after the start of a collection nobody
 * can be known to be, since everybody seems to come then.
 */
export const newcomerMs = 28 * 86_400_000;

/**
 * Whether somebody is new at a time: they first took part at most 28 days before, and 28 days or
 * more of the archive have passed. Never where one of the three is NaN.
 */
export function isNewAt(time: number, firstPost: number, archiveStart: number): boolean {
  const sinceFirst = time - firstPost;
  return time - archiveStart >= newcomerMs && sinceFirst >= 0 && sinceFirst <= newcomerMs;
}
