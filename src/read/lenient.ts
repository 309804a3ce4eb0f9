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

/** A whole number from 0; Mastodon says -1 where a count is hidden. */
export const optionalCount = z
  .number()
  .int()
  .nonnegative()
  .nullish()
  .catch(undefined)
  .transform(absentToUndefined);

/** Ids are opaque strings. A number is taken only where JavaScript has not rounded it. */
export const optionalId = z
  .union([z.string().min(1), z.int().transform(String)])
  .nullish()
  .catch(undefined)
  .transform(absentToUndefined);

/** A list whose broken elements are left out. */
export function lenientList<Schema extends z.ZodType>(element: Schema) {
  const compiled = z.compile(element);
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
