import { parseWebUrl } from "../text/web-url.js";

/** The hashtag of a page whose address was given: `https://mastodon.social/tags/MedEd`. */
export function hashtagOfPage(address: string): string | undefined {
  const segment = /^\/(?:web\/)?tags?\/([^/]+)/u.exec(parseWebUrl(address)?.pathname ?? "")?.[1];
  try {
    return segment === undefined ? undefined : decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
