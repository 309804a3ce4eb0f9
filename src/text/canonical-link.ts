import { parseWebUrl } from "./web-url.js";

/**
 * The form in which links compare: without fragment, `utm_` parameters, user and password, and the
 * host without `www.`. What is no http(s) address stays as it is.
 */
export function canonicalLink(link: string): string {
  const url = parseWebUrl(link);
  if (url === undefined) return link;
  url.hash = "";
  url.username = "";
  url.password = "";
  url.hostname = withoutWww(url.hostname);
  for (const name of [...url.searchParams.keys()]) {
    if (/^utm_/iu.test(name)) url.searchParams.delete(name);
  }
  return url.href;
}

/** The host of a link, in lower case and without `www.`; the link itself where it has none. */
export function linkDomain(link: string): string {
  return withoutWww(parseWebUrl(link)?.hostname ?? link);
}

function withoutWww(host: string): string {
  return host.replace(/^www\.(?=.+\..)/u, "");
}
