import { z } from "zod";
import type { TableColumn } from "../columns/column.js";
import { interactionKinds } from "../interaction.js";
import { inputFormatNames } from "../provenance.js";

export const count = z.int().nonnegative();
export const texts = z.array(z.string());
/** As `z.iso.datetime()`, for years of more than four digits, too. */
export const time = z.string().describe("ISO 8601, in UTC");

const settingValue = z.union([z.boolean(), z.number(), z.string(), texts]);

/** What every answer has. `more` is what else its provenance tells. */
export function answer<Result extends z.ZodRawShape>(
  {
    command,
    schemaVersion,
  }: { readonly command: string | string[]; readonly schemaVersion: number },
  result: Result,
  more: z.ZodRawShape = {},
) {
  return z.object({
    schemaVersion: z.literal(schemaVersion),
    command: z.literal(typeof command === "string" ? [command] : command),
    settings: z
      .record(z.string(), settingValue)
      .describe("what the command was told, by the names of config.schema.json"),
    provenance: z.object({ tool: z.literal("tagatlas"), version: z.string(), ...more }),
    ...result,
  });
}

const rowsOfOneKind = z.array(z.object({ reason: z.string(), count, firstLines: z.array(count) }));

/** What became of an input. */
export const inputSummary = z.object({
  name: z.string().describe("without its folder; - is standard input"),
  format: z.enum(inputFormatNames).optional(),
  sha256: z.string().optional(),
  read: count,
  kept: count,
  duplicates: count,
  skipped: rowsOfOneKind,
  remarks: rowsOfOneKind,
  unknownKeys: z.array(z.object({ key: z.string(), count })),
  unreadTimes: z.object({ count, example: z.string().optional() }),
  unusedColumns: texts,
  notes: texts,
  endedEarly: z.string().optional().describe("why it counts as incomplete"),
});

/** A number for each kind of interaction. */
export const perKind = z.object(
  Object.fromEntries(interactionKinds.map((kind) => [kind, z.number()] as const)),
);

/** A row of a table, by the keys of its columns. */
export function rowOf(columns: readonly TableColumn[]): z.ZodRawShape {
  const shape: Record<string, z.ZodType> = {};
  const within: Record<string, Record<string, z.ZodType>> = {};
  for (const column of columns) {
    const { key, within: outer } = column;
    if (outer === undefined) shape[key] = cellOf(column);
    else within[outer] = { ...within[outer], [key]: cellOf(column) };
  }
  for (const [key, inner] of Object.entries(within)) shape[key] = z.object(inner);
  return shape;
}

function cellOf({ type, empty, sentence }: TableColumn): z.ZodType {
  const cell = { text: z.string(), time, whole: z.int(), number: z.number() }[type];
  return (empty === undefined ? cell : cell.optional()).describe(sentence);
}
