/**
 * So long after they first took part people are new; so long after the start of a collection nobody
 * can be known to be, since everybody seems to come then.
 */
export const newcomerMs = 28 * 86_400_000;
