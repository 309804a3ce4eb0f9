/**
 * The form in which links compare: without fragment, `utm_` parameters, user and password, and the
 * host without `www.`. Expects an http(s) address.
 */
export function canonicalLink(link: string): string {
  const url = new URL(link);
  url.hash = "";
  url.username = "";
  url.password = "";
  url.hostname = linkDomain(link);
  for (const name of [...url.searchParams.keys()]) {
    if (/^utm_/iu.test(name)) url.searchParams.delete(name);
  }
  return url.href;
}

/** The host of a link, in lower case and without `www.`. */
export function linkDomain(link: string): string {
  return new URL(link).hostname.replace(/^www\.(?=.+\..)/u, "");
}
