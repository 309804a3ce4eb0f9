import { closestMatch } from "leven";

/** A question to put after an error; empty where nothing is near to what was written. */
export function didYouMean(written: string, known: readonly string[]): string {
  const byLowerCase = new Map(known.map((name) => [name.toLowerCase(), name]));
  // Two letters in the wrong order are a distance of two; one letter alone is near to everything.
  const maxDistance = Math.min(3, Math.ceil((written.length - 1) * 0.6));
  const nearest = closestMatch(written.toLowerCase(), [...byLowerCase.keys()], { maxDistance });
  return nearest === undefined ? "" : ` Did you mean ${byLowerCase.get(nearest)}?`;
}
