import { describe, expect, test } from "vitest";
import { findCommunities } from "../../src/measure/community/communities.js";
import { measureHalvesAgreement } from "../../src/measure/community/halves-agreement.js";
import { seededRandom } from "../../src/model/seeded-random.js";
import { aggregate } from "../../src/network/aggregate.js";
import { parseEdgeRule } from "../../src/network/edge-rule.js";
import { projectUndirected } from "../../src/network/project.js";
import { networkOfItems } from "../support/analyze-items.js";
import { readText } from "../support/items-of-text.js";

/** Posts in which people mention each other; a share of them crosses between two groups of ten. */
async function agreement(shareAcross: number): Promise<number | undefined> {
  const random = seededRandom(5);
  const draw = (count: number): number => Math.floor(random() * count);
  const rows = Array.from({ length: 600 }, (_, at) => {
    const author = draw(20);
    const group = author < 10 ? 0 : 10;
    const other = random() < shareAcross ? draw(20) : group + draw(10);
    return `${at},2026-01-05T10:00:00Z,person_${author},hello @person_${other}`;
  });
  const { items } = await readText(`id,created_at,user,text\n${rows.join("\n")}\n`);
  const { corpus, selection, interactions } = networkOfItems(items);
  return measureHalvesAgreement({
    interactions,
    communitiesOf: (half, seed) => {
      const network = aggregate(corpus, selection, half, parseEdgeRule("clean"));
      const { of } = findCommunities(projectUndirected(network), { method: "leiden", seed });
      const community = new Int32Array(corpus.accounts.length).fill(-1);
      for (const [node, account] of network.account.entries()) community[account] = of[node];
      return community;
    },
    seed: 1,
    onShare() {},
  });
}

describe("the agreement of random halves of the posts", () => {
  test("is 1 where groups hardly mention each other, and near 0 where everybody mentions everybody", async () => {
    expect(await agreement(0.02)).toBeCloseTo(1, 6);
    expect(await agreement(1)).toBeLessThan(0.3);
  });
});
