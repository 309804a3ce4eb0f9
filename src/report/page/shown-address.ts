import { linkDomain } from "../../text/canonical-link.js";
import { parseWebUrl } from "../../text/web-url.js";
import { type Html, link } from "./html.js";

const longestAddress = 60;

/** A link whose text is the host and so much of the path as fits. */
export function shownAddress(address: string): Html {
  const { pathname = "", search = "" } = parseWebUrl(address) ?? {};
  const text = `${linkDomain(address)}${pathname === "/" ? "" : pathname}${search}`;
  const short = text.length > longestAddress ? `${text.slice(0, longestAddress - 1)}…` : text;
  return link(short, address);
}
