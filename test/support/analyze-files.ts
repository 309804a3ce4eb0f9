import { join } from "node:path";
import type { InputFormatName, InputSummary } from "../../src/model/provenance.js";
import { type AnalyzeOutcome, analyze } from "../../src/pipeline/analyze.js";
import { temporaryFolder } from "./temporary-folder.js";

export interface AnalyzeFilesOptions {
  readonly edges?: string;
  readonly tag?: string;
  readonly since?: number;
  readonly format?: InputFormatName;
  /** Where the files go; a folder of the test's own unless given. */
  readonly folder?: string;
}

export interface AnalyzedFiles {
  readonly folder: string;
  readonly inputs: readonly InputSummary[];
  readonly outcome: AnalyzeOutcome;
}

/** Files to a folder of outputs, every setting at its default but those that are given. */
export async function analyzeFiles(
  paths: readonly string[],
  options: AnalyzeFilesOptions = {},
): Promise<AnalyzedFiles> {
  const folder = options.folder ?? join(temporaryFolder(), "out");
  const outcome = await analyze({
    inputs: paths,
    format: options.format,
    standardInput: nothing(),
    onProgress() {},
    settings: {
      tag: options.tag,
      since: options.since,
      until: undefined,
      edges: options.edges ?? "clean",
      communities: "louvain",
      respect: "discoverable",
      order: "dd",
      top: 50,
      seed: 1,
    },
    folder,
    toolVersion: "0.0.0",
  });
  return { folder, inputs: outcome.inputs, outcome };
}

async function* nothing(): AsyncGenerator<Buffer> {}
