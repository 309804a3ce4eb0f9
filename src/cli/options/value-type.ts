import type { z } from "zod";

/** zod is handed in, so that help and the version do not wait for it to load. */
export type Zod = typeof import("zod").z;

/** What a value of an option may be, and how it is typed. */
export interface ValueType<Schema extends z.ZodType = z.ZodType> {
  /** Of the value as a file of JSON holds it. */
  readonly schema: (zod: Zod) => Schema;
  /** What the schema is to read, from the words behind the flag, in the order typed. */
  readonly fromWords: (words: readonly string[]) => unknown;
  /** One value as it would be typed. */
  readonly print: (value: unknown) => string;
  readonly choices?: readonly string[];
  /** A file or folder: in a settings file it counts from there. */
  readonly isPath?: true;
}

/** Any text. Of several, the last counts, as with every value that is no list. */
export const text: ValueType<z.ZodString> = {
  schema: (zod) => zod.string("Give a text."),
  fromWords: lastOf,
  print: String,
};

/** Where a file or folder is. */
export const path: ValueType<z.ZodString> = { ...text, isPath: true };

/** Something that is on or off, and needs no value. */
export const onOff: ValueType<z.ZodBoolean> = {
  schema: (zod) => zod.boolean("Give true or false."),
  fromWords: (words) => {
    const word = lastOf(words);
    return word === "true" || word === "1" ? true : word === "false" || word === "0" ? false : word;
  },
  print: String,
};

/** One of a few words. */
export function oneOf<const Choices extends readonly string[]>(choices: Choices) {
  return {
    schema: (zod: Zod) => zod.enum(choices, `Choose one of ${choices.join(", ")}.`),
    fromWords: lastOf,
    print: String,
    choices,
  };
}

/** A whole number that fits into 32 bits. */
export function wholeNumber(least: number): ValueType<z.ZodNumber> {
  const advice = `Give a whole number from ${least}.`;
  return {
    schema: (zod) =>
      zod
        .int(advice)
        .min(least, advice)
        .max(2 ** 32 - 1, advice),
    fromWords: numberOf(/^\d+$/u),
    print: String,
  };
}

/** A number in [least, most], which may have a fraction. */
export function fraction(least: number, most: number, advice: string): ValueType<z.ZodNumber> {
  return {
    schema: (zod) => zod.number(advice).min(least, advice).max(most, advice),
    fromWords: numberOf(/^\d*\.?\d+$/u),
    print: String,
  };
}

/** What `parse` makes of a text; `undefined` is none. */
export function parsed<Value>(
  parse: (written: string) => Value | undefined,
  advice: string,
  print: (value: unknown) => string = String,
): ValueType<z.ZodType<Value, string>> {
  return {
    schema: (zod) =>
      zod.string(advice).transform((written, context) => {
        const value = parse(written);
        if (value !== undefined) return value;
        context.addIssue(advice);
        return zod.NEVER;
      }),
    fromWords: lastOf,
    print,
  };
}

/** Several values, given one by one, or with commas between them. */
export function listOf<Schema extends z.ZodType>({
  schema,
  fromWords: _one,
  ...type
}: ValueType<Schema>) {
  return {
    ...type,
    schema: (zod: Zod) => zod.array(schema(zod), "Give a list."),
    fromWords: (words: readonly string[]) =>
      words
        .flatMap((word) => word.split(","))
        .map((part) => part.trim())
        .filter((part) => part !== ""),
  };
}

/** Several values, given one by one; commas are part of them. */
export function listOfWhole<Schema extends z.ZodType>(type: ValueType<Schema>) {
  return { ...listOf(type), fromWords: (words: readonly string[]) => words };
}

function lastOf(words: readonly string[]): string | undefined {
  return words.at(-1);
}

/** A number where it is written as one; else the text, which the schema refuses. */
function numberOf(form: RegExp): (words: readonly string[]) => unknown {
  return (words) => {
    const word = lastOf(words) ?? "";
    return form.test(word) ? Number(word) : word;
  };
}
