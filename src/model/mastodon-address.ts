import { parseUrl, parseWebUrl } from "../text/web-url.js";

export interface MastodonAddress {
  /** `user@host`, lower case, the host in its ASCII form. */
  readonly key: string;
  /** As the owner writes it, without host. */
  readonly handle: string;
  readonly server: string;
  /** It names no host: the server that answers is its own, by the page if not by the name. */
  readonly isLocal: boolean;
  /** The key by the host of its page, where names have another: `user@social.uni.example`. */
  readonly pageKey: string | undefined;
}

const acctPattern = /^@?([\p{L}\p{N}_.-]{1,100})(?:@([^\s@/?#\\<>"'`]{1,253}))?$/u;

/**
 * Who an `acct` is. A local one names no host: the account's page tells the server, and where
 * that is missing too, the server that answered.
 */
export function parseMastodonAddress(
  acct: string,
  accountUrl: string | undefined,
  answeringServer: string | undefined,
): MastodonAddress | undefined {
  const match = acctPattern.exec(acct);
  const handle = match?.[1];
  if (handle === undefined) return undefined;
  const host = match?.[2] ?? hostOf(accountUrl) ?? answeringServer;
  if (host === undefined) return undefined;
  const server = asciiHost(host);
  if (server === undefined) return undefined;
  const user = handle.toLowerCase();
  const key = `${user}@${server}`;
  const page = isPageOf(accountUrl, user) ? asciiHost(hostOf(accountUrl) ?? "") : undefined;
  const isElsewhere = page !== undefined && page !== server;
  return {
    key,
    handle,
    server,
    isLocal: match?.[2] === undefined,
    pageKey: isElsewhere ? `${user}@${page}` : undefined,
  };
}

function isPageOf(url: string | undefined, user: string): boolean {
  const path = url === undefined ? undefined : parseUrl(url)?.pathname;
  const name = path?.toLowerCase().split("/").at(-1);
  return name === `@${user}` || name === user;
}

/** Host and port of a web address. */
export function hostOf(url: string | undefined): string | undefined {
  return parseWebUrl(url)?.host;
}

/** One spelling for a host: `bawü.social` and `xn--baw-joa.social` are one server. */
function asciiHost(host: string): string | undefined {
  const [name, port, ...rest] = host.split(":");
  if (name === undefined || rest.length > 0 || (port !== undefined && !/^\d+$/u.test(port))) {
    return undefined;
  }
  // What an address makes of a name, here as in a browser.
  const ascii = parseWebUrl(`https://${name}`)?.hostname;
  if (ascii === undefined) return undefined;
  return port === undefined ? ascii : `${ascii}:${port}`;
}
