import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { afterAll } from "vitest";
import { z } from "zod";
import { realReference } from "./real-data.js";

const exchangeSchema = z.object({
  /** Path and query. */
  path: z.string(),
  /** Whether it took a token. */
  auth: z.boolean(),
  status: z.number(),
  headers: z.record(z.string(), z.string()),
  body: z.unknown(),
});

/** An exchange as it was recorded with a real server. */
export type RecordedExchange = Readonly<z.output<typeof exchangeSchema>>;

/** All exchanges of a recording beside the project. */
export function readRecording(name: string): RecordedExchange[] {
  const text = readFileSync(realReference(`recordings/${name}`), "utf8");
  return z.array(exchangeSchema).parse(JSON.parse(text));
}

export interface RecordedServer {
  /** Host and port. */
  readonly host: string;
  readonly origin: string;
  /** Method, path and query of every request, in order. */
  readonly requests: readonly string[];
}

/** How a request is matched: by its path and by these parameters; others may differ. */
export interface ReplayOptions {
  readonly parameters: readonly string[];
  /** What is answered to a request that was not recorded. */
  readonly otherwise: (url: URL) => { readonly status: number; readonly body: unknown };
}

/** Replays recorded exchanges on this machine until the tests of the file are done. */
export async function replay(
  exchanges: readonly RecordedExchange[],
  options: ReplayOptions,
): Promise<RecordedServer> {
  const byKey = new Map<string, RecordedExchange[]>();
  const keyOf = (url: URL): string =>
    [
      url.pathname,
      ...options.parameters.map((name) => `${name}=${url.searchParams.get(name) ?? ""}`),
    ].join(" ");
  for (const exchange of exchanges) {
    const key = keyOf(new URL(exchange.path, "http://recorded.example"));
    byKey.set(key, [...(byKey.get(key) ?? []), exchange]);
  }
  const requests: string[] = [];
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? "/", "http://recorded.example");
    requests.push(`${request.method} ${url.pathname}${url.search}`);
    const hasToken = request.headers.authorization !== undefined;
    const found = byKey.get(keyOf(url)) ?? [];
    const exchange = found.find(({ auth }) => auth === hasToken) ?? found.find(({ auth }) => !auth);
    const { status, body } = exchange ?? options.otherwise(url);
    const headers: Record<string, string> = { "content-type": "application/json" };
    for (const [name, value] of Object.entries(exchange?.headers ?? {})) {
      // Links lead back to this server, as the recorded ones did to theirs.
      headers[name] = name === "link" ? value.replace(/https?:\/\/[^/>]+/gu, origin) : value;
    }
    response.writeHead(status, headers);
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const host = `127.0.0.1:${address.port}`;
  const origin = `http://${host}`;
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return { host, origin, requests };
}
