import fc from "fast-check";
import { expect, test } from "vitest";
import { labelCommunities } from "../../src/report/view/community-labels.js";

test("labels a community by up to three hashtags, or by words where no hashtag is typical", () => {
  expect(
    labelCommunities([
      { hashtags: ["#a", "#b", "#c", "#d"], words: ["w"] },
      { hashtags: [], words: ["x", "y"] },
      { hashtags: [], words: [] },
    ]),
  ).toEqual(["#a #b #c", "x y", ""]);
});

test("says more of a smaller community whose hashtags a larger one has", () => {
  expect(
    labelCommunities([
      { hashtags: ["#A", "#b"], words: [] },
      { hashtags: ["#b", "#a"], words: ["exam"] },
      { hashtags: ["#a", "#b"], words: [] },
      { hashtags: ["#a", "#b"], words: [] },
      { hashtags: ["#a", "#b"], words: [] },
    ]),
  ).toEqual(["#A #b", "#b #a exam", "#a", "#b", ""]);
});

test("never gives two communities one label", () => {
  const some = fc.array(fc.constantFrom("#a", "#b", "#c", "#d"), { maxLength: 5 });
  fc.assert(
    fc.property(fc.array(fc.record({ hashtags: some, words: some }), { maxLength: 12 }), (all) => {
      const labels = labelCommunities(all).filter((label) => label !== "");
      expect(new Set(labels).size).toBe(labels.length);
    }),
  );
});
