import { z } from "zod";
import type { InputSummary } from "../model/provenance.js";
import {
  type OptionUse,
  optionSources,
  type RunRecord,
  settingsOf,
  type Tool,
} from "../model/run-record.js";

/** A run as manifests keep it: its inputs by name, its options by flag. */
export function runJson(run: RunRecord, inputs: readonly InputSummary[]) {
  return {
    command: run.command,
    inputs: inputs.map(({ name }) => name),
    options: Object.fromEntries(run.options.map((use) => [use.flag, optionJson(use)])),
    keyMark: run.keyMark,
  };
}

/**
 * The same for a report, which is made alike however its options were given: by a flag, the
 * environment or a settings file.
 */
export function runInReport(run: RunRecord, inputs: readonly InputSummary[]) {
  const { options, ...told } = runJson(run, inputs);
  const given = Object.entries(options).map(
    ([flag, use]) =>
      [flag, { ...use, source: use.source === "default" ? "default" : "given" }] as const,
  );
  return { ...told, options: Object.fromEntries(given) };
}

/** What every answer in JSON begins with, after its version; see docs/json.md. */
export function answerHead(run: RunRecord) {
  return { command: run.command, settings: settingsOf(run) };
}

/** What numbers and texts may depend on. */
export function versionsJson({ version, node, icu }: Tool) {
  return { tagatlas: version, node, icu };
}

function optionJson({ values, source, holds, sha256 }: OptionUse) {
  return {
    ...(values.length === 0 ? {} : { value: values.length === 1 ? values[0] : values }),
    source,
    ...(holds === "text" ? {} : { holds }),
    ...(holds === "file" && sha256.length > 0 ? { sha256 } : {}),
  };
}

const optionSchema = z
  .object({
    value: z.union([z.string(), z.array(z.string())]).optional(),
    source: z.enum(optionSources),
    holds: z.enum(["text", "file", "people"]).default("text"),
    sha256: z.array(z.string()).default([]),
  })
  .transform(({ value = [], ...use }) => ({
    ...use,
    values: typeof value === "string" ? [value] : value,
  }));

const pastRunSchema = z.object({
  tool: z.literal("tagatlas"),
  run: z.object({
    command: z.string(),
    inputs: z.array(z.string()).min(1),
    options: z.record(z.string(), optionSchema),
    keyMark: z.string().optional(),
  }),
  versions: z.record(z.string(), z.string()),
  inputs: z.array(z.object({ name: z.string(), sha256: z.string().optional() })),
  outputs: z.record(z.string(), z.string()),
});

/** A command as it can be typed again. */
export interface RunToRepeat {
  readonly command: string;
  readonly options: readonly OptionUse[];
  readonly keyMark?: string | undefined;
}

/** What a manifest says of the run that wrote it. */
export interface PastRun {
  readonly run: RunToRepeat;
  readonly versions: Readonly<Record<string, string>>;
  readonly inputs: readonly { readonly name: string; readonly sha256?: string | undefined }[];
  /** SHA-256 by name. */
  readonly outputs: Readonly<Record<string, string>>;
}

/** A manifest's run; `undefined` where it does not tell it whole. */
export function parsePastRun(manifest: string): PastRun | undefined {
  let json: unknown;
  try {
    json = JSON.parse(manifest);
  } catch {
    return undefined;
  }
  const parsed = pastRunSchema.safeParse(json);
  if (!parsed.success) return undefined;
  const { run, versions, inputs, outputs } = parsed.data;
  const options = Object.entries(run.options).map(([flag, use]) => ({ flag, ...use }));
  return { run: { ...run, options }, versions, inputs, outputs };
}
