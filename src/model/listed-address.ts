import { canonicalLink } from "../text/canonical-link.js";
import { parseWebUrl } from "../text/web-url.js";

/** What somebody or a post is by the number that one server alone gives them. */
export interface LocalNumber {
  readonly server: string;
  readonly id: string;
  readonly of: "account" | "post";
}

/** What an address that somebody copied may lead to. */
interface ListedAddress {
  /** In the form of `pageForm`: the address, and others of the same post. */
  readonly pages: readonly string[];
  readonly local: LocalNumber | undefined;
  /** The number of a post on X. */
  readonly postOfX: string | undefined;
  /** The number or the handle of a person on X. */
  readonly personOfX: string | undefined;
}

const mostDecodings = 4;
/** What sharing adds to an address. */
const added = ["lang", "ref", "ref_src", "ref_url", "s", "t"];
const hostOfX = /^(?:(?:www|mobile|m)\.)?(?:x|twitter)\.com$/u;

/** An address as it was meant: decoded where all of it was encoded, and with the protocol that was left out. */
export function asAddress(written: string): string {
  let address = written.trim().replace(/^<(.*)>$/u, "$1");
  for (let turn = 0; turn < mostDecodings && address.includes("%"); turn += 1) {
    try {
      address = decodeURIComponent(address);
    } catch {
      break;
    }
  }
  const isBare = /^(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?::\d+)?\/\S/u.test(address);
  return isBare ? `https://${address}` : address;
}

/**
 * The form in which pages of people and posts compare: as `canonicalLink`, and whatever the protocol, case,
 * slashes at the end and what sharing adds. What is no address stays as it is.
 */
export function pageForm(link: string): string {
  const url = parseWebUrl(canonicalLink(asAddress(link)));
  if (url === undefined) return link;
  for (const name of added) url.searchParams.delete(name);
  const host = hostOfX.test(url.hostname) ? "x.com" : url.host;
  const path = url.pathname.replace(/\/+/gu, "/").replace(/\/$/u, "");
  return `${host}${path}${url.search}`.toLowerCase();
}

/** `undefined` for what is no address. */
export function readListedAddress(written: string): ListedAddress | undefined {
  const address = asAddress(written);
  const url = parseWebUrl(address);
  if (url === undefined) return undefined;
  const path = url.pathname.replace(/\/+/gu, "/").replace(/^\/(?:web|deck)(?=\/)/u, "");
  const nothing = { local: undefined, postOfX: undefined, personOfX: undefined };
  if (hostOfX.test(url.hostname)) {
    return { ...nothing, pages: [pageForm(address)], ...onX(path, url.searchParams) };
  }
  const server = url.host.toLowerCase();
  const account = /^\/(?:api\/v\d\/)?accounts\/([\w-]+)/iu.exec(path)?.[1];
  if (account !== undefined) {
    return {
      ...nothing,
      pages: [pageForm(address)],
      local: { server, id: account, of: "account" },
    };
  }
  const [, user, home, id] =
    /^\/@([\w.-]+?)(?:@([^/@]+))?\/(?:posts?\/|statuses\/)?([\w-]+)\/?$/iu.exec(path) ??
    /^\/users\/([\w.-]+)()\/statuses\/([\w-]+)/iu.exec(path) ??
    /^\/(?:api\/v\d\/)?()()statuses\/([\w-]+)/iu.exec(path) ??
    [];
  if (id === undefined || /^(?:with_replies|media|following|followers|featured|tagged)$/iu.test(id))
    return { ...nothing, pages: [pageForm(address)] };
  const isHome = user !== undefined && user !== "" && (home ?? "") === "";
  const pages = isHome
    ? [`/@${user}/${id}`, `/users/${user}/statuses/${id}`].map((one) =>
        pageForm(`https://${server}${one}`),
      )
    : [];
  return {
    ...nothing,
    pages: [...new Set([pageForm(address), ...pages])],
    local: { server, id, of: "post" },
  };
}

function onX(
  path: string,
  query: URLSearchParams,
): Partial<Pick<ListedAddress, "postOfX" | "personOfX">> {
  const post = /^\/(?:\w+|i\/web|i)\/status(?:es)?\/(\d+)/iu.exec(path)?.[1];
  if (post !== undefined) return { postOfX: post };
  const number = /^\/i\/user\/(\d+)/iu.exec(path)?.[1] ?? query.get("user_id") ?? undefined;
  return { personOfX: number ?? query.get("screen_name") ?? undefined };
}
