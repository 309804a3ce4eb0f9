import { z } from "zod";

/*
 * Fields of other people's data. A field of the wrong kind is as good as absent: it must not
 * cost the post it stands in. What a post cannot do without is required where it is used. Schemas of
 * whole rows, and of elements of lists, are compiled, which takes a fifth of the time.
 */

const absentToUndefined = <Value>(value: Value | null | undefined): Value | undefined =>
  value ?? undefined;

export const optionalText = z.string().nullish().catch(undefined).transform(absentToUndefined);

export const optionalFlag = z.boolean().nullish().catch(undefined).transform(absentToUndefined);

/**
 * A flag that gives leave: whatever is told and is no clear yes is a no, since a `"false"`, a 0 or a
 * list is a setting that somebody has touched.
 */
export const leaveFlag = z.unknown().optional().transform(leaveIn);

export function leaveIn(value: unknown): boolean | undefined {
  return value == null ? undefined : isYes(value);
}

/** A flag that takes leave away: whatever is told and is no clear no is a yes. */
export const refusalFlag = z.unknown().optional().transform(refusalIn);

export function refusalIn(value: unknown): boolean | undefined {
  return value == null ? undefined : !isNo(value);
}

function isYes(value: unknown): boolean {
  return value === true || value === 1 || /^(?:true|yes|1)$/iu.test(wordOf(value));
}

function isNo(value: unknown): boolean {
  return value === false || value === 0 || /^(?:false|no|0|na)?$/iu.test(wordOf(value));
}

/** R and spreadsheets write flags in words; what is no text is none of these. */
function wordOf(value: unknown): string {
  return typeof value === "string" ? value.trim() : "?";
}

/** A whole number from 0; Mastodon says -1 where a count is hidden. */
export const optionalCount = z
  .number()
  .int()
  .nonnegative()
  .nullish()
  .catch(undefined)
  .transform(absentToUndefined);

/** Ids are opaque strings, which some programs write as numbers; see `parseJson` for long ones. */
export const optionalId = z
  .union([z.string().min(1), z.number().transform(digitsOf).pipe(z.string())])
  .nullish()
  .catch(undefined)
  .transform(absentToUndefined);

/** An id without which its row is none. */
export const requiredId = optionalId.pipe(z.string());

export function digitsOf(id: number): string | undefined {
  return Number.isInteger(id) && id >= 0 && id < 1e21 ? String(id) : undefined;
}

/**
 * A schema that is compiled when a value is first checked by itself: compiling takes some milliseconds, and a
 * run reads few of the formats.
 */
export function compiledOnUse<Schema extends z.ZodType>(schema: Schema): Schema {
  let compiled: Schema | undefined;
  // Not the schema itself: what is compiled asks it what is wrong with a value.
  return Object.assign(Object.create(schema), {
    safeParse(value: unknown) {
      compiled ??= z.compile(schema);
      return compiled.safeParse(value);
    },
  });
}

/** A list whose broken elements are left out. */
export function lenientList<Schema extends z.ZodType>(element: Schema) {
  const compiled = compiledOnUse(element);
  return z
    .array(z.unknown())
    .nullish()
    .catch(undefined)
    .transform((values): z.output<Schema>[] =>
      (values ?? []).flatMap((value) => {
        const parsed = compiled.safeParse(value);
        return parsed.success ? [parsed.data] : [];
      }),
    );
}

/** Something that is left out whole where it is broken. */
export function lenientObject<Schema extends z.ZodType>(schema: Schema) {
  return schema.nullish().catch(undefined).transform(absentToUndefined);
}

/** The first thing that is wrong with a value, in a few words that group well over many rows. */
export function firstProblem(error: z.ZodError): string {
  const issue = error.issues[0];
  if (issue === undefined) return "unreadable";
  const path = issue.path.filter((step) => typeof step !== "number").join(".");
  return path === "" ? issue.message : `${path}: ${issue.message}`;
}
