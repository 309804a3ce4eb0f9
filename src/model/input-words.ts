import { type InputSummary, isOfTies, type SkippedSummary } from "./provenance.js";

const namesShown = 5;

/** What became of an input, in phrases, for whoever tells it; `lines` adds the first rows of each. */
export function inputPhrases(
  input: InputSummary,
  { lines }: { readonly lines: boolean },
): string[] {
  const inLines = ({ count, firstLines }: SkippedSummary): string => {
    if (!lines) return "";
    const written = `line${firstLines.length === 1 ? "" : "s"} ${firstLines.join(", ")}`;
    return ` (${written}${count > firstLines.length && firstLines.length > 1 ? ", …" : ""})`;
  };
  const phrases = [`${input.read} ${rowNoun(input)} read`, `${input.kept} kept`];
  if (input.duplicates > 0) phrases.push(`${input.duplicates} met before`);
  for (const row of input.skipped) {
    phrases.push(`${row.count} skipped: ${row.reason}${inLines(row)}`);
  }
  for (const row of input.remarks) phrases.push(`${row.count} with ${row.reason}${inLines(row)}`);
  if (input.unknownKeys.length > 0) {
    const keys = input.unknownKeys.map(({ key }) => key);
    const more = keys.length > namesShown ? ", …" : "";
    phrases.push(`keys never met before: ${keys.slice(0, namesShown).join(", ")}${more}`);
  }
  const { unreadTimes, unusedColumns, notes } = input;
  if (unreadTimes.count > 0) {
    const example = JSON.stringify(unreadTimes.example).slice(1, -1);
    phrases.push(`${unreadTimes.count} times cannot be read, such as ${example}`);
  }
  if (unusedColumns.length > 0) phrases.push(`columns not used: ${unusedColumns.join(", ")}`);
  return [...phrases, ...notes];
}

/** What the rows are that are counted as read. */
function rowNoun({ format, read }: InputSummary): string {
  if (format === "collection") return "posts, reposts and follows";
  return `${isOfTies(format) ? "tie" : "post"}${read === 1 ? "" : "s"}`;
}
