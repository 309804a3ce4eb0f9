import { describe, expect, test } from "vitest";
import { tokenVariable } from "../../src/collect/tokens.js";
import { SourceError } from "../../src/model/errors.js";
import { collectFrom, freshFolder, serve } from "../support/collect-run.js";
import type { MastodonServer } from "../support/mastodon-server.js";
import { postsOf } from "../support/mastodon-world.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const within = temporaryFolder();
const token = "an-invented-token-0123456789";

async function failureOf(server: MastodonServer, environment = {}): Promise<SourceError> {
  const { outcome } = await collectFrom([server], freshFolder(within), { environment });
  const [failure, ...others] = outcome.failures;
  expect(others).toEqual([]);
  if (!(failure instanceof SourceError)) throw new Error("no failure of a source");
  return failure;
}

describe("a server that wants a token", () => {
  test("says so before its timeline is asked, with how to get one", async () => {
    const worlds = [
      { software: "gotosocial", posts: postsOf(3), neededToken: token },
      { hashtagFeeds: "authenticated", posts: postsOf(3), neededToken: token },
    ] as const;
    for (const world of worlds) {
      const server = await serve({ ...world, posts: [...world.posts] });
      const { problem, message, nextStep } = await failureOf(server);
      const { host } = server.name;
      expect(problem).toBe("unauthorized");
      expect(message).toBe(
        `${host} (${"software" in world ? "GoToSocial" : "Mastodon"}) shows hashtags only to its own people, who have a token`,
      );
      expect(nextStep).toContain(`https://${host}/settings/applications`);
      expect(nextStep).toContain("read:statuses");
      expect(nextStep).toContain(tokenVariable(host));
      expect(server.requests).toHaveLength(1);
    }
  });

  test("and does not say so, is found out by its refusal", async () => {
    // Mastodon before 4.5 says so by 422.
    for (const status of [401, 403, 422]) {
      const server = await serve({ posts: postsOf(3) });
      server.misbehave = ({ url }) =>
        url.pathname.includes("timelines")
          ? { status, value: { error: "This method requires an authenticated user" } }
          : undefined;
      const failure = await failureOf(server);
      expect(failure).toMatchObject({ problem: "unauthorized", status });
      expect(failure.nextStep).toContain(tokenVariable(server.name.host));
    }
  });

  test("shows all with it", async () => {
    for (const software of ["mastodon", "gotosocial"] as const) {
      const server = await serve({ software, posts: postsOf(3), neededToken: token });
      const environment = { TAGATLAS_MASTODON_TOKEN: token };
      const { outcome } = await collectFrom([server], freshFolder(within), { environment });
      expect(outcome).toMatchObject({ posts: 3, failures: [] });
    }
  });

  test("and gets a wrong one, says which variable holds it", async () => {
    const server = await serve({ posts: postsOf(3), neededToken: token });
    const variable = tokenVariable(server.name.host);
    const failure = await failureOf(server, { [variable]: "another-token" });
    expect(failure).toMatchObject({ problem: "unauthorized", status: 401 });
    expect(failure.message).toContain(`the token in ${variable} is not good for this`);
    expect(failure.nextStep).toContain(variable);
  });
});

describe("a server", () => {
  test("that shows hashtags to nobody is not asked for them, with a token neither", async () => {
    const server = await serve({ hashtagFeeds: "disabled", posts: postsOf(3) });
    const failure = await failureOf(server, { TAGATLAS_MASTODON_TOKEN: token });
    expect(failure).toMatchObject({ problem: "refused" });
    expect(failure.message).toContain("shows hashtags to nobody");
    expect(server.requests).toHaveLength(1);
  });

  test("that shows nobody the posts of others is asked for its own people's, and tells", async () => {
    const rows = [
      ["public", "disabled", "its own people"],
      ["disabled", "authenticated", "people of other servers"],
    ] as const;
    for (const [hashtagFeeds, remoteHashtagFeeds, whose] of rows) {
      const server = await serve({ hashtagFeeds, remoteHashtagFeeds, posts: postsOf(3) });
      expect(await failureOf(server)).toMatchObject({ problem: "unauthorized" });
      const environment = { TAGATLAS_MASTODON_TOKEN: token };
      const { notes, outcome } = await collectFrom([server], freshFolder(within), { environment });
      expect(outcome.posts).toBe(3);
      expect(notes).toEqual([`${server.name.host} shows only hashtags of ${whose}`]);
    }
  });

  test("that hides its description, or has none, may show its timeline", async () => {
    for (const status of [401, 403, 404]) {
      const server = await serve({ posts: postsOf(3) });
      server.misbehave = ({ number }) =>
        number === 1 ? { status, value: { error: "not for you" } } : undefined;
      const { outcome } = await collectFrom([server], freshFolder(within));
      expect(outcome).toMatchObject({ posts: 3, failures: [] });
    }
  });

  test("that does not know the filters is told of", async () => {
    const server = await serve({ software: "gotosocial", posts: postsOf(3), neededToken: token });
    const { notes } = await collectFrom([server], freshFolder(within), {
      question: { none: ["jobs"] },
      environment: { TAGATLAS_MASTODON_TOKEN: token },
    });
    expect(notes).toEqual([
      `${server.name.host} (GoToSocial) does not know --any, --all and --none: all its posts with #MedEd are asked for, and chosen from here`,
      `${server.name.host} shows no post without a token: which of them are public is known by its own words alone`,
    ]);
  });

  test("whose description is out of order may show its timeline", async () => {
    for (const status of [500, 503, 429]) {
      const server = await serve({ posts: postsOf(3) });
      server.misbehave = ({ url }) =>
        url.pathname === "/api/v2/instance" ? { status, value: { error: "out" } } : undefined;
      const { outcome } = await collectFrom([server], freshFolder(within), { patienceMs: 0 });
      expect(outcome, String(status)).toMatchObject({ posts: 3, failures: [] });
    }
  });

  test("that answers with something else than posts is told of", async () => {
    const server = await serve({ posts: postsOf(3) });
    server.misbehave = ({ number }) => (number === 2 ? { value: { posts: [] } } : undefined);
    expect(await failureOf(server)).toMatchObject({ problem: "bad-payload" });
  });
});
