import { basename } from "node:path";
import { type RunRecord, settingsOf } from "../model/run-record.js";
import { toolVersion } from "./tool-version.js";

interface Answer {
  /** Of this command's answer; see docs/json.md. */
  readonly schemaVersion: number;
  readonly run: RunRecord;
  /** What it was made from, beside the program. */
  readonly provenance?: object;
  readonly result: object;
}

/** What a command prints with `--json`: one object. What is not known is absent. */
export function answerJson({ schemaVersion, run, provenance, result }: Answer): string {
  const answer = {
    schemaVersion,
    command: run.command,
    settings: settingsOf(withoutNames(run)),
    provenance: { tool: "tagatlas", version: toolVersion(), ...provenance },
    ...result,
  };
  return `${JSON.stringify(answer, undefined, 1)}\n`;
}

/**
 * Files by their names, as manifests have them. Handles are left out: whether somebody may be named is not known
 * here.
 */
function withoutNames(run: RunRecord): RunRecord {
  const options = run.options
    .filter(({ holds, values }) => holds !== "people" || values.length === 0)
    .map((use) =>
      use.holds === "file" ? { ...use, values: use.values.map((path) => basename(path)) } : use,
    );
  return { ...run, options };
}

/** A time in milliseconds since 1970 as answers have it; `undefined` for one that is not known or no date. */
export function answerTime(time: number | undefined): string | undefined {
  if (time === undefined || !(Math.abs(time) <= 8.64e15)) return undefined;
  return new Date(time).toISOString();
}
