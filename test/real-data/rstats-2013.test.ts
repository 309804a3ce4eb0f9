import { describe, expect, test } from "vitest";
import { backtest } from "../../src/follow/backtest/backtest.js";
import { measureBetweenness } from "../../src/measure/node/betweenness.js";
import type { Network } from "../../src/model/network.js";
import { aggregate } from "../../src/network/aggregate.js";
import { parseEdgeRule } from "../../src/network/edge-rule.js";
import { buildInteractions } from "../../src/network/interactions.js";
import { projectUndirected } from "../../src/network/project.js";
import { selectPosts } from "../../src/network/select-posts.js";
import { findFirstPosts } from "../../src/observe/first-posts.js";
import { findMutualCore } from "../../src/observe/mutual-core.js";
import { observeActivity } from "../../src/observe/observe-activity.js";
import { readCorpus } from "../../src/pipeline/read-corpus.js";
import { validate } from "../../src/pipeline/validate.js";
import { hasRealData, realData } from "../support/real-data.js";
import { testTool } from "../support/test-tool.js";

const archive = realData("hashtags/rstats_2013.csv");

/*
 * 15,678 posts of #rstats from March to August 2013. Two people computed these values without
 * each other's code, with a third window of 28 days that overlapped the second by two, ties in the
 * order of handles, and places for people whom nobody had engaged. Here the third window has 26 days.
 */
describe.skipIf(!hasRealData)("the backtest on #rstats of 2013", () => {
  const run = () =>
    validate({
      inputs: [archive],
      format: undefined,
      standardInput: (async function* () {})(),
      onProgress: () => {},
      settings: {
        tag: undefined,
        since: undefined,
        until: undefined,
        trainDays: 84,
        testDays: 28,
        cuts: 12,
        resamples: 200,
        seed: 1,
      },
      folder: undefined,
      tool: testTool,
      run: { command: "validate", options: [] },
    });

  test("gives the known NDCG@10 of each order", { timeout: 60_000 }, async () => {
    const outcome = await run();
    if ("nothing" in outcome) throw new Error(outcome.nothing);
    const { backtest, inputs } = { ...outcome.validation };
    expect(inputs[0]).toMatchObject({ format: "table", read: 15_678, kept: 15_678, skipped: [] });
    expect(backtest.plan).toMatchObject({ cutDays: [84, 112, 140], endDays: 166 });
    const ndcg = Object.fromEntries(
      backtest.tables[0].methods.map((result) => [result.method, result.ndcg.mean]),
    );
    for (const [method, value] of [
      ["d", 0.1829],
      ["dd", 0.1932],
      ["a", 0.2021],
      ["f", 0.2089],
      ["betweenness", 0.1501],
    ] as const) {
      expect(Math.abs(ndcg[method] - value), method).toBeLessThan(0.003);
    }
    // Published as 388, 379 and 293, the last with two more days.
    expect(backtest.windows.map(({ learners }) => learners)).toEqual([389, 383, 272]);
    expect(backtest.order).toBe("f");
    // Three windows cannot show a difference, however large it is.
    expect(new Set(backtest.lists.map(({ kind }) => kind))).toEqual(new Set(["unknown"]));
  });

  test("gives that of undirected betweenness, which is NodeXL's", { timeout: 60_000 }, async () => {
    const { corpus } = await readCorpus({
      inputs: [archive],
      format: undefined,
      standardInput: (async function* () {})(),
      onProgress: () => {},
    });
    const clean = parseEdgeRule("clean");
    const look = (since?: number, until?: number) => {
      const selection = selectPosts(corpus, { tag: undefined, since, until });
      return { selection, interactions: buildInteractions(corpus, selection, clean) };
    };
    const { selection } = look();
    const { tables } = backtest({
      corpus,
      selection,
      tag: undefined,
      withheld: new Uint8Array(corpus.accounts.length),
      firstPost: findFirstPosts(corpus, selection),
      observe({ since, until }) {
        const period = look(since, until);
        const network = aggregate(corpus, period.selection, period.interactions, clean);
        const values = measureBetweenness(bothWays(network)) ?? new Float64Array(0);
        const betweenness = new Float64Array(corpus.accounts.length);
        for (const [node, account] of network.account.entries())
          betweenness[account] = values[node];
        const activity = observeActivity(corpus, period.selection, period.interactions);
        const community = new Int32Array(corpus.accounts.length).fill(-1);
        return {
          ...period,
          activity,
          core: findMutualCore(network, activity),
          measure: {
            betweenness: () => betweenness,
            pagerank: () => betweenness,
            community: () => community,
          },
        };
      },
      interactionsIn: ({ since, until }) => look(since, until).interactions,
      trainDays: 84,
      testDays: 28,
      cuts: 12,
      resamples: 40,
      seed: 1,
      onProgress: () => {},
    });
    const found = tables[0].methods.find(({ method }) => method === "betweenness");
    expect(Math.abs((found?.ndcg.mean ?? 0) - 0.182)).toBeLessThan(0.003);
  });
});

function bothWays(network: Network): Network {
  const { low, high, weight, tieCount } = projectUndirected(network);
  return {
    ...network,
    tieCount: 2 * tieCount,
    source: Int32Array.from([...low, ...high]),
    target: Int32Array.from([...high, ...low]),
    weight: Float64Array.from([...weight, ...weight]),
  };
}
