import { interactionKinds } from "../model/interaction.js";
import { isMadeUp, settled } from "./name-statements.js";
import { type Statement, type StatementInput, textList } from "./statement.js";
import { isInPeriod } from "./time-statements.js";

/** So many digits a place among the relations of a post has. */
const placeDigits = 9;

/**
 * Who engages whom by which post: the rule `clean` of `network/interactions.ts`, and after it ties
 * that came without posts.
 */
export function interactionStatements(input: StatementInput): Statement[] {
  const { dialect, rule } = input;
  const kindNumber = (kind: string): string =>
    `CASE ${kind} ${interactionKinds.map((name, at) => `WHEN '${name}' THEN '${at}'`).join(" ")} END`;
  const kindOfNumber = (digit: string): string =>
    `CASE ${digit} ${interactionKinds.map((name, at) => `WHEN '${at}' THEN '${name}'`).join(" ")} END`;
  const kinds = textList(rule.kinds);
  return [
    {
      name: "relations_in_one_row",
      about: "what posts do that stand in one row",
      query: `
SELECT id AS post, relation.kind AS kind, relation.person AS person, relation.post AS target_post,
  COALESCE(relation.position, 0) AS place, author, origin_number, adds_words, is_digest, has_repost, time_ms
FROM single_posts ${dialect.eachRelation("single_posts.relations")}`,
    },
    {
      name: "relations_of_copies",
      about: "what the newest versions of all other posts do",
      query: `
SELECT post_rows.id AS post, relation.kind AS kind, relation.person AS person, relation.post AS target_post,
  COALESCE(relation.position, 0) AS place
FROM post_rows JOIN merged_posts ON merged_posts.id = post_rows.id AND merged_posts.version = post_rows.version
  ${dialect.eachRelation("post_rows.relations")}`,
    },
    {
      name: "relations_merged",
      about: "the same, each once: two copies may tell different halves of a relation",
      isKept: true,
      query: `
SELECT post, kind, place, SUBSTR(MIN(${inOrder(input, "person")}), 2) AS person,
  MIN(target_post) AS target_post
FROM (
  SELECT post, kind, place, target_post, ${settled("relations_of_copies.person", "names")} AS person
  FROM relations_of_copies LEFT JOIN names ON names.name = relations_of_copies.person
) AS told
GROUP BY post, kind, place, CASE WHEN kind = 'mention' THEN person END`,
    },
    {
      name: "relations",
      about: "what all posts do that count, by the rule; only its own author speaks in a repost",
      isKept: true,
      query: `
SELECT post, kind, place, target_post, ${settled("told.author", "author_names")} AS source,
  ${settled("told.person", "names")} AS target,
  CASE WHEN time_ms <= odd_before OR time_ms >= odd_after THEN NULL ELSE time_ms END AS time_ms
FROM (
  SELECT post, kind, place, person, target_post, author, origin_number, adds_words, is_digest, has_repost, time_ms
  FROM relations_in_one_row
  UNION ALL
  SELECT post, kind, place, person, target_post, author, origin_number, adds_words, is_digest, has_repost, time_ms
  FROM relations_merged JOIN merged_posts ON merged_posts.id = relations_merged.post
) AS told
  LEFT JOIN names ON names.name = told.person
  LEFT JOIN names AS author_names ON author_names.name = told.author
  CROSS JOIN time_ends
WHERE origin_number > 0 AND author IS NOT NULL AND ${isInPeriod(input)}
  AND CASE WHEN has_repost AND NOT adds_words THEN kind = 'repost' ELSE NOT is_digest END`,
    },
    {
      name: "unnamed_relations",
      about: "those that only tell to which post they lead",
      isKept: true,
      query: `
SELECT * FROM relations WHERE source IS NOT NULL AND target IS NULL AND target_post IS NOT NULL`,
    },
    {
      name: "found_relations",
      about: "whose posts these are",
      query: `
SELECT post, kind, place, target_post, source, ${settled("posts.author", "names")} AS target,
  unnamed_relations.time_ms AS time_ms
FROM unnamed_relations JOIN posts ON posts.id = unnamed_relations.target_post
  LEFT JOIN names ON names.name = posts.author
WHERE posts.author IS NOT NULL`,
    },
    {
      name: "engagements",
      about: "one interaction a post and target, by the precedence repost, reply, quote, mention",
      isKept: true,
      query: `
SELECT post, source, target, MIN(time_ms) AS time_ms,
  MIN(CONCAT(${kindNumber("kind")}, LPAD(CAST(place AS ${dialect.text}), ${placeDigits}, '0'), COALESCE(target_post, ''))) AS foremost
FROM (
  SELECT post, kind, place, target_post, source, target, time_ms FROM relations
  WHERE source IS NOT NULL AND target IS NOT NULL
  UNION ALL
  SELECT post, kind, place, target_post, source, target, time_ms FROM found_relations
) AS known
WHERE source <> target
GROUP BY post, source, target`,
    },
    ...tieStatements(input),
    {
      name: "all_interactions",
      about: "interactions of the kinds that are wanted, by keys of people",
      isKept: true,
      query: `
SELECT ${rule.reversed ? "target AS source, source AS target" : "source, target"}, kind, weight, time_ms, first_ms, post, target_post
FROM (
  SELECT source, target, ${kindOfNumber("SUBSTR(foremost, 1, 1)")} AS kind, CAST(1 AS ${dialect.double}) AS weight,
    time_ms, time_ms AS first_ms, post, NULLIF(SUBSTR(foremost, ${placeDigits + 2}), '') AS target_post
  FROM engagements
  UNION ALL
  SELECT source, target, kind, weight, last_ms AS time_ms, first_ms,
    CAST(NULL AS ${dialect.text}) AS post, CAST(NULL AS ${dialect.text}) AS target_post
  FROM counted_ties WHERE source <> target
) AS both_sorts
WHERE kind IN (${kinds})`,
    },
  ];
}

