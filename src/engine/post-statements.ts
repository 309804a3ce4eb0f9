import { interactionKinds } from "../model/interaction.js";
import { postOrigins } from "../model/item.js";
import { type Statement, type StatementInput, textList } from "./statement.js";

const postKinds = interactionKinds.filter((kind) => kind !== "follow");

/**
 * Posts, each once. Most stand in one row, and pass through; only where several rows are one post are
 * they grouped: the newest version says what it does, and all of them who wrote it and when.
 */
export function postStatements({ dialect }: StatementInput): Statement[] {
  const { anyRelation, millisecondsOf } = dialect;
  const isKnownKind = `r.kind IN (${textList(postKinds)})`;
  return [
    {
      name: "post_rows",
      about: "rows of posts; those that no reader would take are left out",
      query: `
SELECT id, author, ${millisecondsOf("time")} AS time_ms,
  CASE origin WHEN '${postOrigins[2]}' THEN 2 WHEN '${postOrigins[1]}' THEN 1 ELSE 0 END AS origin_number,
  COALESCE(version, 0) AS version, COALESCE(addsWords, FALSE) AS adds_words,
  COALESCE(isDigest, FALSE) AS is_digest,
  ${anyRelation("relations", "r.kind = 'repost'")} AS has_repost, relations
FROM tagatlas_rows
WHERE tagatlas = 'post' AND id <> '' AND origin IN (${textList(postOrigins)})
  AND NOT ${anyRelation("relations", `NOT (${isKnownKind}) OR r.kind IS NULL`)}`,
    },
    {
      name: "copies",
      about: "posts of which there are several rows, with their newest version",
      isKept: true,
      query: `
SELECT id, MAX(version) AS version FROM post_rows GROUP BY id HAVING COUNT(*) > 1`,
    },
    {
      name: "merged_posts",
      about: "the same posts, each once",
      isKept: true,
      query: `
SELECT post_rows.id, MIN(author) AS author, MIN(time_ms) AS time_ms, MAX(origin_number) AS origin_number,
  MAX(copies.version) AS version,
  MAX(CASE WHEN adds_words AND post_rows.version = copies.version THEN 1 ELSE 0 END) = 1 AS adds_words,
  MAX(CASE WHEN is_digest AND post_rows.version = copies.version THEN 1 ELSE 0 END) = 1 AS is_digest,
  MAX(CASE WHEN has_repost AND post_rows.version = copies.version THEN 1 ELSE 0 END) = 1 AS has_repost
FROM post_rows JOIN copies ON post_rows.id = copies.id
GROUP BY post_rows.id`,
    },
    {
      name: "single_posts",
      about: "posts that stand in one row",
      query: `
SELECT * FROM post_rows WHERE NOT EXISTS (SELECT 1 FROM copies WHERE copies.id = post_rows.id)`,
    },
    {
      name: "posts",
      about: "all posts, each once",
      query: `
SELECT id, author, time_ms, origin_number, adds_words, is_digest, has_repost FROM single_posts
UNION ALL
SELECT id, author, time_ms, origin_number, adds_words, is_digest, has_repost FROM merged_posts`,
    },
  ];
}
