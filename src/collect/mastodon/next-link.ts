import LinkHeader from "http-link-header";
import { parseUrl } from "../../text/web-url.js";

/** Of the question itself, which is put anew with every page: servers' own links forget parts of it. */
const ownParameters =
  /^(?:limit|local|remote|only_media|(?:any|all|none)(?:\[\])?|min_id|since_id)$/u;

/**
 * Where the next page begins, out of the `Link` header (RFC 8288), whose target may be relative and
 * may have several relations: its `max_id`, or else its other parameters, as `?offset=40`.
 * `undefined` where it tells none, as on Pixelfed before 2025, or leads upward, as there
 * (https://github.com/pixelfed/pixelfed/issues/3354).
 */
export function nextCursor(headers: Headers, askedUrl: string): string | undefined {
  const target = nextTarget(headers.get("link") ?? "", askedUrl);
  if (target === undefined) return undefined;
  const maxId = target.searchParams.get("max_id");
  if (maxId !== null) return maxId === "" ? undefined : maxId;
  const rest = [...target.searchParams].filter(([name]) => !ownParameters.test(name));
  return rest.length === 0 ? undefined : `?${new URLSearchParams(rest)}`;
}

/** The parameters that a cursor stands for. */
export function cursorParameters(cursor: string | undefined): URLSearchParams {
  if (cursor === undefined) return new URLSearchParams();
  return cursor.startsWith("?")
    ? new URLSearchParams(cursor)
    : new URLSearchParams({ max_id: cursor });
}

function nextTarget(header: string, askedUrl: string): URL | undefined {
  for (const { uri, rel, anchor } of parse(header)) {
    // One with an anchor is of something else than the page that was asked for.
    if (rel?.toLowerCase() !== "next" || anchor !== undefined) continue;
    const target = parseUrl(uri, askedUrl);
    if (target !== undefined) return target;
  }
  return undefined;
}

function parse(header: string): readonly LinkHeader.Reference[] {
  try {
    return LinkHeader.parse(header).refs;
  } catch {
    // Whoever writes no header of this kind has told no next page.
    return [];
  }
}
