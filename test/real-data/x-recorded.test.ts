import { describe, expect, test } from "vitest";
import { z } from "zod";
import { startXCollection } from "../support/collect-from-x.js";
import { hasRealData } from "../support/real-data.js";
import { type RecordedExchange, readRecording } from "../support/recorded-server.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { queryOf, replay } from "../support/x-replay.js";
import { requestsTo } from "../support/x-server.js";

const folder = temporaryFolder();
const recordedAt = Date.UTC(2026, 10, 23, 13, 15);

const things = z.array(z.object({ id: z.string() }));
const pageSchema = z.object({
  data: things,
  includes: z.object({ users: things, tweets: things.optional() }),
});

function firstPage(exchanges: readonly RecordedExchange[], query: string) {
  const page = exchanges.find((exchange) => {
    const parameters = queryOf(exchange);
    return parameters.get("query") === query && parameters.get("max_results") === "100";
  });
  return pageSchema.parse(page?.body);
}

function withStatus(exchanges: readonly RecordedExchange[], status: number): RecordedExchange {
  const found = exchanges.find((exchange) => exchange.status === status);
  if (found === undefined) throw new Error(`nothing recorded with status ${status}`);
  return found;
}

describe.skipIf(!hasRealData)("exchanges with X's own simulator", () => {
  const netviz = hasRealData ? readRecording("x-netviz.json") : [];
  const coding = hasRealData ? readRecording("x.json") : [];

  test.each([
    ["netviz", 100, 37, 32],
    ["caturday", 100, 40, 34],
  ])("hold %s posts of #%s", async (tag, posts, people, referenced) => {
    const recorded = firstPage(netviz, `#${tag}`);
    const collection = await startXCollection(folder, { interrupt: replay(netviz) });
    collection.clock.time = recordedAt;
    const { outcome, failures, notes } = await collection.run({
      question: { tag },
      dialect: "tweet",
    });
    expect(failures).toEqual([]);
    expect(recorded.data).toHaveLength(posts);
    expect(recorded.includes.users).toHaveLength(people);
    expect(recorded.includes.tweets).toHaveLength(referenced);
    expect(outcome.posts).toBe(new Set(recorded.data.map(({ id }) => id)).size);
    // The simulator gives a token with the page; what follows was not recorded and ends it.
    expect(requestsTo(collection.server, /search/u)).toHaveLength(2);
    const [, page] = collection.log().filter(({ step }) => step !== "counts");
    expect(page.end).toBe("oldest");
    const bought = new Set(
      [...recorded.data, ...(recorded.includes.tweets ?? [])].map(({ id }) => id),
    );
    const cost = bought.size * 0.005 + people * 0.01;
    // Half a cent is rounded up: it is the most that was spent.
    const cents = Math.ceil(cost * 100 - 1e-6);
    expect(notes.at(-1)).toBe(`X: $${(cents / 100).toFixed(2)} spent at most in this run`);
    await collection.server.close();
  });

  test("hold 34 posts of #coding, with numbers of the simulator's own, and none of another", async () => {
    const collection = await startXCollection(folder, { interrupt: replay(coding) });
    collection.clock.time = recordedAt;
    const { outcome } = await collection.run({ question: { tag: "coding" }, dialect: "tweet" });
    expect(outcome.posts).toBe(firstPage(coding, "#coding").data.length);
    expect(outcome.posts).toBe(34);
    const other = await startXCollection(folder, { interrupt: replay(coding) });
    const nothing = await other.run({ question: { tag: "nope12345" }, dialect: "tweet" });
    expect([nothing.outcome.posts, nothing.failures]).toEqual([0, []]);
    await collection.server.close();
    await other.server.close();
  });

  test("refuse too many requests until a second since 1970, which is waited for", async () => {
    const refusal = withStatus(netviz, 429);
    const reset = Number(refusal.headers["x-rate-limit-reset"]) * 1000;
    const answer = replay(netviz);
    const collection = await startXCollection(folder, {});
    collection.clock.time = Date.parse(refusal.headers.date ?? "");
    collection.server.world.interrupt = (request) =>
      collection.clock.time < reset ? refusal : answer(request);
    const { outcome, failures, waits } = await collection.run({ dialect: "tweet" });
    expect(failures).toEqual([]);
    expect(outcome.posts).toBe(100);
    expect(waits).toHaveLength(1);
    expect(waits[0].until).toBe(reset);
    await collection.server.close();
  });

  test("refuse those without a token", async () => {
    const refusal = withStatus(netviz, 401);
    const collection = await startXCollection(folder, { interrupt: () => refusal });
    const { failures } = await collection.run();
    expect(failures).toMatchObject([{ problem: "unauthorized", status: 401 }]);
    expect(failures[0].message).toMatch(/refuses \(HTTP 401\): Unauthorized$/u);
    await collection.server.close();
  });

  test("refuse a field's name in words that lead to the other dialect", async () => {
    const form = netviz.find(({ path }) => path.endsWith("fields=zzz"));
    const refusal = z
      .unknown()
      .parse(JSON.parse(JSON.stringify(form?.body).replaceAll("zzz", "note_post")));
    const answer = replay(netviz);
    const collection = await startXCollection(folder, {
      interrupt: (request) =>
        request.parameters.has("post.fields") ? { status: 400, body: refusal } : answer(request),
    });
    collection.clock.time = recordedAt;
    const { outcome, failures } = await collection.run({ dialect: "post" });
    expect(failures).toEqual([]);
    expect(outcome.posts).toBe(100);
    expect(requestsTo(collection.server, /search/u)).toHaveLength(3);
    await collection.server.close();
  });
});
