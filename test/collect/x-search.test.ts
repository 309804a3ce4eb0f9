import { describe, expect, test } from "vitest";
import { SourceError } from "../../src/model/errors.js";
import { dayMs, noon, startXCollection } from "../support/collect-from-x.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { invalid, rateLimited } from "../support/x-replies.js";
import { requestsTo, type XServer } from "../support/x-server.js";
import { type XWorldPost, xPerson, xPost } from "../support/x-world.js";

const folder = temporaryFolder();
const people = [xPerson(1), xPerson(2), xPerson(3)];

function posts(count: number, apartMs = 60_000): XWorldPost[] {
  return Array.from({ length: count }, (_, at) => xPost(noon - (at + 1) * apartMs, (at % 3) + 1));
}

function searches(server: XServer): ReadonlyMap<string, string>[] {
  return requestsTo(server, /search/u).map(({ parameters }) => parameters);
}

/** What says which posts are searched, without where a page begins. */
function searched(parameters: ReadonlyMap<string, string>): string {
  const names = ["query", "start_time", "end_time", "since_id", "until_id"];
  return names.map((name) => `${name}=${parameters.get(name) ?? ""}`).join("&");
}

describe("the search", () => {
  test("takes pages of a hundred, the last days only, and all of them", async () => {
    const { server, run } = await startXCollection(folder, { posts: posts(250), people });
    const { outcome, failures } = await run();
    expect(failures).toEqual([]);
    expect(searches(server).map((parameters) => parameters.get("max_results"))).toEqual([
      "100",
      "100",
      "100",
    ]);
    expect(outcome).toMatchObject({ posts: 250, newPosts: 250, people: 3 });
    expect(outcome.sources).toMatchObject([
      { source: "x", posts: 250, pages: 3, newest: noon - 60_000, oldest: noon - 250 * 60_000 },
    ]);
    await server.close();
  });

  test("goes through the full archive, five hundred a page, for a period that begins earlier", async () => {
    const { server, run } = await startXCollection(folder, {
      posts: posts(700, 3_600_000),
      people,
    });
    const since = noon - 25 * dayMs;
    const until = noon - 2 * dayMs + 500;
    const { outcome } = await run({ question: { since, until } });
    const asked = requestsTo(server, /search/u);
    expect(asked.map(({ path }) => path)).toEqual(["/2/tweets/search/all", "/2/tweets/search/all"]);
    expect(asked[0].parameters.get("max_results")).toBe("500");
    expect(asked[0].parameters.get("start_time")).toBe("2026-08-21T12:00:00Z");
    // A period to the half second is searched to the whole one, and cut here.
    expect(asked[0].parameters.get("end_time")).toBe("2026-09-13T12:00:01Z");
    expect(outcome.posts).toBe(553);
    await server.close();
  });

  test("tells no end that X would refuse for being too near", async () => {
    const { server, run } = await startXCollection(folder, { posts: posts(5), people });
    const { failures } = await run({ question: { until: noon - 5000 } });
    expect(failures).toEqual([]);
    expect(searches(server)[0].get("end_time")).toBeUndefined();
    await server.close();
  });

  test("asks for any, all and none of the hashtags, in one way for every way to write them", async () => {
    const { server, run } = await startXCollection(folder, { posts: posts(150), people });
    const question = {
      tag: "NetViz",
      any: ["DataViz", "graphs"],
      all: ["r"],
      none: ["Spam", "ads"],
    };
    server.world.posts = posts(150).map((post) => ({ ...post, tags: ["graphs", "R"] }));
    await run({ question, maxPosts: 20 });
    await run({ question: { ...question, tag: "netviz", any: ["Graphs", "dataviz"] } });
    expect(new Set(searches(server).map((parameters) => parameters.get("query")))).toEqual(
      new Set(["(#dataviz OR #graphs OR #netviz) #r -#ads -#spam"]),
    );
    expect(server.found).toHaveLength(150);
    await server.close();
  });

  test("asks only for what is newer than the newest on the next run", async () => {
    const world = posts(30);
    const { server, run } = await startXCollection(folder, { posts: world, people });
    await run();
    server.world.posts = [xPost(noon - 1000, 2), ...world];
    const { outcome, notes } = await run();
    expect(searches(server)[1].get("since_id")).toBe(world[0].id);
    expect(notes[0]).toContain("X has 1 posts to be bought");
    expect(outcome).toMatchObject({ posts: 31, newPosts: 1 });
    expect(server.found).toHaveLength(31);
    await server.close();
  });

  test("names no number that recent search would refuse, once the newest is older than seven days", async () => {
    const { server, run, clock } = await startXCollection(folder, { posts: posts(30), people });
    await run();
    clock.time += 8 * dayMs;
    server.world.posts.push(xPost(clock.time - 1000, 2));
    const { outcome, failures } = await run();
    expect(failures).toEqual([]);
    expect(searches(server)[1].has("since_id")).toBe(false);
    expect(outcome).toMatchObject({ posts: 31, newPosts: 1 });
    await server.close();
  });

  test("names it to the full archive, with the end of the period as a number", async () => {
    const { server, run, clock } = await startXCollection(folder, { posts: posts(30), people });
    const question = { since: noon - 20 * dayMs, until: noon + 5 * dayMs };
    await run({ question });
    clock.time += 8 * dayMs;
    server.world.posts.push(xPost(noon + 4 * dayMs, 2), xPost(noon + 6 * dayMs, 2));
    const { outcome, failures } = await run({ question });
    expect(failures).toEqual([]);
    expect(requestsTo(server, /search/u)[1].path).toBe("/2/tweets/search/all");
    expect(searches(server)[1].has("since_id")).toBe(true);
    expect(outcome).toMatchObject({ posts: 31, newPosts: 1 });
    await server.close();
  });
});

