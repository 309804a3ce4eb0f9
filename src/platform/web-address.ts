import { parseWebUrl } from "../text/web-url.js";

/** An address that is in its canonical spelling beyond doubt: parsing it takes ten times as long. */
const plainAddress = /^https:\/\/(?:(?!xn--)[a-z\d-]+\.)+[a-z]{2,}\/[\w@/+~-]*$/;

/** An http(s) address in its canonical spelling; anything else, `javascript:` too, is `undefined`. */
export function webAddress(written: string | undefined): string | undefined {
  if (written !== undefined && plainAddress.test(written)) return written;
  return parsedAddress(written);
}

/** The same of any text, by a parser; what passes without one must be what this gives. */
export function parsedAddress(written: string | undefined): string | undefined {
  return parseWebUrl(written)?.href;
}
