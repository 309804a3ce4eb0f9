import { describe, expect, test } from "vitest";
import { failureOf, openAsking } from "../support/asking.js";
import { answer, startHostileServer } from "../support/hostile-server.js";
import { testStart } from "../support/test-clock.js";

const iso = (waitMs: number): string => new Date(testStart + waitMs).toISOString();
const httpDate = (waitMs: number): string => new Date(testStart + waitMs).toUTCString();
const epoch = (waitMs: number): string => String((testStart + waitMs) / 1000);

const halfMinute: readonly Readonly<Record<string, string>>[] = [
  { "X-RateLimit-Remaining": "0", "X-RateLimit-Reset": iso(30_000) },
  { "x-rate-limit-remaining": "0", "x-rate-limit-reset": epoch(30_000) },
  { "RateLimit-Remaining": "0", "RateLimit-Reset": "30" },
  { RateLimit: '"default";r=0;t=30' },
  // Its clock is an hour behind, and an hour ahead.
  {
    date: httpDate(-3_600_000),
    "x-ratelimit-remaining": "0",
    "x-ratelimit-reset": iso(-3_570_000),
  },
  {
    date: httpDate(3_600_000),
    "x-rate-limit-remaining": "0",
    "x-rate-limit-reset": epoch(3_630_000),
  },
];

describe("a limit", () => {
  test("that is reached is waited for, in every dialect, and told", async () => {
    for (const headers of [
      ...halfMinute,
      { "Retry-After": "30" },
      { "Retry-After": httpDate(30_000) },
    ]) {
      const server = await startHostileServer({
        "/": [answer(429, "Too many requests", headers), answer(200, "[1]")],
      });
      const { ask, clock, told } = openAsking({ named: [server] });
      expect((await ask(server.url())).text).toBe("[1]");
      expect(clock.waits, JSON.stringify(headers)).toEqual([30_000]);
      const reason = `${server.host} takes no more requests for now (HTTP 429): Too many requests`;
      expect(told).toEqual([{ host: server.host, reason, until: testStart + 30_000 }, undefined]);
    }
  });

  test("whose last request has been answered delays the next one, and is told", async () => {
    for (const headers of halfMinute) {
      const server = await startHostileServer({
        "/": [answer(200, "[1]", headers), answer(200, "[2]")],
      });
      const { ask, clock, told } = openAsking({ named: [server] });
      expect((await ask(server.url())).text).toBe("[1]");
      expect(clock.waits).toEqual([]);
      expect((await ask(server.url())).text).toBe("[2]");
      expect(clock.waits, JSON.stringify(headers)).toEqual([30_000]);
      const reason = `${server.host} takes no more requests for now`;
      expect(told).toEqual([{ host: server.host, reason, until: testStart + 30_000 }, undefined]);
    }
  });

  test("with some requests left delays nothing", async () => {
    const headers = { "x-ratelimit-remaining": "1", "x-ratelimit-reset": iso(30_000) };
    const server = await startHostileServer({ "/": answer(200, "[]", headers) });
    const { ask, clock } = openAsking({ named: [server] });
    await ask(server.url());
    await ask(server.url());
    expect(clock.waits).toEqual([]);
  });

  test("of one host holds up no other", async () => {
    const headers = { "x-ratelimit-remaining": "0", "x-ratelimit-reset": iso(30_000) };
    const one = await startHostileServer({ "/": answer(200, "[]", headers) });
    const other = await startHostileServer({ "/": answer(200, "[]") });
    const { ask, clock } = openAsking({ named: [one, other] });
    await ask(one.url());
    await ask(other.url());
    expect(clock.waits).toEqual([]);
  });

  test("of a server that is out of order is kept where it tells one", async () => {
    const server = await startHostileServer({
      "/": [answer(503, "", { "Retry-After": "120" }), answer(200, "[1]")],
    });
    const { ask, clock } = openAsking({ named: [server] });
    await ask(server.url());
    expect(clock.waits).toEqual([120_000]);
  });

  test("that a server out of order has as well is no reason to wait for it", async () => {
    const headers = { "x-ratelimit-remaining": "9", "x-ratelimit-reset": iso(300_000) };
    const server = await startHostileServer({
      "/": [answer(503, "", headers), answer(200, "[1]")],
    });
    const { ask, clock } = openAsking({ named: [server] });
    await ask(server.url());
    expect(clock.waits).toEqual([750]);
  });

  test("is the reason that is told, and not a failure that is over", async () => {
    const server = await startHostileServer({
      "/": [
        answer(503, ""),
        answer(200, "[]", { "RateLimit-Remaining": "0", "RateLimit-Reset": "9" }),
      ],
    });
    const { ask, told } = openAsking({ named: [server] });
    await ask(server.url());
    await ask(server.url());
    expect(told.map((wait) => wait?.reason)).toEqual([
      `${server.host} is out of order (HTTP 503)`,
      undefined,
      `${server.host} takes no more requests for now`,
      undefined,
    ]);
  });

  test("that is said to be over and is not, is asked about ever more seldom", async () => {
    for (const headers of [{ "Retry-After": "0" }, { "x-ratelimit-reset": iso(-60_000) }, {}]) {
      const limited = answer(429, "", headers);
      const server = await startHostileServer({
        "/": [limited, limited, limited, limited, answer(200, "[1]")],
      });
      const { ask, clock } = openAsking({ named: [server] });
      await ask(server.url());
      expect(clock.waits).toEqual([750, 1500, 3000, 6000]);
    }
  });

  test("beyond --patience is not waited for, and nothing else is asked of that host before", async () => {
    const server = await startHostileServer({
      "/": answer(429, '{"error":"Too many"}', { "Retry-After": "900" }),
      "/other": answer(200, "[]"),
    });
    const { ask, clock } = openAsking({ named: [server], patienceMs: 600_000 });
    for (const path of ["/", "/other"]) {
      const error = await failureOf(ask(server.url(path)));
      expect(error).toMatchObject({ problem: "rate-limited", status: 429 });
      expect(error.message).toBe(
        `${server.host} takes no more requests for now (HTTP 429): Too many; another 15 min would go beyond the 10 min of --patience`,
      );
    }
    expect(server.requests).toHaveLength(1);
    expect(clock.waits).toEqual([]);
    clock.advance(900_000);
    expect((await ask(server.url("/other"))).text).toBe("[]");
  });

  test("of ten years ends in a sentence that names --patience", async () => {
    const tenYears = 3650 * 86_400_000;
    for (const headers of [
      { "Retry-After": String(tenYears / 1000) },
      { "X-RateLimit-Reset": iso(tenYears) },
      { "x-rate-limit-reset": epoch(tenYears) },
    ]) {
      const server = await startHostileServer({ "/": answer(429, "", headers) });
      const error = await failureOf(openAsking({ named: [server] }).ask(server.url()));
      expect(error.message).toMatch(/another 3650 days would go beyond the 60 min of --patience$/u);
      expect(error.nextStep).toContain("--patience");
    }
  });

  test("of ten years on an answer delays the next no longer than patience lasts", async () => {
    const headers = { "x-ratelimit-remaining": "0", "x-ratelimit-reset": iso(3650 * 86_400_000) };
    const server = await startHostileServer({ "/": answer(200, "[]", headers) });
    const { ask, clock } = openAsking({ named: [server], patienceMs: 600_000 });
    await ask(server.url());
    await ask(server.url());
    expect(clock.waits).toEqual([600_000]);
  });
});
