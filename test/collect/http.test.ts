import { describe, expect, test } from "vitest";
import { failureOf, openAsking, testUserAgent } from "../support/asking.js";
import { answer, type Behaviour, startHostileServer, watched } from "../support/hostile-server.js";

const redirect = (location: string, status = 302): Behaviour =>
  answer(status, "moved", { location });

describe("asking a server", () => {
  test("gives the JSON as it was written, on one line, with its status, headers and time", async () => {
    const server = await startHostileServer({
      "/": answer(200, '{"id": 10000000000000000001,\n"a": "ü"}\n', { link: "<x>" }),
    });
    const { ask, clock } = openAsking({ named: [server] });
    const { text, value, status, headers, url, receivedAt } = await ask(server.url());
    expect(text).toBe('{"id": 10000000000000000001, "a": "ü"}');
    expect(value).toMatchObject({ a: "ü" });
    expect([status, headers.get("link"), url]).toEqual([200, "<x>", `${server.origin}/`]);
    expect(receivedAt).toBe(clock.now());
  });

  test("says who asks, and for JSON", async () => {
    const server = await startHostileServer({ "/": answer(200, "[]") });
    await openAsking({ named: [server] }).ask(server.url());
    const { headers } = server.requests[0];
    expect(headers["user-agent"]).toBe(testUserAgent);
    expect(headers.accept).toBe("application/json");
    expect(headers.authorization).toBeUndefined();
  });

  test("happens once at a time for each host, in the order of the questions", async () => {
    let underWay = 0;
    let mostAtOnce = 0;
    const slow: Behaviour = (response) => {
      underWay += 1;
      mostAtOnce = Math.max(mostAtOnce, underWay);
      response.on("finish", () => {
        underWay -= 1;
      });
      setImmediate(() => setImmediate(() => response.end("[]")));
    };
    const server = await startHostileServer({ "/1": slow, "/2": slow, "/3": slow });
    const { ask } = openAsking({ named: [server] });
    await Promise.all(["/1", "/2", "/3"].map((path) => ask(server.url(path))));
    expect(mostAtOnce).toBe(1);
    expect(server.requests.map(({ url }) => url)).toEqual(["/1", "/2", "/3"]);
  });

  test("goes on with a host after a question to it has failed", async () => {
    const server = await startHostileServer({ "/1": answer(404, "{}"), "/2": answer(200, "[2]") });
    const { ask } = openAsking({ named: [server] });
    const [first, second] = await Promise.allSettled([
      ask(server.url("/1")),
      ask(server.url("/2")),
    ]);
    expect([first.status, second.status]).toEqual(["rejected", "fulfilled"]);
  });

  test("lets two hosts answer at the same time", async () => {
    // Each answers only once the other has been asked: one after the other would never end.
    const asked: (() => void)[] = [];
    const together: Behaviour = (response) => {
      asked.push(() => response.end("[]"));
      if (asked.length === 2) for (const finish of asked) finish();
    };
    const one = await startHostileServer({ "/": together });
    const other = await startHostileServer({ "/": together });
    const { ask } = openAsking({ named: [one, other] });
    const answers = await Promise.all([ask(one.url()), ask(other.url())]);
    expect(answers.map(({ text }) => text)).toEqual(["[]", "[]"]);
  });
});

describe("a token", () => {
  test("goes to its own origin alone", async () => {
    const own = await startHostileServer({ "/": answer(200, "[]") });
    const other = await startHostileServer({ "/": answer(200, "[]") });
    const secrets = new Map([[own.origin, "token-of-own"]]);
    const { ask } = openAsking({ named: [own, other], secrets });
    await ask(own.url());
    await ask(other.url());
    expect(own.requests[0].headers.authorization).toBe("Bearer token-of-own");
    expect(other.requests[0].headers.authorization).toBeUndefined();
  });

  test("stays with its server where that sends us on within itself", async () => {
    const server = await startHostileServer({
      "/old": redirect("/new"),
      "/new": answer(200, "[]"),
    });
    const { ask } = openAsking({
      named: [server],
      secrets: new Map([[server.origin, "token-of-own"]]),
    });
    await ask(server.url("/old"));
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([
      "Bearer token-of-own",
      "Bearer token-of-own",
    ]);
  });
});

