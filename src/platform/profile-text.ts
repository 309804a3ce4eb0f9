import { z } from "zod";

/**
 * What a profile tells as text, of whatever kind: a list or an object is the texts in it, since a no may
 * stand there. A flag is a word. `undefined` where nothing is told.
 */
export const profileText = z.unknown().optional().transform(profileTextIn);

export function profileTextIn(value: unknown): string | undefined {
  return value == null ? undefined : textIn(value);
}

export interface ProfileField {
  readonly name: string | undefined;
  readonly value: string;
}

/** Fields of a profile, as a list of names with values, or as an object. */
export const profileFields = z.unknown().optional().transform(fieldsIn);

export function fieldsIn(value: unknown): ProfileField[] {
  if (Array.isArray(value)) return value.flatMap(fieldsIn);
  if (typeof value !== "object" || value === null) {
    return value == null ? [] : [{ name: undefined, value: textIn(value) }];
  }
  if ("value" in value) {
    const name = "name" in value ? value.name : undefined;
    return [{ name: name == null ? undefined : textIn(name), value: textIn(value.value) }];
  }
  return Object.entries(value).flatMap(([name, inner]) =>
    typeof inner === "object" && inner !== null && "value" in inner
      ? fieldsIn(inner)
      : [{ name, value: textIn(inner) }],
  );
}

function textIn(value: unknown): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "object" && value !== null) return leavesOf(value).join("\n");
  return value == null ? "" : String(value);
}

/** Not by recursion, which a deep value would end. */
function leavesOf(value: object): string[] {
  const texts: string[] = [];
  const left: unknown[] = [value];
  for (let next = left.pop(); left.length > 0 || next !== undefined; next = left.pop()) {
    if (typeof next === "object" && next !== null) left.push(...Object.values(next).reverse());
    else if (next != null) texts.push(textIn(next));
  }
  return texts;
}
