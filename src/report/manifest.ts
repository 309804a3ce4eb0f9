import { z } from "zod";
import { runJson, versionsJson } from "./run-json.js";
import type { PublicReport } from "./view/public-report.js";

export const manifestName = "manifest.json";
/** Its own name, so that a backtest may lie beside the analysis of the same archive. */
export const validationManifestName = "validate-manifest.json";
export const comparisonManifestName = "compare-manifest.json";

/**
 * What a folder of outputs was made from and how, enough to make it again: no time of day and no
 * path, so that the same analysis gives the same bytes anywhere. `outputs` is SHA-256 by name.
 */
export function renderManifest(
  report: PublicReport,
  outputs: Readonly<Record<string, string>>,
): string {
  const { provenance, query } = report;
  const manifest = {
    schemaVersion: report.schemaVersion,
    tool: provenance.tool,
    version: provenance.version,
    versions: versionsJson(report.tool),
    run: runJson(provenance.run, provenance.inputs),
    inputs: provenance.inputs,
    coverage: {
      read: provenance.read,
      kept: provenance.kept,
      duplicates: provenance.duplicates,
      skippedRows: provenance.skippedRows,
      keptTies: provenance.keptTies,
      analysed: provenance.analysed,
      found: provenance.found,
      threads: provenance.threads,
      firstPost: provenance.firstPost,
      lastPost: provenance.lastPost,
      dropped: provenance.dropped,
      filtered: provenance.filtered,
      withoutTag: provenance.withoutTag,
      outsidePeriod: provenance.outsidePeriod,
      withoutTime: provenance.withoutTime,
      takenBack: provenance.takenBack,
      droppedPosts: provenance.droppedPosts,
      unknownAuthors: provenance.unknownAuthors,
      unknownTimes: provenance.unknownTimes,
      unresolved: report.network.unresolved,
      unresolvedBecause: report.network.unresolvedBecause,
      withOneself: report.network.withOneself,
      deletedPosts: provenance.deletedPosts,
      clampedTimes: provenance.clampedTimes,
      oddTimes: provenance.oddTimes,
      withheldPeople: provenance.withheld,
      ...provenance.coverage,
    },
    configuration: { ...query, ...provenance.settings },
    seed: provenance.settings.seed,
    outputs,
  };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

const oldManifestSchema = z.object({
  tool: z.literal("tagatlas"),
  outputs: z.record(
    z.string().regex(/^[\w-]+(?:\.[\w-]+)+$/u),
    z.string().regex(/^[0-9a-f]{64}$/u),
  ),
});

/** SHA-256 by name of what an earlier run wrote; `undefined` where the text is no manifest of ours. */
export function outputsOfManifest(text: string): ReadonlyMap<string, string> | undefined {
  try {
    const parsed = oldManifestSchema.safeParse(JSON.parse(text));
    return parsed.success ? new Map(Object.entries(parsed.data.outputs)) : undefined;
  } catch {
    return undefined;
  }
}
