import { type LookupAddress, type LookupOptions, lookup } from "node:dns";
import { isIP } from "node:net";
import { type Dispatcher, EnvHttpProxyAgent, Pool, fetch as undiciFetch } from "undici";
import { UserError } from "../model/errors.js";
import { isPublicAddress } from "./public-address.js";

interface FetchOptions {
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  /** The address came out of a post: nothing but a public one may be connected to. */
  readonly onlyPublic: boolean;
}

/** What comes back, its body still on the way. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: AsyncIterable<Uint8Array>;
  /** Ends what is not read: until then its connection stays open, and may for ever. */
  discard(): Promise<void>;
}

/** One request, redirects not followed. Rejects where no answer begins to come. */
export type Fetch = (url: URL, options: FetchOptions) => Promise<RawAnswer>;

export type Lookup = (
  host: string,
  options: LookupOptions,
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** A name stands for an address that is not public. */
export class NotPublicError extends Error {
  override readonly name = "NotPublicError";
}

/** Some servers' security headers are longer than the 16 kB that Node takes by itself. */
const maxHeaderSize = 64 * 1024;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The network of this machine, by way of the proxies that `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` of an
 * environment name. Which address a name stands for is checked at the connection itself, where nobody can change it
 * between the question and its use: the platform's own `fetch` has no place for that, undici's has. A proxy is
 * told the address that was checked, and not the name, which it might find elsewhere.
 */
export function platformFetch(lookUp: Lookup = systemLookup, environment: Environment = {}): Fetch {
  const proxies = { maxHeaderSize, ...proxiesOf(environment) };
  const onlyPublicly = new EnvHttpProxyAgent({
    ...proxies,
    clientFactory: (origin, options) => pinningPool(origin, options, lookUp),
    connect: {
      lookup(host, options, done) {
        lookUp(host, { ...options, all: true }, (error, addresses) => {
          const problem = error ?? problemOf(host, addresses);
          if (problem !== undefined) done(problem, "", 0);
          else if (options.all === true) done(null, addresses);
          else done(null, addresses[0].address, addresses[0].family);
        });
      },
    },
  });
  const anywhere = new EnvHttpProxyAgent(proxies);
  return async (url, { headers, signal, onlyPublic }) => {
    const host = url.hostname.replace(/^\[(.*)\]$/u, "$1");
    // An address that is written out is never looked up.
    if (onlyPublic && isIP(host) !== 0 && !isPublicAddress(host)) {
      throw new NotPublicError(`${host} is not a public address`);
    }
    const dispatcher = onlyPublic ? onlyPublicly : anywhere;
    const answer = await undiciFetch(url, {
      headers,
      signal,
      redirect: "manual",
      dispatcher,
    }).catch(throwCauseIfNotPublic);
    return {
      status: answer.status,
      headers: new Headers([...answer.headers]),
      body: answer.body ?? nothing(),
      discard: async () => answer.body?.cancel(),
    };
  };
}

/** As curl reads them: small letters first. An empty one is none. */
function proxiesOf(environment: Environment) {
  const value = (name: string): string =>
    environment[name.toLowerCase()] ?? environment[name.toUpperCase()] ?? "";
  const proxy = (name: string): string => {
    const address = value(name);
    if (address === "" || /^https?:\/\/[^/]/iu.test(address)) return address;
    // It may hold a password, so it is not repeated.
    throw new UserError(
      `${name.toUpperCase()} is no address of a proxy`,
      "write it as http://proxy.example:3128, or unset it",
    );
  };
  return {
    httpProxy: proxy("http_proxy"),
    httpsProxy: proxy("https_proxy"),
    noProxy: value("no_proxy"),
  };
}

class TunnelPool extends Pool {
  tunnel(options: Dispatcher.ConnectOptions): Promise<Dispatcher.ConnectData> {
    return super.connect(options);
  }
}

/** A proxy that is asked for addresses which were looked up here, and are public. */
function pinningPool(origin: URL, options: object, lookUp: Lookup): Pool {
  const pool = new TunnelPool(origin, options);
  return Object.assign(pool, {
    connect: async (asked: Dispatcher.ConnectOptions) =>
      pool.tunnel({ ...asked, path: await publicPlace(asked.path, lookUp) }),
  });
}

/** `host:port` with the address in the place of the name. */
async function publicPlace(place: string, lookUp: Lookup): Promise<string> {
  const at = place.lastIndexOf(":");
  const host = place.slice(0, at).replace(/^\[(.*)\]$/u, "$1");
  if (isIP(host) !== 0) return place;
  const address = await new Promise<string>((resolve, reject) => {
    lookUp(host, { all: true }, (error, addresses) => {
      const problem = error ?? problemOf(host, addresses);
      if (problem === undefined) resolve(addresses[0].address);
      else reject(problem);
    });
  });
  return `${isIP(address) === 6 ? `[${address}]` : address}${place.slice(at)}`;
}

/** undici says "fetch failed" of whatever goes wrong with a connection. */
function throwCauseIfNotPublic(error: unknown): never {
  throw error instanceof Error && error.cause instanceof NotPublicError ? error.cause : error;
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

function problemOf(host: string, addresses: readonly LookupAddress[]): Error | undefined {
  const wrong = addresses.find(({ address }) => !isPublicAddress(address));
  if (addresses.length > 0 && wrong === undefined) return undefined;
  return new NotPublicError(`${host} stands for ${wrong?.address ?? "no address"}`);
}

const systemLookup: Lookup = (host, options, done) => {
  lookup(host, { ...options, all: true }, done);
};
