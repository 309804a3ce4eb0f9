import { parseHandle } from "./handle-list.js";
import { asAddress, type LocalNumber, readListedAddress } from "./listed-address.js";
import { xKey } from "./x-handle.js";

/** Somebody, or a post, as a line of a list names them. */
export interface ForgetEntry {
  /** From 1. */
  readonly line: number;
  /** A handle or key of a person, where it may be one. */
  readonly handle: string | undefined;
  /** In the form of `pageForm`: an address, where it is one, and others of the same post. */
  readonly pages: readonly string[];
  /** What an address says of a number that one server gave. */
  readonly local: LocalNumber | undefined;
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
  const address = readListedAddress(name);
  const number = /^(?:x:)?(\d+)$/u.exec(name)?.[1];
  const person = number ?? address?.personOfX ?? asAddress(name);
  return {
    line,
    handle: /^\d+$/u.test(person) ? xKey(person) : parseHandle(person),
    pages: address?.pages ?? [],
    local: address?.local,
    id: number ?? address?.postOfX,
  };
}
