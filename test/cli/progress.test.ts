import { describe, expect, test } from "vitest";
import { startProgress } from "../../src/cli/progress.js";

function terminal(isTTY = true) {
  const written: string[] = [];
  const write = (text: string): boolean => {
    written.push(text.replace("\r\u001b[K", ""));
    return true;
  };
  let time = 0;
  const stream = { write, isTTY, columns: 100 };
  return {
    written,
    progress: startProgress(stream, true, () => time),
    wait: (milliseconds: number): void => {
      time += milliseconds;
    },
  };
}

describe("progress", () => {
  test("says how much is done and, once there is something to guess from, how long is left", () => {
    const { written, progress, wait } = terminal();
    progress.show("measuring betweenness", 0);
    wait(1000);
    progress.show("measuring betweenness", 0.1);
    wait(1000);
    progress.show("measuring betweenness", 0.2);
    expect(written).toEqual([
      "measuring betweenness: 0 %",
      "measuring betweenness: 10 %",
      "measuring betweenness: 20 %, about 8 s left",
    ]);
    wait(600_000);
    progress.show("measuring betweenness", 0.5);
    expect(written.at(-1)).toBe("measuring betweenness: 50 %, about 11 min left");
  });

  test("begins anew with each step, and keeps what the step says of itself", () => {
    const { written, progress, wait } = terminal();
    progress.show("reading a.json: 1 MB, 10 rows", 0.1);
    wait(4000);
    progress.show("reading a.json: 5 MB, 50 rows", 0.5);
    progress.show("building the network");
    progress.show("drawing the map", 0.5);
    expect(written.slice(1)).toEqual([
      "reading a.json: 5 MB, 50 rows, 50 %, about 4 s left",
      "building the network",
      "drawing the map: 50 %",
    ]);
  });

  test("is drawn ten times a second at most, goes at the end, and is nothing on a pipe", () => {
    const { written, progress, wait } = terminal();
    for (let share = 0; share < 1; share += 0.01) {
      progress.show("drawing the map", share);
      wait(10);
    }
    expect(written.length).toBeLessThan(12);
    progress.clear();
    expect(written.at(-1)).toBe("");
    const pipe = terminal(false);
    pipe.progress.show("drawing the map", 0.5);
    pipe.progress.clear();
    expect(pipe.written).toEqual([]);
  });
});
