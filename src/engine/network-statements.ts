import { kindsInTables } from "../model/columns/kinds-in-tables.js";
import { nameWithheld } from "../model/withheld-names.js";
import { isMadeUp, settled } from "./name-statements.js";
import type { Statement, StatementInput } from "./statement.js";

/**
 * The network of the interactions: ties and people, as `network/aggregate.ts` makes them, with names for
 * those alone who may be named.
 */
export function networkStatements(input: StatementInput): Statement[] {
  const { dialect, respect, since, until } = input;
  const isTimeless = since === undefined && until === undefined;
  const listed = `
  UNION ALL SELECT person FROM profiles WHERE is_in_network = 1
  UNION ALL SELECT source FROM tie_rows WHERE NOT is_among_members
  UNION ALL SELECT target FROM tie_rows WHERE NOT is_among_members`;
  const isHidden = [
    "hidden.person IS NOT NULL",
    isMadeUp(dialect, "everybody.person"),
    ...(respect === "indexable" ? ["COALESCE(profiles.is_indexable, 0) = 0"] : []),
  ].join(" OR ");
  return [
    {
      name: "authors",
      about: "who wrote posts that count, how many of their own, and when",
      isKept: true,
      query: `
SELECT person, SUM(CASE WHEN is_own THEN 1 ELSE 0 END) AS posts,
  MIN(CASE WHEN is_own THEN time_ms END) AS first_ms, MAX(CASE WHEN is_own THEN time_ms END) AS last_ms
FROM (
  SELECT ${settled("counted_posts.author", "names")} AS person, time_ms,
    origin_number = 2 AND NOT (has_repost AND NOT adds_words) AS is_own
  FROM counted_posts LEFT JOIN names ON names.name = counted_posts.author
) AS written
WHERE person IS NOT NULL
GROUP BY person`,
    },
    {
      name: "all_ties",
      about: "one tie an ordered pair of people, by their keys",
      isKept: true,
      query: `
SELECT source, target, SUM(weight) AS weight,
  ${kindsInTables.map((kind) => `SUM(CASE WHEN kind = '${kind}' THEN weight ELSE 0 END) AS ${kind}_weight`).join(",\n  ")},
  MIN(first_ms) AS first_ms, MAX(time_ms) AS last_ms
FROM all_interactions
GROUP BY source, target`,
    },
    {
      name: "everybody",
      about: "people on a tie, authors, and whom a network lists",
      query: `
SELECT DISTINCT person FROM (
  SELECT source AS person FROM all_ties
  UNION ALL SELECT target FROM all_ties
  UNION ALL SELECT person FROM authors${isTimeless ? listed : ""}
) AS mentioned
WHERE person IS NOT NULL`,
    },
    {
      name: "people_keys",
      about: "the same, and who of them is not to be named",
      isKept: true,
      query: `
SELECT everybody.person AS person, CASE WHEN ${isHidden} THEN 1 ELSE 0 END AS is_hidden
FROM everybody LEFT JOIN hidden ON hidden.person = everybody.person
  LEFT JOIN profiles ON profiles.person = everybody.person`,
    },
    ...hiddenNames(input),
    {
      name: "person_ids",
      about: "what each person is called in the tables",
      isKept: true,
      query: `
SELECT people_keys.person AS person, is_hidden, COALESCE(hidden_names.id, people_keys.person) AS id
FROM people_keys LEFT JOIN hidden_names ON hidden_names.person = people_keys.person`,
    },
  ];
}

/**
 * Made-up names for those who are not to be named and have none yet, numbered by lot: by a sum that
 * nobody can work out who does not have all posts.
 */
function hiddenNames({ dialect }: StatementInput): Statement[] {
  const share = dialect.numberOfHex(`SUBSTR(${dialect.md5Of("id")}, 1, 8)`);
  const secret = `CAST(total AS ${dialect.text})`;
  const file = `SUBSTR(${dialect.md5Of(`CONCAT('file ', ${secret})`)}, 1, 8)`;
  const [before, between] = nameWithheld("|", 0).split("|");
  return [
    {
      name: "secret",
      about: "a number that rests on all posts and people",
      query: `
SELECT SUM(${share}) AS total FROM (
  SELECT id FROM posts UNION ALL SELECT person AS id FROM people_keys
) AS everything`,
    },
    {
      name: "hidden_names",
      about: "made-up names, numbered by lot",
      isKept: true,
      query: `
SELECT person, CONCAT('${before}', file, '${between.replace("0", "")}', CAST(ROW_NUMBER() OVER (ORDER BY lot, person) AS ${dialect.text})) AS id
FROM (
  SELECT person, ${file} AS file, ${dialect.md5Of(`CONCAT(${secret}, ' ', person)`)} AS lot
  FROM people_keys CROSS JOIN secret
  WHERE is_hidden = 1 AND NOT ${isMadeUp(dialect, "person")}
) AS drawn`,
    },
  ];
}
