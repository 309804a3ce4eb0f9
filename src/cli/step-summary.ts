import { appendFile } from "node:fs/promises";
import type { Console } from "./console.js";
import type { LogEvent } from "./log.js";

/** Where GitHub Actions shows what a step writes, as Markdown. */
const variable = "GITHUB_STEP_SUMMARY";

/** Adds a summary to the page of a job, where there is one; what keeps it from that is no error. */
export async function addStepSummary(
  { environment }: Pick<Console, "environment">,
  summary: string,
): Promise<LogEvent[]> {
  const path = environment[variable];
  if (path === undefined || path === "") return [];
  try {
    await appendFile(path, `${summary}\n`);
    return [];
  } catch {
    return [{ event: "warning", message: `${variable} cannot be written, so there is no summary` }];
  }
}
