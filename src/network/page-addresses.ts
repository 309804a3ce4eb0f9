import { parseWebUrl } from "../text/web-url.js";

const mostDecodings = 5;
const mostSegments = 16;

/** An address as it stands, and with what is percent-encoded in it decoded, however often. */
export function decodings(link: string): string[] {
  const found = [link];
  if (!link.includes("%")) return found;
  for (let last = link; found.length < mostDecodings; ) {
    const next = decodeLeniently(last);
    if (next === last) break;
    found.push(next);
    last = next;
  }
  return found;
}

/** A stray percent sign stays what it is. */
function decodeLeniently(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/giu, (encoded) => {
    try {
      return decodeURIComponent(encoded);
    } catch {
      return encoded;
    }
  });
}

/** Addresses inside a text, such as those that a redirect leads to; at least the text itself. */
export function addressesIn(text: string): string[] {
  return text.split(/(?=https?:\/\/)/iu).slice(0, mostSegments);
}

/** Where an address leads, all of it folded. */
export interface Place {
  /** As `plainHost` has it. */
  readonly host: string;
  readonly segments: readonly string[];
  /** Without its question mark. */
  readonly query: string;
  /** What stands behind `#`, where applications keep the page that they show. */
  readonly fragment: string;
}

/** Where an http(s) address leads, with nothing left that is percent-encoded. */
export function placeOf(link: string): Place | undefined {
  const url = parseWebUrl(link);
  if (url === undefined) return undefined;
  const path = decodings(url.pathname).at(-1) ?? "";
  const segments = path
    .toLowerCase()
    .split("/")
    .filter((segment) => segment !== "");
  return {
    host: plainHost(url.hostname),
    segments: segments.slice(0, mostSegments),
    query: (decodings(url.search).at(-1) ?? "").slice(1).toLowerCase(),
    fragment: (decodings(url.hash).at(-1) ?? "").slice(1).toLowerCase(),
  };
}

/** A host as hosts compare: in lower case, without port and `www.`, X by its name of today. */
export function plainHost(host: string): string {
  const plain = host
    .toLowerCase()
    .replace(/:\d+$/u, "")
    .replace(/^(?:www|m|mobile)\.(?=.+\..)/u, "");
  return plain === "twitter.com" ? "x.com" : plain;
}

/** A page in the one spelling in which pages compare, whatever its scheme and last slash. */
export function pageKey(host: string, segments: readonly string[], query = ""): string {
  return `${[host, ...segments].join("/")}${query === "" ? "" : `?${query}`}`;
}
