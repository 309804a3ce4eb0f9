import type { Account } from "../model/account.js";
import { type Corpus, none } from "../model/corpus.js";
import { foldText } from "./fold-text.js";
import { type Place, pageKey, placeOf, plainHost } from "./page-addresses.js";

/** A longer id is nobody else's; a shorter one may be a year, and counts on servers alone. */
const longId = 10;
const number = /^\d{10,}$/u;
/** Whoever has one has it alone, on whatever site it stands. */
const orcid = /^\d{4}-\d{4}-\d{4}-\d{3}[\dx]$/u;
const hostRuns = /[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;

/** Where people are, on the web. */
interface HeldPlaces {
  /** Whether a page is theirs, one of their posts', or of a site or server that is theirs alone. */
  isPage(place: Place): boolean;
  /** Whether a text, folded, holds the name of such a site or server. */
  isHostIn(folded: string): boolean;
  isLongId(word: string): boolean;
  /** What somebody chose of a host's name: all but its last label; nothing of a server's. */
  ownLabels(host: string): string;
  /** The same place without the handles of people who may be named and have an account there. */
  withoutNamed(place: Place): Place;
}

/** Pages, sites, servers and ids of people who are not to be named. O(accounts + posts). */
export function gatherPlaces(corpus: Corpus, withheld: Uint8Array): HeldPlaces {
  const pages = new Set<string>();
  const hosts = new Set<string>();
  const ids = new Set<string>();
  const servers = new Set<string>(["x.com"]);
  const addPage = (page: string | undefined): void => {
    const place = page === undefined ? undefined : placeOf(page);
    if (place === undefined || (place.segments.length === 0 && place.query === "")) return;
    pages.add(pageKey(place.host, place.segments, place.query));
    for (const segment of place.segments) {
      if (number.test(segment) || orcid.test(segment)) ids.add(segment);
    }
  };
  let accountOf: ReadonlyMap<string, number> | undefined;
  const isNamed = (segment: string, at: Place): boolean => {
    const [name, host = at.host] = segment.replace(/^@/u, "").split("@");
    accountOf ??= new Map(corpus.accounts.map(({ key }, index) => [key, index]));
    const account = accountOf.get(`${name}@${host}`);
    return account !== undefined && withheld[account] === 0;
  };
  // Whom a bio greets may be named.
  const isNamedPage = (site: string): boolean => {
    const place = placeOf(site);
    return (
      place?.segments.some((segment) => segment.startsWith("@") && isNamed(segment, place)) === true
    );
  };
  for (const [index, account] of corpus.accounts.entries()) {
    if (withheld[index] === 0) continue;
    const { url, key } = account;
    const server = serverOf(account);
    const traces = corpus.traces.get(index);
    if (server !== undefined) hosts.add(plainHost(server));
    for (const page of [url, ...(traces?.pages ?? [])]) addPage(page);
    for (const site of traces?.sites ?? []) if (!isNamedPage(site)) addPage(site);
    const known = /^x:([^@].*)$/u.exec(key)?.[1];
    for (const id of [known, ...(traces?.ids ?? [])]) if (id !== undefined) ids.add(foldText(id));
  }
  const { author, url } = corpus.posts;
  for (const [post, page] of url.entries()) {
    if (author[post] !== none && withheld[author[post]] === 1) addPage(page);
  }
  for (const [index, account] of corpus.accounts.entries()) {
    const server = serverOf(account);
    if (server === undefined) continue;
    const host = plainHost(server);
    servers.add(host);
    if (withheld[index] === 1) continue;
    hosts.delete(host);
  }
  hosts.delete("x.com");
  for (const [index, { sites }] of corpus.traces) {
    if (withheld[index] === 0) continue;
    for (const site of sites) {
      const place = placeOf(site);
      if (place?.segments.length === 0) hosts.add(place.host);
    }
  }
  const isHeldHost = (host: string): boolean =>
    parentHosts(host).some((parent) => hosts.has(parent));
  const isId = (word: string, host: string): boolean =>
    ids.has(word) && (word.length >= longId || servers.has(host));
  // Archives and searches hold addresses without a scheme.
  const isHostIn = (folded: string): boolean =>
    (folded.match(hostRuns) ?? []).some((run) => isHeldHost(plainHost(run)));
  return {
    isPage({ host, segments, query, fragment }) {
      return (
        isHeldHost(host) ||
        segments.some((_, at) => pages.has(pageKey(host, segments.slice(0, at + 1)))) ||
        (query !== "" && pages.has(pageKey(host, segments, query))) ||
        [...segments, ...`${query}&${fragment}`.split(/[&=/]/u)].some((word) => isId(word, host)) ||
        [...segments, query, fragment].some(isHostIn)
      );
    },
    isHostIn,
    isLongId: (word) => word.length >= longId && ids.has(word),
    ownLabels: (host) => (servers.has(host) ? "" : host.split(".").slice(0, -1).join(".")),
    withoutNamed(place) {
      return { ...place, segments: place.segments.filter((segment) => !isNamed(segment, place)) };
    },
  };
}

/** Of somebody who is mentioned the key alone may tell it. */
function serverOf({ server, key }: Account): string | undefined {
  return server ?? /^[^@\s]+@([^@\s]+)$/u.exec(key)?.[1];
}

/** A host and those that it lies below. */
function parentHosts(host: string): string[] {
  const labels = host.split(".");
  return labels.slice(0, -1).map((_, from) => labels.slice(from).join("."));
}
