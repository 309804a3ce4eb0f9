import type { InputSummary } from "../model/provenance.js";
import type { RunRecord, Tool } from "../model/run-record.js";
import { answerHead } from "./run-json.js";
import type { PublicFollow, PublicFollowList } from "./view/public-follow-lists.js";

interface AnsweredList {
  /** As others may see it. */
  readonly run: RunRecord;
  readonly inputs: readonly InputSummary[];
  /** What was left out, in phrases. */
  readonly filters: readonly string[];
  readonly tool: Tool;
  /** The one that was asked for, where somebody stands on it. */
  readonly list: PublicFollowList | undefined;
}

/** One list of people as JSON, with what it rests on; what is not known is absent. */
export function renderFollowJson(
  follow: PublicFollow,
  { run, inputs, filters, tool, list }: AnsweredList,
): string {
  const answer = {
    schemaVersion: 1,
    ...answerHead(run),
    provenance: { tool: "tagatlas", version: tool.version, inputs, filters },
    ...follow,
    lists: list === undefined ? [] : [list],
  };
  return `${JSON.stringify(answer, undefined, 1)}\n`;
}
