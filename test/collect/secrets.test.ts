import { describe, expect, test } from "vitest";
import { withoutSecrets } from "../../src/collect/secrets.js";
import { failureOf, openAsking } from "../support/asking.js";
import { answer, type Behaviour, startHostileServer } from "../support/hostile-server.js";

const token = 'Zx9/quote"back\\slash+AAAA%2Fk3y=';

/** Everything that an error says, and what caused it, down to the bottom. */
function everythingIn(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = Object.getOwnPropertyNames(error).map((name) => String(Reflect.get(error, name)));
  return [...own, error.cause === undefined ? "" : everythingIn(error.cause)].join("\n");
}

function expectNoSecret(text: string): void {
  const core = /Zx9|quote|slash|k3y/iu;
  expect(text).not.toMatch(core);
}

/** Sends back what it was sent, as JSON. */
const echo =
  (status: number, key: string): Behaviour =>
  (response, { headers }) =>
    response.writeHead(status).end(JSON.stringify({ [key]: `you sent ${headers.authorization}` }));

async function serverWithToken(behaviour: Behaviour, patienceMs = 10_000) {
  const server = await startHostileServer({ "/": behaviour });
  const secrets = new Map([[server.origin, token]]);
  const asking = openAsking({ named: [server], secrets, patienceMs });
  return { server, ...asking };
}

describe("a secret that a server sends back", () => {
  test("is in no answer: neither its text, nor its value, nor its headers", async () => {
    const { ask, server } = await serverWithToken((response, { headers }) => {
      const sent = headers.authorization ?? "";
      const link = `<https://x.example/?token=${encodeURIComponent(token)}>; rel="next", ${sent}`;
      const body = { echo: sent, nested: JSON.stringify({ echo: sent }), [sent]: 1 };
      response.writeHead(200, { link }).end(JSON.stringify(body).replaceAll("/", "\\/"));
    });
    const { text, value, headers } = await ask(server.url());
    expect(server.requests[0].headers.authorization).toBe(`Bearer ${token}`);
    expect(value).toMatchObject({ echo: "Bearer [secret]", nested: '{"echo":"Bearer [secret]"}' });
    for (const kept of [text, JSON.stringify(value), JSON.stringify([...headers])]) {
      expectNoSecret(kept);
      expect(kept).toContain("[secret]");
    }
  });

  test("is in no error: neither its words, nor what to do, nor its causes", async () => {
    const behaviours: readonly Behaviour[] = [
      ...[400, 401, 403, 404, 429, 500, 503].flatMap((status) =>
        ["error", "detail", "message", "title"].map((key) => echo(status, key)),
      ),
      (response, { headers }) => response.end(`<html>${headers.authorization}`),
      (response, { headers }) => response.end(`{"cut": "${headers.authorization}`),
    ];
    for (const behaviour of behaviours) {
      const { ask, server, told } = await serverWithToken(behaviour);
      const error = await failureOf(ask(server.url()));
      expectNoSecret(everythingIn(error));
      expectNoSecret(JSON.stringify(told));
    }
  });

  test("is not in the name of a server that it sends us on to", async () => {
    const server = await startHostileServer({
      "/": answer(302, "", { location: "https://SecretToken123.example/" }),
    });
    const secrets = new Map([[server.origin, "SecretToken123"]]);
    const error = await failureOf(openAsking({ named: [server], secrets }).ask(server.url()));
    expect(everythingIn(error)).not.toMatch(/SecretToken123/iu);
    expect(error.message).toBe(`${server.host} sends us on to https://[secret].example`);
  });

  test("is replaced whole where another is its beginning", () => {
    const secrets = new Map([
      ["https://a.example", "abcdefgh"],
      ["https://b.example", "abcdefghijkl"],
    ]);
    expect(withoutSecrets("abcdefghijkl abcdefgh abcdefg", secrets)).toBe(
      "[secret] [secret] abcdefg",
    );
  });

  test("takes nothing else out of a text", () => {
    const text = '{"a": "abcdefg\\u0068", "b": "%61bcdefgh", "c": "abc def gh \\\\ %zz"}';
    expect(withoutSecrets(text, new Map([["https://a.example", "abcdefgh"]]))).toBe(
      '{"a": "[secret]", "b": "[secret]", "c": "abc def gh \\\\ %zz"}',
    );
    expect(withoutSecrets(text, new Map())).toBe(text);
  });
});