describe("a search that was broken off", () => {
  test("goes on with the same question and the token that was left", async () => {
    const { server, run, clock } = await startXCollection(folder, { posts: posts(250), people });
    // Both the clock and the period's end would make another search of it by now.
    const question = { since: noon - 6 * dayMs, until: noon + 3_600_000 };
    await run({ question, maxPosts: 100 });
    clock.time += 2 * 3_600_000;
    const { outcome } = await run({ question });
    const [first, second, third] = searches(server);
    expect(searched(second)).toBe(searched(first));
    expect(searched(third)).toBe(searched(first));
    expect(second.get("next_token")).toBeDefined();
    expect(outcome.posts).toBe(250);
    expect(new Set(server.found).size).toBe(server.found.length);
    await server.close();
  });

  test("goes on in the archive, below its oldest post, once its period is older than seven days", async () => {
    const { server, run, clock } = await startXCollection(folder, { posts: posts(250), people });
    const question = { since: noon - 6 * dayMs };
    await run({ question, maxPosts: 100 });
    clock.time += 2 * dayMs;
    const { outcome, failures } = await run({ question });
    expect(failures).toEqual([]);
    const second = requestsTo(server, /search/u)[1];
    expect(second.path).toBe("/2/tweets/search/all");
    expect(second.parameters.has("next_token")).toBe(false);
    expect(second.parameters.has("until_id")).toBe(true);
    expect(outcome.posts).toBe(250);
    expect(server.found).toHaveLength(250);
    await server.close();
  });

  test("goes on below its oldest post where its number is too old for recent search", async () => {
    const old = posts(5);
    const { server, run, clock } = await startXCollection(folder, { posts: old, people });
    await run();
    clock.time += 6 * dayMs;
    const young = posts(150).map((post) => xPost(post.time + 6 * dayMs, 1));
    server.world.posts = [...young, ...old];
    await run({ maxPosts: 100 });
    clock.time += 2 * dayMs;
    const { outcome, failures } = await run();
    expect(failures).toEqual([]);
    const resumed = searches(server)[2];
    expect([resumed.has("since_id"), resumed.has("until_id")]).toEqual([false, true]);
    expect(outcome.posts).toBe(155);
    expect(server.found).toHaveLength(155);
    await server.close();
  });

  test("ends with a note where all that it lacks is older than seven days, and blocks nothing", async () => {
    const { server, run, clock } = await startXCollection(folder, { posts: posts(250), people });
    await run({ maxPosts: 100 });
    clock.time += 8 * dayMs;
    server.world.posts.push(xPost(clock.time - 1000, 2));
    const { outcome, failures, notes } = await run();
    expect(failures).toEqual([]);
    expect(notes[0]).toContain("what the search of 2026-09-15 lacks is older than seven days");
    expect(outcome).toMatchObject({ posts: 101, newPosts: 1 });
    await server.close();
  });

  test("ends with a note where the token repeats for ever", async () => {
    const { server, run } = await startXCollection(folder, {
      posts: posts(150),
      people,
      repeatsToken: true,
    });
    const { notes, failures, outcome } = await run();
    expect(failures).toEqual([]);
    expect(searches(server)).toHaveLength(2);
    expect(notes).toContain("x gives the same page again: this walk ends there");
    expect(outcome.posts).toBe(150);
    await server.close();
  });
});

