import { type BacktestTable, methodTitles } from "../../model/backtest.js";
import type { Validation } from "../../model/validation.js";
import {
  archivePhrase,
  differencePhrase,
  learnersPhrase,
  planSentence,
  questionTitles,
  readingNotes,
  shortNumber,
  verdictSentences,
} from "./validation-words.js";

/** What a person sees when a backtest is done: tables, verdict, and how to read them. */
export function renderValidationText(validation: Validation, folder: string | undefined): string {
  const { backtest, settings } = validation;
  const tag = settings.tag === undefined ? "" : `#${settings.tag}: `;
  const lines = [`${tag}${archivePhrase(validation)}`, planSentence(validation)];
  for (const table of backtest.tables) lines.push("", ...tableLines(table));
  lines.push("", ...verdictSentences(validation).map((sentence) => `Verdict. ${sentence}`));
  for (const note of backtest.notes) lines.push(`Note: ${note}.`);
  lines.push("", ...readingNotes);
  if (folder !== undefined) lines.push("", `Everything is in ${folder}: start with validate.md.`);
  return `${lines.join("\n")}\n`;
}

function tableLines(table: BacktestTable): string[] {
  const title = `${questionTitles[table.question]}: ${learnersPhrase(table)}`;
  if (table.methods.length === 0) return [title];
  const rows = table.methods.map((result) => [
    methodTitles[result.method],
    shortNumber(result.ndcg.mean),
    shortNumber(result.hit),
    shortNumber(result.recall),
    shortNumber(result.coverage),
    differencePhrase(result.againstD),
    result.againstD === undefined ? "" : String(result.againstD.windowsWon),
    differencePhrase(result.againstDd),
    result.againstDd === undefined ? "" : String(result.againstDd.windowsWon),
  ]);
  const head = ["", "NDCG@10", "hit@10", "recall@50", "communities"];
  const comparisons = ["against D", "won", "against Dd", "won"];
  return [title, ...alignColumns([[...head, ...comparisons], ...rows])];
}

/** The first column to the left, the rest to the right. */
function alignColumns(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) => {
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]),
    );
    return `  ${cells.join("  ")}`.trimEnd();
  });
}
