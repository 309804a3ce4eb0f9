import type { TieDisplay } from "../../model/map-settings.js";
import { counted, withCommas } from "../../text/counted.js";
import type { BoxPlan, MapBox } from "../layout/group-in-a-box.js";
import { mostCurves } from "../look/curves.js";
import type { MapInput } from "../map-input.js";
import { columnWords } from "./column-words.js";
import { tiesBetweenBoxes } from "./draw-ties.js";

export interface CaptionFacts {
  readonly plan: BoxPlan;
  readonly display: TieDisplay;
  /** The column that sizes come from. */
  readonly sizeColumn: string;
  /** For how many people the column that was asked for is known. */
  readonly sizeKnown: number;
}

/** What a reader has to know of how the picture came about; sentences of one paragraph. */
export function captionText(input: MapInput, facts: CaptionFacts): string {
  const { words, people, community } = input;
  const isolates = community.reduce((count, index) => count + (index < 0 ? 1 : 0), 0);
  const tied = people.length - isolates;
  return [
    `${counted(people.length, ...words.noun)} of ${words.subject ?? words.title}${words.period === "" ? "" : `, posts of ${words.period} (UTC)`}${isolates === 0 ? "" : `: ${withCommas(tied)} with ties, ${withCommas(isolates)} without`}.`,
    `A tie is: ${words.tieRule.replace(/\.$/u, "")}.`,
    ...layoutSentences(input, facts),
    ...(people.length === 0 ? [] : [sizeSentence(input, facts)]),
    ...colorSentences(input),
    ...withheldSentences(input),
    `Drawn by ${words.tool}.`,
  ].join(" ");
}

function layoutSentences(input: MapInput, { plan, display }: CaptionFacts): string[] {
  const { packing, boxes } = plan;
  const [, many] = input.words.noun;
  if (input.communities.length === 0) return ["There are no ties."];
  const found = `Communities: ${input.words.clustering}.`;
  if (packing === "one") {
    const below = boxes.length > 1 ? `; ${many} without ties below it` : "";
    return [found, `One force-directed layout of the whole network${below}.`];
  }
  const small = boxes.find(({ group }) => group.kind === "small communities");
  const arranged = packing === "treemap" ? "a treemap, the largest top left" : arrangement[packing];
  const collected =
    small === undefined
      ? ""
      : ` The ${withCommas(small.group.communities.length)} smallest share a box.`;
  return [
    found,
    `Group-in-a-box: one box a community, area in proportion to its ${many}, as ${arranged}; each laid out by forces of its own ties, or in a grid where these are three or fewer.${collected}`,
    ...betweenSentences(display, { small, pairs: tiesBetweenBoxes(input, plan).length }),
  ];
}

const arrangement = {
  doughnut: "a doughnut, the largest in the middle",
  croissant: "a croissant, the largest at the top",
} as const;

function betweenSentences(
  display: TieDisplay,
  { small, pairs }: { readonly small: MapBox | undefined; readonly pairs: number },
): string[] {
  const omitted = small === undefined ? "" : "; those among the smallest are left out";
  switch (display) {
    case "show":
      return [];
    case "combine":
      if (pairs === 0) return [];
      return [
        `Ties between boxes are one curve for each pair${pairs > mostCurves ? `, the closest ${mostCurves} of ${withCommas(pairs)}` : ""}, wider for more ties${omitted}.`,
      ];
    case "hide":
      return ["Ties between communities are left out."];
  }
}

function sizeSentence(
  { size, people, words: { noun } }: MapInput,
  { sizeColumn, sizeKnown }: CaptionFacts,
): string {
  const words = columnWords(sizeColumn);
  if (sizeColumn !== size.name) {
    return `Marks are sized by ${words}, since ${columnWords(size.name)} are known of ${withCommas(sizeKnown)} ${noun[1]} only.`;
  }
  const unknown = people.length - sizeKnown;
  const smallest = unknown === 0 ? "" : `, smallest where unknown (${withCommas(unknown)})`;
  return `Marks are sized by ${words}, outliers clipped at one standard deviation from the mean${smallest}.`;
}

function colorSentences({ color }: MapInput): string[] {
  return color === undefined ? [] : [`Colours show ${columnWords(color.name)}.`];
}

function withheldSentences({ withheld }: MapInput): string[] {
  if (withheld === 0) return [];
  return [
    `${counted(withheld, "person", "people")} who opted out of being found ${withheld === 1 ? "is" : "are"} drawn without a name.`,
  ];
}
