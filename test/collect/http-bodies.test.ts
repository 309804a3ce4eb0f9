import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { failureOf, openAsking } from "../support/asking.js";
import { answer, type Behaviour, startHostileServer, watched } from "../support/hostile-server.js";

const megabyte = Buffer.alloc(1024 * 1024, " ");

/** Sends spaces for as long as anybody listens. */
const endless: Behaviour = (response) => {
  const send = (): void => {
    while (!response.destroyed && response.write(megabyte));
  };
  response.on("drain", send);
  response.writeHead(200);
  send();
};

/** Promises more than it sends. */
const tornOff: Behaviour = (response) => {
  response.writeHead(200, { "content-length": "100" });
  response.write('[{"id": "1"}', () => response.destroy());
};

const proxyPage = "\n<!DOCTYPE html><html><body>502 Bad Gateway</body></html>";

describe("a body", () => {
  test("that is a web page is asked for three times, and then said to be one", async () => {
    const server = await startHostileServer({ "/": answer(200, proxyPage) });
    const error = await failureOf(openAsking({ named: [server] }).ask(server.url()));
    expect([error.problem, error.status]).toEqual(["bad-payload", 200]);
    expect(error.message).toMatch(/^127\.0\.0\.1:\d+ gave a web page instead of data/u);
    expect(error.nextStep).toContain("run the same command again later");
    expect(server.requests).toHaveLength(3);
  });

  test("that is empty, cut off with a clean end, or no JSON, is said to be that", async () => {
    for (const [body, said] of [
      ["", "gave an empty answer"],
      [" \r\n", "gave an empty answer"],
      ['[{"id": "1"}, {"i', "gave an answer that is cut off in the middle"],
      ["upstream timed out", 'gave an answer that is no JSON ("upstream timed out")'],
    ]) {
      const server = await startHostileServer({ "/": answer(200, body) });
      const error = await failureOf(openAsking({ named: [server] }).ask(server.url()));
      expect([error.problem, error.status]).toEqual(["bad-payload", 200]);
      expect(error.message).toBe(`${server.host} ${said}`);
      expect(server.requests).toHaveLength(3);
    }
  });

  test("that is not there, whatever else went well, is asked for three times", async () => {
    const server = await startHostileServer({ "/": (response) => response.writeHead(204).end() });
    const error = await failureOf(openAsking({ named: [server] }).ask(server.url()));
    expect([error.problem, error.status]).toEqual(["bad-payload", 204]);
    expect(error.message).toBe(`${server.host} gave no data (HTTP 204)`);
    expect(server.requests).toHaveLength(3);
  });

  test("may begin with a byte order mark", async () => {
    const server = await startHostileServer({ "/": answer(200, "\uFEFF[1]") });
    const { text, value } = await openAsking({ named: [server] }).ask(server.url());
    expect([text, value]).toEqual(["[1]", [1]]);
  });

  test("that breaks off in the middle is asked for again", async () => {
    const server = await startHostileServer({ "/": [tornOff, tornOff, answer(200, "[1]")] });
    const { ask, told } = openAsking({ named: [server] });
    expect((await ask(server.url())).text).toBe("[1]");
    expect(told[0]?.reason).toBe(`${server.host} broke off in the middle of its answer`);
    expect(server.requests).toHaveLength(3);
  });

  test("that comes packed is unpacked", async () => {
    const server = await startHostileServer({
      "/": answer(200, gzipSync('["packed"]'), { "content-encoding": "gzip" }),
      "/wrong": answer(200, '["not packed"]', { "content-encoding": "gzip" }),
    });
    const { ask } = openAsking({ named: [server], patienceMs: 10_000 });
    expect((await ask(server.url())).text).toBe('["packed"]');
    expect(server.requests[0].headers["accept-encoding"]).toContain("gzip");
    const error = await failureOf(ask(server.url("/wrong")));
    expect([error.problem, error.status]).toEqual(["unavailable", 200]);
    expect(error.message).toContain("broke off in the middle of its answer");
  });

  test("that never ends is stopped after 64 MB and not asked for again", async () => {
    const { behaviour, closed } = watched(endless);
    const server = await startHostileServer({ "/": behaviour });
    const error = await failureOf(openAsking({ named: [server] }).ask(server.url()));
    expect([error.problem, error.status]).toEqual(["bad-payload", 200]);
    expect(error.message).toBe(`${server.host} sends more than 64 MB at once`);
    expect((await closed).socket.bytesWritten).toBeLessThan(128 * 1024 * 1024);
    expect(server.requests).toHaveLength(1);
  });

  test("of a few bytes that unpack to more than 64 MB is stopped, too", async () => {
    const bomb = gzipSync(Buffer.alloc(80 * 1024 * 1024, " "));
    expect(bomb.length).toBeLessThan(1024 * 1024);
    const server = await startHostileServer({
      "/": answer(200, bomb, { "content-encoding": "gzip" }),
      "/twice": answer(200, gzipSync(bomb), { "content-encoding": "gzip, gzip" }),
    });
    const { ask } = openAsking({ named: [server] });
    for (const path of ["/", "/twice"]) {
      const error = await failureOf(ask(server.url(path)));
      expect(error.message).toBe(`${server.host} sends more than 64 MB at once`);
    }
    expect(server.requests).toHaveLength(2);
  });
});
