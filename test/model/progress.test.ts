import { expect, test } from "vitest";
import { inTurn } from "../../src/model/progress.js";

test("works that are done in turn tell how much of all is done, each by what it costs", () => {
  const heard: number[] = [];
  const shares = inTurn({ first: 1, second: 3 }, (share) => heard.push(share));
  shares.first(0.5);
  shares.first(1);
  shares.second(0);
  shares.second(1 / 3);
  shares.second(1);
  expect(heard).toEqual([0.125, 0.25, 0.25, 0.5, 1]);
});
