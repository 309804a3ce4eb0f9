import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { UserError } from "../../src/model/errors.js";
import { cases } from "../support/cases.js";
import { dayMs, noon, startXCollection } from "../support/collect-from-x.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { crowd, crowdParts, dearestCrowd, milsOf, peopleUpTo, posts } from "../support/x-crowd.js";
import { requestsTo } from "../support/x-server.js";
import { xPost } from "../support/x-world.js";

const folder = temporaryFolder();

describe("before anything is bought", () => {
  test("posts are counted, and the cost is told", async () => {
    const { server, run, log } = await startXCollection(folder, {
      posts: posts(30, 3),
      people: peopleUpTo(3),
    });
    const { notes } = await run();
    expect(server.requests.map(({ path }) => path)).toEqual([
      "/2/tweets/counts/recent",
      "/2/tweets/search/recent",
    ]);
    expect(log().map(({ step }) => step)).toEqual(["counts", "timeline"]);
    expect(notes).toEqual([
      "X has 30 posts to be bought; 30 posts are $0.15, with their authors up to $0.45, and with what they answer and quote never more than $1.65",
      "X: $0.18 spent at most in this run",
    ]);
    await server.close();
  });

  test("nothing but counts is asked for where no sum is named and nobody can be asked", async () => {
    const { server, run } = await startXCollection(folder, { posts: posts(30, 3) });
    const { failures, outcome } = await run({ maxCost: undefined });
    expect(requestsTo(server, /search|retweeted/u)).toEqual([]);
    expect(failures).toHaveLength(1);
    expect(failures[0]).toBeInstanceOf(UserError);
    expect(failures[0].message).toContain("30 posts are $0.15");
    expect(failures[0].nextStep).toContain("--max-cost");
    expect(outcome.posts).toBe(0);
    await server.close();
  });

  test("a person who says no buys nothing, and one who says yes everything", async () => {
    const { server, run } = await startXCollection(folder, {
      posts: posts(30, 3),
      people: peopleUpTo(3),
    });
    const asked: string[] = [];
    const say = (answer: boolean) => async (question: string) => {
      asked.push(question);
      return answer;
    };
    const no = await run({ maxCost: undefined, confirm: say(false) });
    expect(no.failures).toHaveLength(1);
    expect(requestsTo(server, /search/u)).toEqual([]);
    const yes = await run({ maxCost: undefined, confirm: say(true) });
    expect(yes.failures).toEqual([]);
    expect(yes.outcome.posts).toBe(30);
    expect(asked).toEqual(["Buy them, for $1.65 at most?", "Buy them, for $1.65 at most?"]);
    await server.close();
  });

  test("nobody is asked about nothing", async () => {
    const { server, run } = await startXCollection(folder, { posts: [], people: [] });
    const { failures, notes } = await run({ maxCost: undefined });
    expect(failures).toEqual([]);
    expect(notes[0]).toBe("X has no posts that are not here yet");
    await server.close();
  });

  test("a number that X does not tell is not taken for none", async () => {
    const { server, run } = await startXCollection(folder, {
      posts: posts(3, 3),
      people: peopleUpTo(3),
      interrupt: ({ path }) =>
        path.includes("counts") ? { status: 200, body: { data: [], meta: {} } } : undefined,
    });
    const silent = await run({ maxCost: undefined });
    expect(silent.failures[0].message).toContain("X does not say how many posts it has");
    expect((await run({ maxCost: 1 })).outcome.posts).toBe(3);
    await server.close();
  });

  test("months of the archive are counted page by page, and as many posts as are wanted", async () => {
    const posts = Array.from({ length: 40 }, (_, day) => xPost(noon - (day + 1) * 3 * dayMs, 1));
    const { server, run } = await startXCollection(folder, { posts, people: peopleUpTo(1) });
    const question = { since: noon - 200 * dayMs };
    const { notes } = await run({ question, maxPosts: 25 });
    expect(requestsTo(server, /counts\/all/u)).toHaveLength(4);
    expect(notes[0]).toContain("X has 25 posts to be bought");
    await server.close();
  });

  test("what is told after a stop counts the rest of the search, too", async () => {
    const { server, run } = await startXCollection(folder, {
      posts: posts(60, 3),
      people: peopleUpTo(3),
    });
    await run({ maxPosts: 20 });
    server.world.posts.push(xPost(noon - 1000, 1), xPost(noon - 2000, 1));
    const { notes, outcome } = await run();
    expect(notes[0]).toContain("X has 42 posts to be bought");
    expect(outcome.posts).toBe(62);
    await server.close();
  });
});

