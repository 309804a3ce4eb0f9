const publicVisibilities = new Set(["public", "unlisted"]);

/** An answer without what a token let us see and nobody else may. */
export interface PublicAnswer {
  readonly value: unknown;
  readonly leftOut: number;
}

/**
 * Takes every Mastodon status out that is direct or for followers, wherever it stands: in a list it
 * goes, inside another (as a repost's or a quote's) it becomes null.
 */
export function withoutPrivatePosts(answered: unknown): PublicAnswer {
  let leftOut = 0;
  const isPrivate = (value: unknown): boolean => {
    if (typeof value !== "object" || value === null || !("account" in value)) return false;
    const isHidden =
      "visibility" in value &&
      typeof value.visibility === "string" &&
      !publicVisibilities.has(value.visibility);
    if (isHidden) leftOut += 1;
    return isHidden;
  };
  const clean = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.filter((element) => !isPrivate(element)).map(clean);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, isPrivate(inner) ? null : clean(inner)]),
    );
  };
  const value = clean(isPrivate(answered) ? null : answered);
  return { value, leftOut };
}
