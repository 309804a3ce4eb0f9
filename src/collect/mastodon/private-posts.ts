import { isPublicStatus } from "../../platform/mastodon/visibility.js";

/** Answers of servers are a dozen deep; a deeper one is meant to break whoever reads it. */
const deepest = 200;

/** An answer without what a token let us see and nobody else may. */
interface PublicAnswer {
  readonly value: unknown;
  readonly leftOut: number;
}

/**
 * Takes every Mastodon status out that is not for everybody, by its own words or by `isHidden`,
 * wherever it stands: in a list it goes, inside another (as a repost's or a quote's) it becomes null.
 * `undefined` for what is nested too deep to be looked through.
 */
export function withoutPrivatePosts(
  answered: unknown,
  isHidden: (status: object) => boolean = () => false,
): PublicAnswer | undefined {
  let leftOut = 0;
  const isPrivate = (value: unknown): boolean => {
    if (typeof value !== "object" || value === null) return false;
    // A media attachment or a poll says nothing of who may see it.
    if (!("account" in value) && !("content" in value)) return false;
    const isForFew = !isPublicStatus(value) || (isStatus(value) && isHidden(value));
    if (isForFew) leftOut += 1;
    return isForFew;
  };
  let isTooDeep = false;
  const clean = (value: unknown, depth: number): unknown => {
    if (typeof value !== "object" || value === null) return value;
    if (depth > deepest) {
      isTooDeep = true;
      return null;
    }
    if (Array.isArray(value)) {
      const shown = value.filter((element) => !isPrivate(element));
      return shown.map((element) => clean(element, depth + 1));
    }
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        key,
        isPrivate(inner) ? null : clean(inner, depth + 1),
      ]),
    );
  };
  const value = clean(isPrivate(answered) ? null : answered, 0);
  return isTooDeep ? undefined : { value, leftOut };
}

/** The author of a link's preview has an account as well, and Pleroma's other forms of a text are `content`. */
function isStatus(value: object): boolean {
  return "account" in value && ["content", "uri", "visibility"].some((key) => key in value);
}