describe("a run", () => {
  test("buys no more posts than are wanted, but for the ten of the smallest page", async () => {
    const { server, run } = await startXCollection(folder, {
      posts: posts(90, 3),
      people: peopleUpTo(3),
    });
    await run({ maxPosts: 25 });
    expect(server.found).toHaveLength(25);
    await run({ maxPosts: 27 });
    expect(server.found).toHaveLength(35);
    await server.close();
  });

  test("stops before its sum is used up, says so, and goes on with more, buying no post twice", async () => {
    const world = posts(300, 300);
    const { server, run } = await startXCollection(folder, {
      posts: world,
      people: peopleUpTo(300),
    });
    const first = await run({ maxCost: 2 });
    expect(first.failures[0].message).toMatch(
      /^more of X could cost more than --max-cost: \$(?:1\.\d\d|2\.00) of \$2\.00 are spent, and the next page can cost \$0\.15, as X sells no fewer than 10 at once$/u,
    );
    expect(first.failures[0].nextStep).toContain("it goes on where it stopped");
    expect(first.notes.at(-1)).toMatch(/^X: \$(?:1\.\d\d|2\.00) spent at most in this run$/u);
    expect(milsOf(server)).toBeLessThanOrEqual(2000);
    // What is left would not pay for the cheapest page.
    expect(milsOf(server)).toBeGreaterThan(2000 - 150);
    const asked = requestsTo(server, /search/u).length;
    const second = await run({ maxCost: 10 });
    expect(second.failures).toEqual([]);
    expect(requestsTo(server, /search/u)[asked].parameters.get("next_token")).toBeDefined();
    expect(second.outcome.posts).toBe(300);
    expect(server.found.toSorted()).toEqual(world.map(({ id }) => id).toSorted());
    await server.close();
  });

  test.each([
    [0.149, 0, undefined],
    [0.15, 10, "author_id"],
    [0.25, 10, "author_id,in_reply_to_user_id"],
    [0.55, 10, "author_id,in_reply_to_user_id,referenced_posts"],
  ])("buys for $%f what it can pay for: %i posts", async (maxCost, bought, expansions) => {
    const { server, run } = await startXCollection(folder, crowd(dearestCrowd(12)));
    const { failures, notes } = await run({ maxCost });
    const asked = requestsTo(server, /search/u);
    expect(server.found).toHaveLength(bought);
    expect(asked.map(({ parameters }) => parameters.get("expansions"))).toEqual(
      expansions === undefined ? [] : [expansions],
    );
    expect(asked.map(({ parameters }) => parameters.get("max_results"))).toEqual(
      expansions === undefined ? [] : ["10"],
    );
    expect(milsOf(server)).toBeLessThanOrEqual(maxCost * 1000);
    expect(failures[0].message).toContain("the next page can cost $0.15");
    const isLess = notes.some((note) => note.startsWith("X: what is left of --max-cost buys"));
    expect(isLess).toBe(maxCost > 0.149 && maxCost < 0.55);
    await server.close();
  });

  test.each([
    [1.2, "without the posts that they answer and quote"],
    [
      1.1,
      "with their authors alone: whom they answer is known only where they name that person, and whom they quote is not",
    ],
  ])("of $%f uses up what is left in less detail, and says so once", async (maxCost, detail) => {
    const { server, run } = await startXCollection(folder, crowd(dearestCrowd(40)));
    const { notes, outcome } = await run({ maxCost });
    expect(notes.slice(1, -1)).toEqual([`X: what is left of --max-cost buys posts ${detail}`]);
    expect(requestsTo(server, /search/u)).toHaveLength(2);
    expect(outcome.posts).toBe(server.found.length);
    expect(milsOf(server)).toBeLessThanOrEqual(maxCost * 1000);
    expect(milsOf(server)).toBeGreaterThan(maxCost * 1000 - 150);
    await server.close();
  });

  test("never hands out more than its sum, whatever the posts bring along", async () => {
    await fc.assert(
      fc.asyncProperty(
        crowdParts,
        fc.integer({ min: 0, max: 6000 }),
        fc.constantFrom<("post" | "tweet")[]>("post", "tweet"),
        fc.subarray<"reposts">(["reposts"]),
        async (parts, mils, dialect, companions) => {
          const { server, run } = await startXCollection(folder, { ...crowd(parts), dialect });
          try {
            for (const share of [1, 0.5, 2]) {
              server.sold.posts.clear();
              server.sold.people.clear();
              await run({ maxCost: (mils * share) / 1000, dialect, companions });
              expect(milsOf(server)).toBeLessThanOrEqual(mils * share);
            }
            expect(new Set(server.found).size).toBe(server.found.length);
          } finally {
            await server.close();
          }
        },
      ),
      { numRuns: cases(60) },
    );
  }, 240_000);
});
