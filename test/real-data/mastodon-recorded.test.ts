import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { findWithheld } from "../../src/network/consent.js";
import { networkOfFiles, sizes } from "../support/analyze-items.js";
import { hasRealData, realData } from "../support/real-data.js";

describe.skipIf(!hasRealData)("four recorded pages of a professional hashtag", () => {
  test("hold 160 posts of 82 authors, 31 of whom do not want to be discovered", async () => {
    const folder = realData("mastodon/recorded-2022");
    const paths = readdirSync(folder)
      .filter((name) => name.startsWith("handle_params_max_id"))
      .map((name) => `${folder}/${name}`);
    const built = await networkOfFiles(paths);
    const { corpus } = built;
    const authors = new Set(corpus.posts.author);
    const withheld = findWithheld(corpus, "discoverable");
    expect(corpus.posts.count).toBe(160);
    expect(authors.size).toBe(82);
    expect([...authors].filter((author) => withheld[author] === 1)).toHaveLength(31);
    // 30 said so themselves, one through the account that they have moved to.
    // No post of a hashtag timeline is a repost, although 86 of these had been reposted.
    expect(sizes(built)).toMatchObject({
      repost: 0,
      reply: 23,
      mention: 30,
      connected: 58,
      isolated: 47,
    });
  });
});
