import { type LookupAddress, type LookupOptions, lookup } from "node:dns";
import { isIP } from "node:net";
import { Agent, fetch as undiciFetch } from "undici";
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

/**
 * The network of this machine. Which address a name stands for is checked at the connection itself,
 * where nobody can change it between the question and its use: the platform's own `fetch` has no
 * place for that, undici's has.
 */
export function platformFetch(lookUp: Lookup = systemLookup): Fetch {
  const onlyPublicly = new Agent({
    maxHeaderSize,
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
  const anywhere = new Agent({ maxHeaderSize });
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
