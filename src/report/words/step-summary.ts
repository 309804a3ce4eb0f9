import type { PublicReport } from "../view/public-report.js";
import { coverageSentences } from "./coverage-words.js";
import { madeSentence } from "./list-words.js";
import { markdownText } from "./markdown.js";
import { openingSentences } from "./opening.js";
import { placeNumber, placesOf } from "./places.js";
import { nobodySentence, titleOf } from "./summary.js";

const placesShown = 10;

/**
 * A report in a few lines of Markdown, for the page of a job that made it: what, how many, whom to follow.
 * Plain text in a list: no links, no HTML, nothing that mentions anybody.
 */
export function renderStepSummary(report: PublicReport): string {
  const { follow, provenance } = report;
  const lines = [`## ${markdownText(titleOf(report))}`, "", text(openingSentences(report)), ""];
  const starter = follow.lists.find(({ list }) => list === "starter");
  if (starter === undefined) lines.push(text([nobodySentence(follow)]));
  else {
    lines.push(`### ${markdownText(starter.title)}`, "");
    for (const place of placesOf(starter, placesShown)) {
      const people = place.recommendation === undefined ? place.candidates : [place.recommendation];
      const names = people.map(({ person }) => markdownText(person.label)).join(", ");
      const [reason = ""] = place.recommendation?.reasons ?? [];
      const said =
        place.recommendation === undefined
          ? `(${placeNumber(place)}) Too close to call: ${names}`
          : `${names}: ${markdownText(reason)}`;
      lines.push(`${place.rank}. ${said}`);
    }
    lines.push("", text([madeSentence(starter, follow)]));
  }
  if (provenance.coverage !== undefined) {
    lines.push("", text(coverageSentences(provenance.coverage)));
  }
  return `${lines.join("\n")}\n`;
}

function text(sentences: readonly string[]): string {
  return markdownText(sentences.join(" "));
}
