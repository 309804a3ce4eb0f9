import { describe, expect, test } from "vitest";
import type { Fetch, Lookup } from "../../src/collect/platform-fetch.js";
import { failureOf, openAsking } from "../support/asking.js";
import {
  answer,
  type Behaviour,
  closedPort,
  startHostileServer,
  watched,
} from "../support/hostile-server.js";
import { startTestClock, testStart } from "../support/test-clock.js";

async function failureAt(behaviour: Behaviour, options: { mayBeGone?: boolean } = {}) {
  const server = await startHostileServer({ "/": behaviour });
  const error = await failureOf(openAsking({ named: [server] }).ask(server.url(), options));
  return { error, said: error.message.replace(server.host, "it"), requests: server.requests };
}

describe("an answer that refuses", () => {
  test("is told with its status, the server's words and what to do, and not asked for again", async () => {
    for (const [status, problem, said, next] of [
      [400, "refused", "it does not take the question (HTTP 400): No", "the options"],
      [401, "unauthorized", "it refuses (HTTP 401): No", "token"],
      [403, "unauthorized", "it refuses (HTTP 403): No", "token"],
      [404, "not-found", "it has no such thing (HTTP 404): No", "spelt"],
      [410, "not-found", "it has no such thing (HTTP 410): No", "spelt"],
      [422, "refused", "it does not take the question (HTTP 422): No", "the options"],
    ] as const) {
      const failed = await failureAt(answer(status, '{"error":"No"}'));
      expect(failed.error).toMatchObject({ problem, status });
      expect(failed.said).toBe(said);
      expect(failed.error.nextStep).toContain(next);
      expect(failed.requests).toHaveLength(1);
    }
  });

  test("may be an answer where what was asked for may be gone", async () => {
    const server = await startHostileServer({
      "/": answer(404, '{"error":"Record not found"}'),
      "/page": answer(410, "<html>Gone</html>"),
      "/empty": answer(404, ""),
    });
    const { ask } = openAsking({ named: [server] });
    const gone = await ask(server.url(), { mayBeGone: true });
    expect([gone.status, gone.text]).toEqual([404, '{"error":"Record not found"}']);
    const page = await ask(server.url("/page"), { mayBeGone: true });
    expect([page.status, page.text, page.value]).toEqual([410, "null", null]);
    expect((await ask(server.url("/empty"), { mayBeGone: true })).value).toBeNull();
    expect((await failureAt(answer(403, "{}"), { mayBeGone: true })).error.status).toBe(403);
  });

  test("has the server's words without anything that could steer a terminal", async () => {
    const words = "no\u001b[2J\u0000 \u202eway\r\nDone\u2028.";
    for (const key of ["error", "detail", "message", "title"]) {
      const failed = await failureAt(answer(400, JSON.stringify({ [key]: words })));
      expect(failed.said).toBe("it does not take the question (HTTP 400): no [2J way Done .");
    }
    const long = `${"x".repeat(199)}😀`;
    const { said } = await failureAt(answer(400, JSON.stringify({ error: long })));
    expect(said.isWellFormed()).toBe(true);
    expect(said.length).toBeLessThan(250);
  });

  test("needs no words that can be read", async () => {
    for (const body of ["", "null", "7", '"x"', "[]", '{"error":{"a":1}}', '{"error":""}', "<p>"]) {
      const { said } = await failureAt(answer(403, body));
      expect(said).toBe("it refuses (HTTP 403)");
    }
  });
});

describe("a server that is out of order", () => {
  test("is asked again: a proxy's page with 503 costs only time", async () => {
    const page = answer(503, "<html><body>Service Unavailable</body></html>");
    const server = await startHostileServer({ "/": [page, page, answer(200, "[1]")] });
    const { ask, told } = openAsking({ named: [server] });
    expect((await ask(server.url())).text).toBe("[1]");
    expect(told.map((wait) => wait?.reason)).toEqual([
      `${server.host} is out of order (HTTP 503)`,
      undefined,
      `${server.host} is out of order (HTTP 503)`,
      undefined,
    ]);
  });

  test("with a fault of one page is asked four times for it", async () => {
    const { error, said, requests } = await failureAt(answer(500, '{"error":"oops"}'));
    expect(error).toMatchObject({ problem: "unavailable", status: 500 });
    expect(said).toBe("it is out of order (HTTP 500): oops");
    expect(requests).toHaveLength(4);
  });

  test("is asked at distances that double up to a minute, half of each by chance", async () => {
    for (const [chance, share] of [
      [0, 0.5],
      [0.5, 0.75],
      [0.999, 0.9995],
    ]) {
      const server = await startHostileServer({ "/": answer(502, "") });
      const clock = startTestClock([chance]);
      const asked = openAsking({ named: [server], clock, patienceMs: 300_000 }).ask(server.url());
      expect((await failureOf(asked)).status).toBe(502);
      const seconds = [1, 2, 4, 8, 16, 32, ...Array<number>(9).fill(60)];
      expect(clock.waits.length).toBeGreaterThan(8);
      expect(clock.waits).toEqual(
        seconds.slice(0, clock.waits.length).map((full) => full * 1000 * share),
      );
    }
  });

  test("is given up when another wait would go beyond --patience", async () => {
    const server = await startHostileServer({ "/": answer(503, "") });
    const { ask, clock } = openAsking({ named: [server], patienceMs: 600_000 });
    const error = await failureOf(ask(server.url()));
    expect(error).toMatchObject({ problem: "unavailable", status: 503 });
    expect(error.message).toBe(
      `${server.host} is out of order (HTTP 503); another 45 s would go beyond the 10 min of --patience`,
    );
    expect(error.nextStep).toContain("--patience");
    expect(clock.now() - testStart).toBeLessThanOrEqual(600_000);
    expect(clock.now() - testStart).toBeGreaterThan(600_000 - 60_000);
  });
});

