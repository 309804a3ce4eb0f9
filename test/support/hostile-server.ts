import { EventEmitter, once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** How the server behaves where it is asked for a path. */
export type Behaviour = (response: ServerResponse, request: IncomingMessage) => void;

export interface HostileServer {
  readonly host: string;
  readonly origin: string;
  readonly port: number;
  url(path?: string): URL;
  /** What was asked, in its order. */
  readonly requests: readonly IncomingMessage[];
  /** Connections that there ever were. */
  connections(): number;
}

/**
 * A server on this machine, gone when the test is over. Behaviours of one path come in their order,
 * the last of them for ever after. It tells no date unless a behaviour does.
 */
export async function startHostileServer(
  paths: Readonly<Record<string, Behaviour | readonly Behaviour[]>>,
): Promise<HostileServer> {
  const requests: IncomingMessage[] = [];
  const asked = new Map<string, number>();
  let connections = 0;
  const server = createServer((request, response) => {
    requests.push(request);
    const path = request.url ?? "";
    const times = asked.get(path) ?? 0;
    asked.set(path, times + 1);
    const behaviours = [paths[path] ?? answer(404, "{}")].flat();
    response.sendDate = false;
    behaviours[Math.min(times, behaviours.length - 1)](response, request);
  });
  server.on("connection", () => {
    connections += 1;
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const port = portOf(server.address());
  const origin = `http://127.0.0.1:${port}`;
  return {
    host: `127.0.0.1:${port}`,
    origin,
    port,
    url: (path = "/") => new URL(path, origin),
    requests,
    connections: () => connections,
  };
}

/** A port of this machine where nobody listens. */
export async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const port = portOf(server.address());
  await new Promise((done) => server.close(done));
  return port;
}

/** A whole answer at once. */
export function answer(
  status: number,
  body: string | Buffer,
  headers: Readonly<Record<string, string>> = {},
): Behaviour {
  return (response) => response.writeHead(status, headers).end(body);
}

/** A behaviour, and when the connection that it had is closed. */
export function watched(behaviour: Behaviour): {
  readonly behaviour: Behaviour;
  readonly closed: Promise<IncomingMessage>;
} {
  const closing = new EventEmitter();
  return {
    behaviour(response, request) {
      request.socket.once("close", () => closing.emit("close", request));
      behaviour(response, request);
    },
    closed: once(closing, "close").then(([request]) => request),
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
