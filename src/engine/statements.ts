import { interactionStatements } from "./interaction-statements.js";
import { nameStatements } from "./name-statements.js";
import { networkStatements } from "./network-statements.js";
import { postStatements } from "./post-statements.js";
import type { Statement, StatementInput } from "./statement.js";
import { tableStatements } from "./table-statements.js";
import { timeStatements } from "./time-statements.js";

/**
 * The edge contract as SQL: from `tagatlas_rows`, the rows of files of posts and interactions, to the tables
 * `interactions`, `ties` and `people`. Each statement reads those before it.
 */
export function engineStatements(input: StatementInput): Statement[] {
  return [
    ...nameStatements(input),
    ...postStatements(input),
    ...timeStatements(input),
    ...interactionStatements(input),
    ...networkStatements(input),
    ...tableStatements(input),
    {
      name: "counts",
      about: "how many of each there are, and rows that nobody could read; one row",
      query: `
SELECT (SELECT COUNT(*) FROM counted_posts) AS posts, (SELECT COUNT(*) FROM person_ids) AS people,
  (SELECT COUNT(*) FROM all_ties) AS ties, (SELECT COUNT(*) FROM all_interactions) AS interactions,
  (SELECT COUNT(*) FROM person_ids WHERE is_hidden = 1) AS withheld,
  (SELECT COUNT(*) FROM tagatlas_rows WHERE tagatlas IS NULL OR tagatlas NOT IN ('posts', 'person', 'post', 'tie', 'answer', 'interaction'))
    + (SELECT COUNT(*) FROM tagatlas_rows WHERE tagatlas = 'post') - (SELECT COUNT(*) FROM post_rows) AS skipped`,
    },
  ];
}