describe("a server that does not answer", () => {
  test("is given up after three tries of a minute", async () => {
    const clock = startTestClock();
    const server = await startHostileServer({ "/": () => clock.passDeadlines() });
    const error = await failureOf(openAsking({ named: [server], clock }).ask(server.url()));
    expect(error).toMatchObject({ problem: "unavailable", status: undefined });
    expect(error.message).toBe(`${server.host} did not answer within 60 seconds`);
    expect(server.requests).toHaveLength(3);
  });

  test("to the end of its answer in time is asked again, and its connection closed", async () => {
    const clock = startTestClock();
    const { behaviour, closed } = watched((response) => {
      response.writeHead(200).write("[", () => clock.passDeadlines());
    });
    const server = await startHostileServer({ "/": [behaviour, answer(200, "[1]")] });
    expect((await openAsking({ named: [server], clock }).ask(server.url())).text).toBe("[1]");
    await closed;
  });

  test("for it takes no connections is tried three times, having never answered", async () => {
    const origin = `http://127.0.0.1:${await closedPort()}`;
    const { ask, clock } = openAsking({ named: [{ origin }] });
    const error = await failureOf(ask(new URL(origin)));
    expect(error).toMatchObject({ problem: "unavailable", status: undefined });
    expect(error.message).toBe(`${new URL(origin).host} takes no connections`);
    expect(clock.waits).toHaveLength(2);
  });

  test("in HTTP is said not to", async () => {
    const server = await startHostileServer({
      "/": (response) => response.socket?.end("SSH-2.0-OpenSSH_9.0\r\n"),
    });
    const error = await failureOf(openAsking({ named: [server] }).ask(server.url()));
    expect(error.message).toContain("does not match the HTTP/1.1 protocol");
    expect(server.requests).toHaveLength(3);
  });

  test("any more is tried for as long as patience lasts, having answered before", async () => {
    const server = await startHostileServer({
      "/": [answer(200, "[]"), (response) => response.destroy()],
    });
    const { ask, clock } = openAsking({ named: [server], patienceMs: 600_000 });
    await ask(server.url());
    const error = await failureOf(ask(server.url()));
    expect(error.message).toMatch(/ cannot be reached \(UND_ERR_SOCKET\); another .* --patience$/u);
    expect(clock.waits.length).toBeGreaterThan(10);
  });

  test("and was not named by the user is tried once", async () => {
    const unreachable: Lookup = (_host, _options, done) =>
      done(Object.assign(new Error("no"), { code: "ENOTFOUND" }), []);
    const { ask, clock } = openAsking({ lookUp: unreachable });
    const error = await failureOf(ask(new URL("https://blog.example/")));
    expect(error.message).toBe("blog.example is no server that anybody knows");
    expect(error.nextStep).toContain("spelt");
    expect(clock.waits).toEqual([]);
  });
});

describe("a public server that was not named", () => {
  const url = new URL("https://blog.example/");

  test("is waited for no longer than 20 seconds", async () => {
    const clock = startTestClock();
    const fetch: Fetch = (_url, { signal }) =>
      new Promise((_, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason));
        clock.passDeadlines();
      });
    const error = await failureOf(openAsking({ fetch, clock }).ask(url));
    expect(error.message).toBe("blog.example did not answer within 20 seconds");
    expect(clock.waits).toEqual([]);
  });

  test("is asked again for a minute at most, whatever --patience is", async () => {
    const fetch: Fetch = async () => ({
      status: 503,
      headers: new Headers(),
      body: new Blob(["down"]).stream(),
      discard: async () => {},
    });
    const { ask, clock } = openAsking({ fetch });
    const error = await failureOf(ask(url));
    expect(error).toMatchObject({ problem: "unavailable", status: 503 });
    expect(clock.waits.length).toBeGreaterThan(3);
    expect(clock.now() - testStart).toBeLessThanOrEqual(60_000);
  });
});
