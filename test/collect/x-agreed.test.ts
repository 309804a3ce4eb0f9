import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SourceError } from "../../src/model/errors.js";
import { cases } from "../support/cases.js";
import { dayMs, noon, startXCollection } from "../support/collect-from-x.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { crowd, crowdParts, milsOf, peopleUpTo, posts } from "../support/x-crowd.js";
import type { XReply, XRequest } from "../support/x-replies.js";
import { requestsTo } from "../support/x-server.js";
import { xPost } from "../support/x-world.js";

const folder = temporaryFolder();

/** A server that counts what it likes. */
function counting(count: unknown): (request: XRequest) => XReply | undefined {
  return ({ path }) =>
    path.includes("counts")
      ? { status: 200, body: { data: [], meta: { total_post_count: count } } }
      : undefined;
}

/** Says yes, and keeps to how much: in tenths of a cent. */
function person(): { agreed: number[]; confirm: (question: string) => Promise<boolean> } {
  const agreed: number[] = [];
  return {
    agreed,
    async confirm(question) {
      agreed.push(Math.round(Number(/\$(\d+\.\d\d) at most/u.exec(question)?.[1]) * 1000));
      return true;
    },
  };
}

const forbidden: XReply = {
  status: 403,
  body: {
    title: "Client Forbidden",
    detail: "the plan of this client has no counts",
    reason: "client-not-enrolled",
    type: "https://api.twitter.com/2/problems/client-forbidden",
  },
};

const usageCap = {
  title: "UsageCapExceeded",
  period: "Monthly",
  scope: "Product",
  detail: "Usage cap exceeded: Monthly product cap",
  type: "https://api.twitter.com/2/problems/usage-capped",
};

describe("a yes", () => {
  test("is for the sum that was told, however wrong X's count was", async () => {
    const { server, run } = await startXCollection(folder, {
      posts: posts(130, 100),
      people: peopleUpTo(100),
      interrupt: counting(5),
    });
    const { agreed, confirm } = person();
    const { outcome, failures, notes } = await run({ maxCost: undefined, confirm });
    expect(notes[0]).toBe(
      "X has 5 posts to be bought; 5 posts are $0.03, with their authors up to $0.08, and with what they answer and quote never more than $0.55, as X sells no fewer at once",
    );
    expect(agreed).toEqual([550]);
    expect(outcome.posts).toBe(10);
    expect(milsOf(server)).toBe(150);
    expect(failures[0].message).toBe(
      "more of X could cost more than was agreed to: $0.15 of $0.55 are spent, and the next page can cost $0.55, as X sells no fewer than 10 at once",
    );
    expect(failures[0].nextStep).toContain("asks anew");
    await server.close();
  });

  test("to posts is none to reposts, and the other way round", async () => {
    const world = posts(12, 12).map((post) => ({ ...post, repostedBy: ["1", "2", "3"] }));
    const { server, run } = await startXCollection(folder, {
      posts: world,
      people: peopleUpTo(20),
    });
    const { agreed, confirm } = person();
    const { failures } = await run({ maxCost: undefined, confirm, companions: ["reposts"] });
    expect(failures).toEqual([]);
    // Twelve posts with what they can bring along, then 36 people and one more for each post.
    expect(agreed).toEqual([660, 480]);
    await server.close();
  });

  test("never pays for more than it was for, in any world, with any count", async () => {
    const count = fc.oneof(fc.nat(300), fc.constantFrom(-5, 0.5, 1e300, "12", null, undefined));
    await fc.assert(
      fc.asyncProperty(
        crowdParts,
        count,
        fc.subarray<"reposts">(["reposts"]),
        fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }),
        async (parts, told, companions, maxPosts) => {
          const { server, run } = await startXCollection(folder, {
            ...crowd(parts),
            interrupt: counting(told),
          });
          try {
            for (let time = 0; time < 3; time += 1) {
              server.sold.posts.clear();
              server.sold.people.clear();
              const { agreed, confirm } = person();
              const limit = maxPosts === undefined ? {} : { maxPosts };
              await run({ maxCost: undefined, confirm, companions, ...limit });
              expect(milsOf(server)).toBeLessThanOrEqual(agreed.reduce((a, b) => a + b, 0));
            }
          } finally {
            await server.close();
          }
        },
      ),
      { numRuns: cases(40) },
    );
  }, 240_000);
});