describe("a redirect", () => {
  test("within the same server is followed, three times at most", async () => {
    const server = await startHostileServer({
      "/0": redirect("/1", 301),
      "/1": redirect("2", 307),
      "/2": redirect("/3", 308),
      "/3": answer(200, '"there"'),
      "/start": redirect("/0"),
    });
    const { ask } = openAsking({ named: [server] });
    const found = await ask(server.url("/0"));
    expect([found.text, found.url]).toEqual(['"there"', `${server.origin}/0`]);
    const error = await failureOf(ask(server.url("/start")));
    expect(error.message).toBe(`${server.host} sends us on more than 3 times`);
    expect(error.problem).toBe("refused");
  });

  test("in a circle ends", async () => {
    const server = await startHostileServer({ "/a": redirect("/b"), "/b": redirect("/a") });
    const error = await failureOf(openAsking({ named: [server] }).ask(server.url("/a")));
    expect(error.message).toContain("sends us on more than 3 times");
    expect(server.requests).toHaveLength(4);
  });

  test("to another server is refused by name, and that server is never asked", async () => {
    const other = await startHostileServer({ "/": answer(200, "[]") });
    const server = await startHostileServer({ "/": redirect(other.url().href) });
    const secrets = new Map([[server.origin, "token-of-own"]]);
    for (const named of [[server], [server, other]]) {
      const error = await failureOf(openAsking({ named, secrets }).ask(server.url()));
      expect(error.problem).toBe("refused");
      expect(error.message).toBe(`${server.host} sends us on to ${other.origin}`);
      expect(error.nextStep).toContain(`--from ${other.host}`);
    }
    expect(other.connections()).toBe(0);
    expect(server.requests).toHaveLength(2);
  });

  test("to a private address, another protocol, a local file or nowhere is refused", async () => {
    for (const [location, said] of [
      ["http://10.0.0.1/", "sends us on to http://10.0.0.1"],
      ["//169.254.169.254/latest", "sends us on to http://169.254.169.254"],
      ["file:///etc/passwd", "sends us on to nowhere"],
      ["data:application/json,[]", "sends us on to nowhere"],
      ["http://", "sends us on to nowhere"],
    ]) {
      const server = await startHostileServer({ "/": redirect(location) });
      const error = await failureOf(openAsking({ named: [server] }).ask(server.url()));
      expect(error.message).toBe(`${server.host} ${said}`);
    }
    const server = await startHostileServer({ "/": (response) => response.writeHead(302).end() });
    const error = await failureOf(openAsking({ named: [server] }).ask(server.url()));
    expect(error.message).toBe(`${server.host} sends us on to nowhere`);
    expect(error.nextStep).toContain("browser");
  });

  test("may hold a name and a password, which are not used", async () => {
    const server = await startHostileServer({
      "/old": (response, { headers }) =>
        response.writeHead(302, { location: `http://me:word@${headers.host}/new` }).end(),
      "/new": answer(200, "[]"),
    });
    expect((await openAsking({ named: [server] }).ask(server.url("/old"))).text).toBe("[]");
    expect(server.requests[1].headers.authorization).toBeUndefined();
  });

  test("with an endless body is not waited for, and its connection closed at once", async () => {
    const { behaviour, closed } = watched((response) => {
      response.writeHead(302, { location: "/new" }).write("never ending");
    });
    const server = await startHostileServer({ "/old": behaviour, "/new": answer(200, "[]") });
    await openAsking({ named: [server] }).ask(server.url("/old"));
    await closed;
    // Without being told, undici lets go of it only when memory is cleaned up.
  }, 2000);
});
