import type { Respect } from "../model/provenance.js";
import type { Dialect } from "./dialect.js";
import type { Statement, StatementInput } from "./statement.js";

/** So many times somebody may have moved from one account to the next. */
const mostMoves = 5;

/**
 * Whom a reference means, and who is never named: what `network/account-register.ts` and
 * `network/consent.ts` settle of rows that say everything by key.
 */
export function nameStatements(input: StatementInput): Statement[] {
  return [...referenceStatements(input.dialect), ...consentStatements(input)];
}

/** Of a reference, joined to `names` as `name`: the key of a person, or null for nobody. */
export function settled(reference: string, name: string): string {
  return `CASE WHEN ${name}.name IS NOT NULL THEN ${name}.person WHEN ${reference} LIKE '%#%' THEN NULL ELSE ${reference} END`;
}

function referenceStatements({ eachText }: Dialect): Statement[] {
  return [
    {
      name: "whole_keys",
      about: "keys with a # that mean somebody in any file",
      query: `
SELECT id AS person FROM tagatlas_rows WHERE tagatlas = 'person' AND isInNetwork AND id LIKE '%#%'
UNION DISTINCT
SELECT source FROM tagatlas_rows WHERE tagatlas IN ('tie', 'interaction') AND source LIKE '%#%'
UNION DISTINCT
SELECT target FROM tagatlas_rows WHERE tagatlas IN ('tie', 'interaction') AND target LIKE '%#%'`,
    },
    {
      name: "aliases",
      about: "further names of people; of several people the first has it",
      isKept: true,
      query: `
SELECT alias AS name, MIN(id) AS person, MIN(id) <> MAX(id) AS is_ambiguous
FROM tagatlas_rows ${eachText("aliases", "alias")}
WHERE tagatlas = 'person' AND id <> '' AND alias <> id
GROUP BY alias`,
    },
    {
      name: "names",
      about: "references that are no keys, and keys that look like none",
      isKept: true,
      query: `
SELECT name,
  CASE WHEN name LIKE '%#%' AND is_ambiguous
    AND NOT EXISTS (SELECT 1 FROM whole_keys WHERE whole_keys.person = aliases.name)
    THEN NULL ELSE person END AS person
FROM aliases
UNION ALL
SELECT person, person FROM whole_keys
WHERE NOT EXISTS (SELECT 1 FROM aliases WHERE aliases.name = whole_keys.person)`,
    },
  ];
}

const saysNo: Readonly<Record<Respect, string>> = {
  none: "FALSE",
  discoverable: "says_no = 1",
  indexable: "says_no = 1 OR is_indexable = 0",
};

function consentStatements({ dialect, respect }: StatementInput): Statement[] {
  const isNo = "discoverable = FALSE OR noindex = TRUE OR hasOptOutTag = TRUE OR isPrivate = TRUE";
  return [
    {
      name: "profiles",
      about: "what people say of being found; a no stands against a yes",
      isKept: true,
      query: `
SELECT person, MAX(CASE WHEN ${isNo} THEN 1 ELSE 0 END) AS says_no,
  MAX(CASE WHEN discoverable THEN 1 ELSE 0 END)
    * MIN(CASE WHEN discoverable = FALSE THEN 0 ELSE 1 END) AS is_discoverable,
  MAX(CASE WHEN indexable THEN 1 ELSE 0 END)
    * MIN(CASE WHEN indexable = FALSE THEN 0 ELSE 1 END) AS is_indexable,
  MAX(movedTo) AS moved_to, MAX(CASE WHEN isInNetwork THEN 1 ELSE 0 END) AS is_in_network
FROM (
  SELECT ${settled("tagatlas_rows.id", "names")} AS person, discoverable, indexable, noindex, hasOptOutTag,
    isPrivate, movedTo, isInNetwork
  FROM tagatlas_rows LEFT JOIN names ON names.name = tagatlas_rows.id
  WHERE tagatlas = 'person' AND tagatlas_rows.id <> ''
) AS told
WHERE person IS NOT NULL
GROUP BY person`,
    },
    {
      name: "hidden_0",
      about: "who is not to be named, by their own profile",
      query: `
SELECT person, moved_to, is_discoverable,
  CASE WHEN ${isMadeUp(dialect, "person")} OR ${saysNo[respect]} THEN 1 ELSE 0 END AS is_hidden
FROM profiles`,
    },
    ...Array.from({ length: mostMoves }, (_, at) => afterMove(at)),
    {
      name: "hidden",
      about: "everybody with a profile who is not to be named",
      isKept: true,
      query: `
SELECT person FROM hidden_${mostMoves} WHERE is_hidden = 1`,
    },
  ];
}

/** A no of either account of somebody who has moved is one of both, but for a later yes of the new one. */
function afterMove(at: number): Statement {
  return {
    name: `hidden_${at + 1}`,
    about: "the same, with the accounts next to them that are the same person's",
    isKept: true,
    query: `
SELECT own.person, own.moved_to, own.is_discoverable,
  CASE WHEN own.is_hidden = 1 OR EXISTS (
      SELECT 1 FROM hidden_${at} AS new_one
      WHERE new_one.person = own.moved_to AND new_one.is_hidden = 1
    ) OR (own.is_discoverable = 0 AND EXISTS (
      SELECT 1 FROM hidden_${at} AS old_one
      WHERE old_one.moved_to = own.person AND old_one.is_hidden = 1
    )) THEN 1 ELSE 0 END AS is_hidden
FROM hidden_${at} AS own`,
  };
}

/** Whether a key stands for somebody whose name was taken away before: `model/withheld-names.ts`. */
export function isMadeUp({ matches }: Dialect, key: string): string {
  const pattern = "(^|[\\s/])withheld[:-][0-9a-f]{8}[:-][0-9]+(\\.invalid)?($|[\\s/])";
  return `(${key} LIKE '%withheld%' AND ${matches(key, pattern)})`;
}