describe.each(["post", "tweet"] as const)("a server that speaks of %ss", (dialect) => {
  const other = dialect === "post" ? "tweet" : "post";
  const world = [
    xPost(noon - 1000, 1, { quotes: xPost(noon - 9000, 2).id, repostedBy: ["2", "3"] }),
    xPost(noon - 2000, 3, { answers: xPost(noon - 9000, 2).id }),
    ...posts(150),
  ];

  test("is understood in its own words", async () => {
    const { server, run, log } = await startXCollection(folder, { posts: world, people, dialect });
    const { outcome, failures } = await run({ dialect, companions: ["reposts"] });
    expect(failures).toEqual([]);
    expect(outcome).toMatchObject({ posts: 152, people: 3 });
    expect(searches(server).every((parameters) => parameters.has(`${dialect}.fields`))).toBe(true);
    // The count of reposts was read, whatever its name.
    expect(requestsTo(server, /retweeted_by/u)).toHaveLength(1);
    expect(JSON.stringify(log())).toContain(`"referenced_${dialect}s"`);
    await server.close();
  });

  test("is asked in them after one refusal", async () => {
    const { server, run } = await startXCollection(folder, { posts: world, people, dialect });
    const { outcome, failures } = await run({ dialect: other });
    expect(failures).toEqual([]);
    expect(outcome.posts).toBe(152);
    expect(searches(server).map((parameters) => parameters.has(`${other}.fields`))).toEqual([
      true,
      false,
      false,
    ]);
    await server.close();
  });
});

test("a server that takes neither of the dialects is asked in each of them once", async () => {
  const { server, run } = await startXCollection(folder, {
    posts: posts(5),
    people,
    interrupt: ({ path }) =>
      path.includes("search")
        ? invalid("invalid value 'referenced_posts' at index 2", { expansions: ["x"] })
        : undefined,
  });
  const { failures } = await run();
  expect(searches(server)).toHaveLength(2);
  expect(failures[0].message).toContain("invalid value 'referenced_posts' at index 2");
  await server.close();
});

test("a refusal about something else is told in X's own words, and not repeated", async () => {
  const { server, run } = await startXCollection(folder, {
    posts: posts(5),
    people,
    interrupt: ({ path }) =>
      path.includes("search") ? invalid("Ambiguous use of OR", { query: ["x"] }) : undefined,
  });
  const { failures } = await run();
  expect(searches(server)).toHaveLength(1);
  expect(failures[0]).toBeInstanceOf(SourceError);
  expect(failures[0].message).toMatch(
    /does not take the question \(HTTP 400\): One or more parameters to your request was invalid\.: Ambiguous use of OR$/u,
  );
  await server.close();
});

describe("errors that come with status 200", () => {
  const errors = [{ title: "Service Unavailable", detail: "Try it again.", type: "about:blank" }];

  test.each([
    { errors },
    { errors, meta: { result_count: 0 } },
    {},
  ])("and without data are a failure, after which the search goes on: %j", async (body) => {
    let isBroken = true;
    const { server, run } = await startXCollection(folder, {
      posts: posts(150),
      people,
      interrupt: ({ parameters }) =>
        isBroken && parameters.has("next_token") ? { status: 200, body } : undefined,
    });
    const { failures, outcome } = await run();
    expect(failures).toHaveLength(1);
    expect(failures[0]).toBeInstanceOf(SourceError);
    expect(failures[0].message).toMatch(
      /^X gives no posts: (?:Try it again\.|it does not say why)$/u,
    );
    expect(outcome.posts).toBe(100);
    isBroken = false;
    expect((await run()).outcome.posts).toBe(150);
    await server.close();
  });

  test("and beside data are about single posts: the data holds", async () => {
    const { server, run } = await startXCollection(folder, {
      posts: [],
      people,
      interrupt: ({ path }) =>
        path.includes("search")
          ? {
              status: 200,
              body: { data: [{ id: "7", author_id: "1", text: "t" }], errors, meta: {} },
            }
          : { status: 200, body: { meta: { total_post_count: 1 } } },
    });
    const { failures, outcome } = await run();
    expect(failures).toEqual([]);
    expect(outcome.posts).toBe(1);
    await server.close();
  });
});

describe("too many requests", () => {
  test("are waited for until the second since 1970 that X tells", async () => {
    let refusals = 1;
    const { server, run, clock } = await startXCollection(folder, {
      posts: posts(150),
      people,
      interrupt: ({ parameters }) => {
        if (!parameters.has("next_token") || refusals === 0) return undefined;
        refusals -= 1;
        return rateLimited(noon / 1000 + 840);
      },
    });
    const { outcome, waits, failures } = await run();
    expect(failures).toEqual([]);
    expect(outcome.posts).toBe(150);
    expect(waits).toHaveLength(1);
    expect(waits[0].until).toBe(noon + 840_000);
    expect(clock.time).toBe(noon + 840_000);
    await server.close();
  });

  test("end the run where patience is shorter, which goes on later", async () => {
    const { server, run } = await startXCollection(folder, {
      posts: posts(150),
      people,
      interrupt: ({ parameters }) =>
        parameters.has("next_token") ? rateLimited(noon / 1000 + 840) : undefined,
    });
    const { outcome, failures } = await run({ patienceMs: 60_000 });
    expect(failures).toMatchObject([{ problem: "rate-limited", status: 429 }]);
    expect(outcome.posts).toBe(100);
    server.world.interrupt = undefined;
    expect((await run()).outcome.posts).toBe(150);
    await server.close();
  });
});