describe("a count", () => {
  test.each([
    -3,
    2.5,
    1e12,
    "many",
    Number.MAX_SAFE_INTEGER,
  ])("of %s posts is not believed, and nothing is bought unasked", async (told) => {
    const { server, run } = await startXCollection(folder, {
      posts: posts(12, 3),
      people: peopleUpTo(3),
      interrupt: counting(told),
    });
    const { notes, failures } = await run({ maxCost: undefined });
    expect(notes[0]).toBe(
      `X counts ${JSON.stringify(told)} posts, which cannot be: its count is not used`,
    );
    expect(failures[0].message).toContain("X does not say how many posts it has");
    expect(requestsTo(server, /search/u)).toEqual([]);
    await server.close();
  });

  test.each([
    ["a 403", forbidden],
    ["a 404", { status: 404, body: { title: "Not Found" } }],
    ["an error of 200", { status: 200, body: { errors: [{ detail: "not here" }] } }],
  ])("that X refuses with %s does not stop the search, whose cost is unknown then", async (_, reply) => {
    const { server, run } = await startXCollection(folder, {
      posts: posts(12, 3),
      people: peopleUpTo(3),
      interrupt: ({ path }) => (path.includes("counts") ? reply : undefined),
    });
    const unasked = await run({ maxCost: undefined });
    expect(unasked.failures[0].message).toContain("X does not say how many posts it has");
    expect(unasked.failures[0].nextStep).toContain("--max-cost");
    expect(requestsTo(server, /search/u)).toEqual([]);
    const { agreed, confirm } = person();
    expect((await run({ maxCost: undefined, confirm })).outcome.posts).toBe(12);
    expect(agreed).toEqual([5500]);
    await server.close();
  });

  test("that X refuses with a 401 ends the run, as the search would", async () => {
    const { server, run } = await startXCollection(folder, { posts: posts(3, 3) });
    const environment = { TAGATLAS_X_BEARER_TOKEN: "anotherInventedToken" };
    const { failures } = await run({ environment });
    expect(failures[0]).toMatchObject({ problem: "unauthorized", status: 401 });
    expect(requestsTo(server, /search/u)).toEqual([]);
    await server.close();
  });
});

describe("a cap of the account", () => {
  test.each([
    ["429", 429, usageCap],
    ["403", 403, usageCap],
    ["200", 200, { errors: [usageCap] }],
  ])("that is used up ends the run at once, told with %s", async (_, status, body) => {
    const { server, run } = await startXCollection(folder, {
      posts: posts(130, 3),
      people: peopleUpTo(3),
    });
    server.world.interrupt = ({ parameters }) =>
      parameters.has("next_token") ? { status, body } : undefined;
    const { failures, waits, outcome } = await run();
    expect(waits).toEqual([]);
    expect(outcome.posts).toBe(100);
    expect(requestsTo(server, /search/u)).toHaveLength(2);
    expect(failures[0]).toBeInstanceOf(SourceError);
    expect(failures[0]).toMatchObject({ problem: "used-up", status });
    expect(failures[0].message).toContain("sold all posts that your plan covers (monthly cap)");
    expect(failures[0].nextStep).toContain("wait for the next period");
    server.world.interrupt = undefined;
    expect((await run()).outcome.posts).toBe(130);
    await server.close();
  });

  test("of credits says to buy some, and one of spending to raise the limit", async () => {
    const { server, run } = await startXCollection(folder, { posts: posts(3, 3) });
    const type = "https://api.twitter.com/2/problems/credits";
    server.world.interrupt = () => ({ status: 402, body: { title: "CreditsDepleted", type } });
    expect((await run()).failures[0].nextStep).toContain("buy credits");
    server.world.interrupt = () => ({ status: 403, body: { title: "SpendCapReached", type } });
    expect((await run()).failures[0].nextStep).toContain("raise the limit");
    await server.close();
  });
});

describe("X's limits", () => {
  test("are kept for each kind of request by itself", async () => {
    const reset = Math.floor(noon / 1000) + 600;
    const { server, run } = await startXCollection(folder, {
      posts: posts(3, 3).map((post) => ({ ...post, repostedBy: ["1"] })),
      people: peopleUpTo(3),
    });
    const headers = { "x-rate-limit-remaining": "0", "x-rate-limit-reset": String(reset) };
    server.world.interrupt = ({ path }) =>
      path.includes("counts")
        ? { status: 200, headers, body: { data: [], meta: { total_post_count: 3 } } }
        : undefined;
    const search = await run();
    expect(search.waits).toEqual([]);
    let reposters = 0;
    server.world.interrupt = ({ path }) => {
      if (!path.includes("retweeted_by")) return undefined;
      reposters += 1;
      const data = [{ id: "1", username: "invented_1", name: "One" }];
      return { status: 200, headers, body: { data, meta: { result_count: 1 } } };
    };
    const { waits } = await run({ companions: ["reposts"] });
    // Its three posts share one limit.
    expect(reposters).toBe(3);
    expect(waits.length).toBeGreaterThan(0);
    await server.close();
  });
});

test("what is bought again on another day of UTC is paid again", async () => {
  const midnight = Date.UTC(2026, 8, 16);
  const world = [1, 2].map((hour) => xPost(noon - hour * 3_600_000, 1));
  const { server, clock, run } = await startXCollection(folder, {
    posts: world,
    people: peopleUpTo(1),
  });
  let pages = 0;
  server.world.interrupt = ({ path }) => {
    if (!path.includes("search")) return undefined;
    clock.time = midnight - 1000 + pages * 2000;
    pages += 1;
    const data = [{ id: world[pages - 1]?.id, author_id: "1", text: "" }];
    const meta = pages < 2 ? { next_token: "second", result_count: 1 } : { result_count: 1 };
    return { status: 200, body: { data, includes: { users: [{ id: "1", username: "i" }] }, meta } };
  };
  const { notes } = await run({ question: { since: noon - dayMs } });
  expect(notes.at(-1)).toBe("X: $0.03 spent at most in this run");
  await server.close();
});
