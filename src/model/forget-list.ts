import { canonicalLink } from "./canonical-link.js";
import { parseHandle } from "./handle-list.js";
import { parseWebUrl } from "./web-url.js";
import { xKey } from "./x-handle.js";

/** Somebody, or a post, as a line of a list names them. */
export interface ForgetEntry {
  /** From 1. */
  readonly line: number;
  /** A handle or key of a person, where it may be one. */
  readonly handle: string | undefined;
  /** An address in the form of `canonicalLink`, where it is one. */
  readonly address: string | undefined;
  /** A platform's number of a person or a post, where it may be one. */
  readonly id: string | undefined;
}

/**
 * A list of people and posts, one a line, each by handle (`user@host`, `@name`), id (`123`, `x:123`)
 * or address. Lines that begin with # and a space are comments.
 */
export function parseForgetList(text: string): ForgetEntry[] {
  return text
    .replace(/^\uFEFF/u, "")
    .split(/\r\n|\n|\r/u)
    .flatMap((written, index) => {
      const name = written.trim();
      return name === "" || /^#(?:\s|$)/u.test(name) ? [] : [entryOf(name, index + 1)];
    });
}

function entryOf(name: string, line: number): ForgetEntry {
  const isAddress = parseWebUrl(name) !== undefined;
  const number = /^(?:x:)?(\d+)$/u.exec(name)?.[1];
  const ofX = /^https?:\/\/(?:www\.|mobile\.)?(?:x|twitter)\.com\/\w+\/status\/(\d+)/iu.exec(name);
  return {
    line,
    handle: number === undefined ? parseHandle(name) : xKey(number),
    address: isAddress ? canonicalLink(name) : undefined,
    id: number ?? ofX?.[1],
  };
}
