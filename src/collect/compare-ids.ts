/**
 * Where an id or a cursor stands to another: numbers as Mastodon's by their value, GoToSocial's ULIDs
 * by their letters; `undefined` where they tell no order.
 */
export function compareIds(id: string, other: string): "above" | "below" | "same" | undefined {
  if (id === other) return "same";
  const areNumbers = /^\d+$/u.test(id) && /^\d+$/u.test(other);
  if (areNumbers && id.length !== other.length) return id.length < other.length ? "below" : "above";
  const areAlike = id.length === other.length && !id.startsWith("?") && !other.startsWith("?");
  if (!areAlike) return undefined;
  return id < other ? "below" : "above";
}
