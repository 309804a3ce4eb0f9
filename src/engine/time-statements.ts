import type { Statement, StatementInput } from "./statement.js";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** Whether a post is of the period that was asked for. */
export function isInPeriod({ since, until }: Pick<StatementInput, "since" | "until">): string {
  const from = since === undefined ? [] : [`time_ms >= ${since}`];
  const before = until === undefined ? [] : [`time_ms < ${until}`];
  return [...from, ...before].join(" AND ") || "TRUE";
}

/**
 * Which times are odd, as `network/time-ends.ts` says it. Only a gap of days can part odd posts from the
 * rest, so posts are counted by hour, and no engine has to sort them all: gaps within an hour decide nothing.
 */
export function timeStatements(input: StatementInput): Statement[] {
  const { since, until, dialect } = input;
  const isHit = `origin_number = 2 AND time_ms IS NOT NULL AND ${isInPeriod(input)}`;
  return [
    {
      name: "hours",
      about: "hits by hour, with how many are before it and when the last of these was",
      isKept: true,
      query: `
SELECT hour, posts, earliest, latest,
  COALESCE(SUM(posts) OVER (ORDER BY hour ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS posts_before,
  LAG(latest) OVER (ORDER BY hour) AS latest_before
FROM (
  SELECT FLOOR(time_ms / ${hourMs}) AS hour, COUNT(*) AS posts, MIN(time_ms) AS earliest, MAX(time_ms) AS latest
  FROM posts WHERE ${isHit}
  GROUP BY FLOOR(time_ms / ${hourMs})
) AS counted`,
    },
    {
      name: "middle",
      about: "the places of the first and the last post that are surely not odd",
      isKept: true,
      query: `
SELECT few AS first_place, total - 1 - few AS last_place
FROM (
  SELECT total, CASE WHEN total < 10 THEN 0 ELSE GREATEST(1, FLOOR(total / 50)) END AS few
  FROM (SELECT COALESCE(SUM(posts), 0) AS total FROM hours) AS counted
) AS shared`,
    },
    {
      name: "times_at_ends",
      about: "the times of the posts in the hours of both places, by place",
      query: `
SELECT hours.posts_before + ROW_NUMBER() OVER (PARTITION BY hours.hour ORDER BY time_ms) - 1 AS place, time_ms
FROM posts JOIN (
  SELECT hour, posts_before FROM hours CROSS JOIN middle
  WHERE (posts_before <= first_place AND first_place < posts_before + posts)
    OR (posts_before <= last_place AND last_place < posts_before + posts)
) AS hours ON FLOOR(posts.time_ms / ${hourMs}) = hours.hour
WHERE ${isHit}`,
    },
    {
      name: "time_ends",
      about: "the last odd time before the others and the first after them, one row",
      isKept: true,
      query: `
SELECT ${since === undefined ? "MAX(CASE WHEN posts_before <= first_place THEN latest_before END)" : `MAX(CAST(NULL AS ${dialect.double}))`} AS odd_before,
  ${until === undefined ? "MIN(CASE WHEN posts_before > last_place THEN earliest END)" : `MAX(CAST(NULL AS ${dialect.double}))`} AS odd_after
FROM hours CROSS JOIN middle CROSS JOIN (
  SELECT GREATEST(
    LEAST(${14 * dayMs}, GREATEST(${2 * dayMs}, COALESCE(last_time - first_time, 0) / 2)),
    3 * COALESCE(largest_gap, 0)) AS longest_gap
  FROM (
    SELECT MIN(CASE WHEN place = first_place THEN time_ms END) AS first_time,
      MIN(CASE WHEN place = last_place THEN time_ms END) AS last_time
    FROM times_at_ends CROSS JOIN middle
  ) AS span CROSS JOIN (
    SELECT MAX(earliest - latest_before) AS largest_gap FROM hours CROSS JOIN middle
    WHERE posts_before > first_place AND posts_before <= last_place
  ) AS gaps
) AS longest
WHERE earliest - latest_before > longest_gap`,
    },
    {
      name: "counted_posts",
      about: "posts that count, with no time where it is odd",
      query: `
SELECT id, author, origin_number, adds_words, is_digest, has_repost,
  CASE WHEN time_ms <= odd_before OR time_ms >= odd_after THEN NULL ELSE time_ms END AS time_ms
FROM posts CROSS JOIN time_ends
WHERE origin_number > 0 AND ${isInPeriod(input)}`,
    },
  ];
}
