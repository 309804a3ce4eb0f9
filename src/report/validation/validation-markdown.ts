import { methodTitles } from "../../model/backtest.js";
import type { Validation } from "../../model/validation.js";
import { commandToRunAgain } from "../run-again.js";
import { markdownText } from "../words/markdown.js";
import {
  archivePhrase,
  differencePhrase,
  estimatePhrase,
  learnersPhrase,
  planSentence,
  questionTitles,
  readingNotes,
  shortNumber,
  verdictSentences,
} from "./validation-words.js";

/** The backtest as CommonMark with tables. */
export function* renderValidationMarkdown(validation: Validation): Generator<string> {
  const { backtest, inputs, settings, tool } = validation;
  const names = inputs.map(({ name }) => (name === "-" ? "standard input" : name)).join(", ");
  const title = settings.tag === undefined ? names : `#${settings.tag}`;
  yield `# Would it have been right? ${markdownText(title)}\n\n`;
  for (const sentence of verdictSentences(validation)) yield `- **${markdownText(sentence)}**\n`;
  yield "\n";
  yield `${archivePhrase(validation)}. ${planSentence(validation)}\n\n`;
  yield "![NDCG@10 of each order, with intervals](validate.svg)\n";
  for (const table of backtest.tables) {
    yield `\n## ${questionTitles[table.question]}\n\n${learnersPhrase(table)}.\n`;
    if (table.methods.length === 0) continue;
    yield "\n| order | NDCG@10 | hit@10 | recall@50 | communities | against D | won | against Dd | won |\n";
    yield "|---|---:|---:|---:|---:|---:|---:|---:|---:|\n";
    for (const result of table.methods) {
      const cells = [
        methodTitles[result.method],
        estimatePhrase(result.ndcg),
        shortNumber(result.hit),
        shortNumber(result.recall),
        shortNumber(result.coverage),
        differencePhrase(result.againstD),
        result.againstD?.windowsWon ?? "",
        differencePhrase(result.againstDd),
        result.againstDd?.windowsWon ?? "",
      ];
      yield `| ${cells.join(" | ")} |\n`;
    }
  }
  yield `\n## How to read it\n\n`;
  for (const note of readingNotes) yield `- ${note}\n`;
  for (const note of backtest.notes) yield `- ${capitalised(note)}.\n`;
  yield `- tagatlas ${tool.version}, seed ${settings.seed}, ${settings.resamples} resamples.\n`;
  yield `\nThe same again, of the same files:\n\n    ${commandToRunAgain(validation)}\n`;
  yield `\nTo cite: ${markdownText(tool.citation)}\n`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
