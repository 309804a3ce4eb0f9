import type { TableColumn } from "./column.js";
import { kindPhrases, kindsInTables } from "./kinds-in-tables.js";

/** How many people somebody has to do with, and how often. */
export const degreeColumns = [
  {
    key: "inDegree",
    column: "in_degree",
    type: "whole",
    unit: "people",
    range: "0 or more",
    title: "engaged by",
    phrase: "people who engaged them",
    sentence: "How many different people replied to, mentioned, reposted or quoted this person.",
    definition:
      "Ties that run to the person, each once; a tie with oneself counts under the presets that keep them.",
    about: "standing",
  },
  {
    key: "outDegree",
    column: "out_degree",
    type: "whole",
    unit: "people",
    range: "0 or more",
    title: "engaged",
    phrase: "people they engaged",
    sentence: "How many different people this person engaged.",
    definition:
      "Ties that run from the person, each once; a tie with oneself counts under the presets that keep them.",
    about: "conduct",
  },
  {
    key: "inStrength",
    column: "in_strength",
    type: "number",
    unit: "interactions",
    range: "0 or more",
    title: "interactions received",
    phrase: "interactions received",
    sentence: "How often somebody engaged this person.",
    definition: "The sum of the weights of ties that run to the person.",
    about: "standing",
  },
  {
    key: "outStrength",
    column: "out_strength",
    type: "number",
    unit: "interactions",
    range: "0 or more",
    title: "interactions made",
    phrase: "interactions made",
    sentence: "How often this person engaged somebody.",
    definition: "The sum of the weights of ties that run from the person.",
  },
  ...kindsInTables.map(
    (kind) =>
      ({
        key: kind,
        within: "inByKind",
        column: `in_${kind}`,
        type: "number",
        unit: "interactions",
        range: "0 or more",
        title: `${kindPhrases[kind]} received`,
        sentence: `How many ${kindPhrases[kind]} this person received.`,
      }) as const,
  ),
  ...kindsInTables.map(
    (kind) =>
      ({
        key: kind,
        within: "outByKind",
        column: `out_${kind}`,
        type: "number",
        unit: "interactions",
        range: "0 or more",
        title: `${kindPhrases[kind]} made`,
        sentence: `How many ${kindPhrases[kind]} this person made.`,
      }) as const,
  ),
] as const satisfies readonly TableColumn[];