/** Ties without posts: those among members count only between people who are there without them. */
function tieStatements(input: StatementInput): Statement[] {
  const { dialect, since, until } = input;
  const isOfPeriod = [
    ...(since === undefined ? [] : [`first_ms >= ${since} AND last_ms >= ${since}`]),
    ...(until === undefined ? [] : [`first_ms < ${until} AND last_ms < ${until}`]),
  ].join(" AND ");
  return [
    {
      name: "tie_rows",
      about: "rows of ties, and of interactions whose posts are not there",
      query: `
SELECT ${settled("told.source", "source_names")} AS source, ${settled("told.target", "target_names")} AS target,
  kind, weight, is_among_members, COALESCE(first_ms, last_ms) AS first_ms, COALESCE(last_ms, first_ms) AS last_ms
FROM (
  SELECT source, target, kind, weight, COALESCE(isAmongMembers, FALSE) AS is_among_members,
    ${dialect.millisecondsOf("first")} AS first_ms,
    CASE WHEN tagatlas = 'tie' THEN ${dialect.millisecondsOf("last")} ELSE ${dialect.millisecondsOf("time")} END AS last_ms
  FROM tagatlas_rows
  WHERE tagatlas IN ('tie', 'interaction') AND (tagatlas = 'tie' OR schemaVersion = 1)
    AND source <> '' AND target <> '' AND weight > 0 AND kind IN (${textList(interactionKinds)})
) AS told
  LEFT JOIN names AS source_names ON source_names.name = told.source
  LEFT JOIN names AS target_names ON target_names.name = told.target`,
    },
    {
      name: "ties_among_members",
      about: "whom people follow, say, each pair once",
      isKept: true,
      query: `
SELECT source, target, MIN(kind) AS kind, MIN(weight) AS weight, MIN(first_ms) AS first_ms, MAX(last_ms) AS last_ms
FROM tie_rows WHERE is_among_members
GROUP BY source, target`,
    },
    {
      name: "members",
      about: "who of their ends wrote a post that counts, or is named by one",
      isKept: true,
      query: `
SELECT person FROM (
  SELECT ${settled("counted_posts.author", "names")} AS person
  FROM counted_posts LEFT JOIN names ON names.name = counted_posts.author
  UNION ALL
  SELECT ${settled("told.person", "names")} AS person FROM (
    SELECT person, origin_number, time_ms FROM relations_in_one_row
    UNION ALL
    SELECT person, origin_number, time_ms FROM relations_merged
      JOIN merged_posts ON merged_posts.id = relations_merged.post
  ) AS told LEFT JOIN names ON names.name = told.person
  WHERE origin_number > 0 AND ${isInPeriod(input)}
) AS named
WHERE person IN (SELECT source FROM ties_among_members UNION DISTINCT SELECT target FROM ties_among_members)
GROUP BY person`,
    },
    {
      name: "counted_ties",
      about: "ties without posts that count",
      query: `
SELECT source, target, kind, weight, first_ms, last_ms FROM tie_rows
WHERE NOT is_among_members AND source IS NOT NULL AND target IS NOT NULL${isOfPeriod === "" ? "" : ` AND ${isOfPeriod}`}
UNION ALL
SELECT source, target, kind, weight, first_ms, last_ms FROM ties_among_members
WHERE source IN (SELECT person FROM members) AND target IN (SELECT person FROM members)`,
    },
  ];
}

/** A key that sorts as `network/order-by-key.ts` does: made-up names stand last. Its first sign is ours. */
function inOrder({ dialect }: StatementInput, key: string): string {
  return `CASE WHEN ${key} IS NOT NULL THEN CONCAT(CASE WHEN ${isMadeUp(dialect, key)} THEN '1' ELSE '0' END, ${key}) END`;
}
