import { describe, expect, test } from "vitest";
import { startCollectProgress } from "../../src/cli/collect-progress.js";
import { startTestClock, testStart } from "../support/test-clock.js";

function console(isTTY: boolean, columns?: number) {
  const clock = startTestClock();
  const written: string[] = [];
  const write = (text: string): boolean => {
    written.push(text);
    return true;
  };
  const stderr = columns === undefined ? { write, isTTY } : { write, isTTY, columns };
  return { clock, written, stderr };
}

const state = (posts: number) => ({ posts, people: 3, answers: 2 });
const wait = {
  host: "home.example",
  reason: "home.example takes no more requests for now",
  until: testStart + 90_000,
};

describe("progress of a collection", () => {
  test("is one line on a terminal, with numbers, speed and what is waited for, and goes at the end", () => {
    const { clock, written, stderr } = console(true, 200);
    const progress = startCollectProgress({ stderr, clock }, true);
    progress.onProgress(state(40));
    clock.advance(10_000);
    progress.onProgress(state(120));
    expect(written.at(-1)).toBe("\r\u001b[K120 posts of 3 people, 2 answers, 8.0 posts a second");
    progress.onWait(wait);
    expect(written.at(-1)).toContain(
      "; waiting until 22:14:50 UTC: home.example takes no more requests for now",
    );
    progress.clear();
    expect(written.at(-1)).toBe("\r\u001b[K");
    expect(written.join("")).not.toContain("\n");
  });

  test("fits into the line, also of a terminal that does not know how wide it is", () => {
    for (const [columns, longest] of [
      [30, 29],
      [0, 79],
    ]) {
      const { clock, written, stderr } = console(true, columns);
      const progress = startCollectProgress({ stderr, clock }, true);
      progress.onProgress(state(40));
      progress.onWait(wait);
      expect(written.at(-1)?.replace("\r\u001b[K", "")).toHaveLength(longest);
    }
  });

  test("is a plain line every half minute elsewhere, and one for each longer wait", () => {
    const { clock, written, stderr } = console(false);
    const progress = startCollectProgress({ stderr, clock }, true);
    for (let posts = 0; posts <= 60; posts += 1) {
      progress.onProgress(state(posts));
      clock.advance(1000);
    }
    expect(written).toEqual([
      "30 posts of 3 people, 2 answers, 1.0 posts a second\n",
      "60 posts of 3 people, 2 answers, 1.0 posts a second\n",
    ]);
    progress.onWait({ ...wait, until: clock.now() + 500 });
    progress.onWait(undefined);
    expect(written).toHaveLength(2);
    progress.onWait({ ...wait, until: clock.now() + 60_000 });
    expect(written).toHaveLength(3);
    progress.clear();
    expect(written.join("")).not.toContain("\u001b");
  });

  test("is nothing where it is not wanted, notes neither", () => {
    const { clock, written, stderr } = console(true);
    const progress = startCollectProgress({ stderr, clock }, false);
    progress.onProgress(state(1));
    progress.onWait(wait);
    progress.onNote("something");
    progress.clear();
    expect(written).toEqual([]);
  });

  test("makes way for a note", () => {
    const { clock, written, stderr } = console(true, 80);
    const progress = startCollectProgress({ stderr, clock }, true);
    progress.onProgress(state(1));
    progress.onNote("threads: at most 3 requests");
    expect(written.slice(1, 3)).toEqual(["\r\u001b[K", "tagatlas: threads: at most 3 requests\n"]);
  });
});
