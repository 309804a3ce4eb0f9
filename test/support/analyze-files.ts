import type { Coarsening } from "../../src/model/coarsening.js";
import type { MapSettings } from "../../src/model/map-settings.js";
import type { OnProgress } from "../../src/model/progress.js";
import type { InputFormatName, InputSummary } from "../../src/model/provenance.js";
import type { Slicing } from "../../src/model/slicing.js";
import { type AnalyzeOutcome, analyze } from "../../src/pipeline/analyze.js";
import { testTool } from "./test-tool.js";

export interface AnalyzeFilesOptions {
  readonly edges?: string;
  readonly tag?: string;
  readonly since?: number;
  readonly format?: InputFormatName;
  readonly map?: Partial<MapSettings>;
  readonly bootstrap?: number;
  /** The files that are written; all of the usual ones without. */
  readonly only?: readonly string[];
  readonly coarsen?: Coarsening;
  readonly slicing?: Slicing;
  readonly onProgress?: OnProgress;
}

export interface AnalyzedFiles {
  readonly inputs: readonly InputSummary[];
  readonly outcome: AnalyzeOutcome;
}

/**
 * Paths to the files of a folder of outputs, if one is named, every setting at its default but those
 * that are given.
 */
export async function analyzeFiles(
  paths: readonly string[],
  folder: string | undefined,
  options: AnalyzeFilesOptions = {},
): Promise<AnalyzedFiles> {
  const outcome = await analyze({
    inputs: paths,
    format: options.format,
    standardInput: nothing(),
    onProgress: options.onProgress ?? (() => {}),
    threads: undefined,
    settings: {
      tag: options.tag,
      tagAsWritten: options.tag,
      since: options.since,
      until: undefined,
      edges: options.edges ?? "clean",
      communities: "leiden",
      metrics: "standard",
      coarsen: options.coarsen ?? "auto",
      slicing: options.slicing,
      sliceOverlap: 0,
      respect: "discoverable",
      order: "dd",
      top: 50,
      bootstrap: options.bootstrap ?? 0,
      seed: 1,
      map: {
        size: "followers",
        color: "community",
        layout: "box",
        ties: undefined,
        scale: 0.25,
        ...options.map,
      },
    },
    names: { trust: undefined, keep: [], exclude: [], for: undefined, following: undefined },
    folder,
    filters: {
      language: [],
      excludeReposts: undefined,
      people: undefined,
      minWeight: undefined,
      ego: undefined,
      radius: 1,
      kCore: undefined,
      component: undefined,
      community: undefined,
    },
    outputs: {
      only: options.only ?? [],
      skip: [],
      parquet: false,
      xlsx: false,
      slide: false,
      bom: true,
    },
    tool: testTool,
    run: { command: "analyze", options: [] },
  });
  return { inputs: outcome.inputs, outcome };
}

async function* nothing(): AsyncGenerator<Buffer> {}
