import { parseWebUrl } from "../text/web-url.js";

/** An http(s) address in its canonical spelling; anything else, `javascript:` too, is `undefined`. */
export function webAddress(written: string | undefined): string | undefined {
  return parseWebUrl(written)?.href;
}
