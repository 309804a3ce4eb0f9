import type { Dialect } from "./dialect.js";
import type { Statement } from "./statement.js";

/** PageRank of a person changes by less than this share of the mean at the end. */
export const pagerankTolerance = 1e-7;
/** Labels come to rest within a few rounds, or swing between two for ever. */
export const labelRounds = 10;

/** Who is on a tie, each once. */
export const peopleOnTies = `
SELECT source AS person FROM all_ties UNION DISTINCT SELECT target FROM all_ties`;

/** Lines of a file of edges by the numbers of people, one for each whole of a tie's weight. */
export const edgeLines = `
SELECT CONCAT(sources.number, ' ', targets.number) AS line
FROM all_ties JOIN numbers AS sources ON sources.person = all_ties.source
  JOIN numbers AS targets ON targets.person = all_ties.target
  LATERAL VIEW explode(sequence(1, GREATEST(1, CAST(ROUND(weight) AS INT)))) each_time AS time`;

/** From GraphX's lines, `(number,value)`, to a table by what people are called. */
export function measureStatements({ text, double, name }: Dialect): Statement[] {
  if (name !== "spark") throw new Error("only Spark has GraphX");
  const values = (measure: string, type: string): string => `(
    SELECT CAST(SUBSTRING_INDEX(SUBSTR(value, 2), ',', 1) AS BIGINT) AS number,
      CAST(RTRIM(')', SUBSTRING_INDEX(value, ',', -1)) AS ${type}) AS value FROM found_${measure}
  ) AS ${measure}`;
  const nameOfGroup = (measure: string): string =>
    `MIN(ids.id) OVER (PARTITION BY ${measure}.value)`;
  return [
    {
      name: "measures",
      about: "people on a tie: component and label by the first who has it, and PageRank",
      query: `
SELECT ids.id AS id, CAST(${nameOfGroup("component")} AS ${text}) AS component,
  CAST(pagerank.value / SUM(pagerank.value) OVER () AS ${double}) AS pagerank,
  CAST(${nameOfGroup("label")} AS ${text}) AS label
FROM numbers JOIN person_ids AS ids ON ids.person = numbers.person
  JOIN ${values("component", "BIGINT")} ON component.number = numbers.number
  JOIN ${values("pagerank", "DOUBLE")} ON pagerank.number = numbers.number
  JOIN ${values("label", "BIGINT")} ON label.number = numbers.number`,
    },
  ];
}
