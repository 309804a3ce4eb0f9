import { execFile, execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer as createHttpServer, request as httpRequest, type Server } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import { type AddressInfo, connect } from "node:net";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { type Lookup, NotPublicError, platformFetch } from "../../src/collect/platform-fetch.js";
import { serve } from "../support/collect-run.js";
import { postsOf } from "../support/mastodon-world.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const within = temporaryFolder();
const [key, cert] = [join(within, "key.pem"), join(within, "cert.pem")];

beforeAll(() => {
  const words = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj /CN=home";
  const names = "subjectAltName=IP:127.0.0.1,DNS:far.example";
  execFileSync("openssl", [...words.split(" "), "-addext", names, "-keyout", key, "-out", cert], {
    stdio: "ignore",
  });
});

async function listen(server: Server): Promise<number> {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

/** A proxy that opens tunnels to this machine, whatever is asked for, and keeps what was asked. */
async function startProxy(portOfAll?: number) {
  const tunnels: { place: string; authorization: string | undefined }[] = [];
  const proxy = createHttpServer();
  proxy.on("connect", ({ url = "", headers }, socket) => {
    tunnels.push({ place: url, authorization: headers["proxy-authorization"] });
    const port = portOfAll ?? Number(url.split(":").at(-1));
    const onward = connect(port, "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
      onward.pipe(socket).pipe(onward);
    });
    for (const end of [onward, socket]) end.on("error", () => end.destroy());
  });
  return { tunnels, origin: `127.0.0.1:${await listen(proxy)}` };
}

const at =
  (address: string): Lookup =>
  (_host, _options, done) =>
    done(null, [{ address, family: 4 }]);

async function textOf(
  fetch: ReturnType<typeof platformFetch>,
  url: string,
  onlyPublic: boolean,
): Promise<string> {
  const signal = AbortSignal.timeout(10_000);
  const answer = await fetch(new URL(url), { headers: {}, signal, onlyPublic });
  const pieces: Uint8Array[] = [];
  for await (const piece of answer.body) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

describe("a proxy of the environment", () => {
  async function startPlain() {
    return listen(createHttpServer((_, response) => response.end("hello")));
  }

  test("is asked by name for servers that the user named, with its password; NO_PROXY goes past it", async () => {
    const port = await startPlain();
    const { tunnels, origin } = await startProxy(port);
    const through = platformFetch(at("127.0.0.1"), { HTTP_PROXY: `http://me:pass@${origin}` });
    expect(await textOf(through, "http://home.example:81/", false)).toBe("hello");
    const authorization = `Basic ${Buffer.from("me:pass").toString("base64")}`;
    expect(tunnels).toEqual([{ place: "home.example:81", authorization }]);
    const past = platformFetch(undefined, {
      http_proxy: `http://${origin}`,
      HTTP_PROXY: "http://nowhere.invalid",
      NO_PROXY: "127.0.0.1,uni.example",
    });
    expect(await textOf(past, `http://127.0.0.1:${port}/`, false)).toBe("hello");
    expect(tunnels).toHaveLength(1);
  });

  test("is told the public address that was looked up here, and none that is not public", async () => {
    const port = await startPlain();
    const { tunnels, origin } = await startProxy(port);
    const environment = { HTTPS_PROXY: `http://${origin}`, HTTP_PROXY: `http://${origin}` };
    const publicly = platformFetch(at("93.184.215.14"), environment);
    expect(await textOf(publicly, "http://far.example:81/", true)).toBe("hello");
    expect(tunnels.map(({ place }) => place)).toEqual(["93.184.215.14:81"]);
    for (const inner of ["10.0.0.1", "127.0.0.1", "169.254.169.254"]) {
      const inward = platformFetch(at(inner), environment);
      await expect(textOf(inward, "http://far.example:81/", true)).rejects.toThrow(NotPublicError);
    }
    const written = textOf(publicly, "http://10.0.0.1:81/", true);
    await expect(written).rejects.toThrow(NotPublicError);
    expect(tunnels).toHaveLength(1);
  });

  test("that is no address is refused before anything is asked, and not repeated", () => {
    expect(() => platformFetch(undefined, { HTTPS_PROXY: "me:secret@proxy:1" })).toThrow(
      /^HTTPS_PROXY is no address of a proxy$/u,
    );
  });

  test("changes nothing about names in certificates", async () => {
    const secure = createHttpsServer(
      { key: readFileSync(key), cert: readFileSync(cert) },
      (_, response) => response.end("hello"),
    );
    const { tunnels, origin } = await startProxy(await listen(secure));
    const fetch = platformFetch(at("93.184.215.14"), { HTTPS_PROXY: `http://${origin}` });
    await expect(textOf(fetch, "https://far.example/", true)).rejects.toMatchObject({
      cause: { code: "DEPTH_ZERO_SELF_SIGNED_CERT" },
    });
    expect(tunnels.map(({ place }) => place)).toEqual(["93.184.215.14:443"]);
  });
});

test("a collection goes through HTTPS_PROXY, by a certificate of NODE_EXTRA_CA_CERTS", async () => {
  const mastodon = await serve({ posts: postsOf(3) });
  const { hostname, port } = new URL(mastodon.name.origin);
  const secure = createHttpsServer(
    { key: readFileSync(key), cert: readFileSync(cert) },
    ({ url, headers }, response) => {
      httpRequest({ hostname, port, path: url, headers }, (inner) => {
        response.writeHead(inner.statusCode ?? 500, inner.headers);
        inner.pipe(response);
      }).end();
    },
  );
  const securePort = await listen(secure);
  const { tunnels, origin } = await startProxy(securePort);
  const words = ["collect", "MedEd", "--from", `https://127.0.0.1:${securePort}`, "--json"];
  const collect = (environment: NodeJS.ProcessEnv, out: string) =>
    promisify(execFile)(
      process.execPath,
      [resolve("bin/tagatlas.js"), ...words, "--patience", "0", "--out", join(within, out)],
      { env: { ...process.env, HTTPS_PROXY: `http://me:pass@${origin}`, ...environment } },
    );
  const { stdout, stderr } = await collect({ NODE_EXTRA_CA_CERTS: cert }, "trusted");
  expect(JSON.parse(stdout)).toMatchObject({ posts: 3, failures: [] });
  expect(tunnels.length).toBeGreaterThan(0);
  expect(tunnels.every(({ place }) => place === `127.0.0.1:${securePort}`)).toBe(true);
  expect(stdout + stderr).not.toContain("pass");
  const untrusted = collect({ NODE_EXTRA_CA_CERTS: undefined }, "untrusted");
  await expect(untrusted).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringContaining("NODE_EXTRA_CA_CERTS"),
  });
}, 60_000);
