/**
 * Where an id or a cursor stands to another: numbers as Mastodon's by their value, GoToSocial's ULIDs
 * by their letters, offsets as `?offset=40` by how far down they lead; `undefined` where they tell no
 * order.
 */
export function compareIds(id: string, other: string): "above" | "below" | "same" | undefined {
  if (id === other) return "same";
  const [offset, otherOffset] = [offsetOf(id), offsetOf(other)];
  if (offset !== undefined && otherOffset !== undefined && offset.name === otherOffset.name) {
    return offset.count < otherOffset.count ? "above" : "below";
  }
  const areNumbers = /^\d+$/u.test(id) && /^\d+$/u.test(other);
  if (areNumbers && id.length !== other.length) return id.length < other.length ? "below" : "above";
  const areAlike = id.length === other.length && !id.startsWith("?") && !other.startsWith("?");
  if (!areAlike) return undefined;
  return id < other ? "below" : "above";
}

function offsetOf(cursor: string): { readonly name: string; readonly count: number } | undefined {
  const [, name, digits] = /^\?(\w+)=(\d{1,15})$/u.exec(cursor) ?? [];
  return name === undefined ? undefined : { name, count: Number(digits) };
}
