import { describe, expect, test } from "vitest";
import { collectionFolder } from "../../src/cli/collect-flags.js";
import { asTerminal, type OutputStream } from "../../src/cli/console.js";
import { readHashtag } from "../../src/cli/options/period-options.js";
import { withProgress } from "../../src/cli/progress.js";
import { isOpenForOthers } from "../../src/model/file-mode.js";
import { parseInputSettings, settingsOf } from "../../src/model/input-settings.js";
import { startTestClock } from "../support/test-clock.js";

const decomposed = "Me\u0301decine";

describe("on Windows", () => {
  test("a hashtag may come with the quotation marks that cmd.exe leaves around it", () => {
    for (const written of [
      "'#MedEd'",
      '"#MedEd"',
      "\u2018#MedEd\u2019",
      "\u201cMedEd\u201d",
      "#MedEd",
    ]) {
      expect(readHashtag(written)).toBe("MedEd");
    }
    for (const wrong of ["'#MedEd", "''", "'#Med Ed'", '"']) {
      expect(readHashtag(wrong)).toBeUndefined();
    }
  });

  test("where files have no modes, none counts as open to others", () => {
    expect(isOpenForOthers(0o100666, "win32")).toBe(false);
    for (const platform of ["linux", "darwin"] as const) {
      expect(isOpenForOthers(0o100644, platform)).toBe(true);
      expect(isOpenForOthers(0o100600, platform)).toBe(false);
    }
  });

  test("no folder has a name that the system keeps for itself", () => {
    for (const tag of ["con", "NUL", "aux", "com1", "LPT9"]) {
      expect(collectionFolder(tag)).toBe(`tagatlas-${tag.toLowerCase()}`);
    }
  });
});

describe("on macOS", () => {
  test("letters in pieces, as its file names have them, are the letters that are typed", () => {
    expect(collectionFolder(decomposed)).toBe(collectionFolder(decomposed.normalize("NFC")));
    const path = `data/${decomposed}.csv`;
    const written = {
      format: [`${decomposed.normalize("NFC")}.csv:table`],
      map: [],
      dates: [],
    };
    const all = parseInputSettings(written, [path]);
    expect(settingsOf(path, all).format).toBe("table");
  });
});

describe("on a terminal", () => {
  async function written(environment: Record<string, string>): Promise<string> {
    let text = "";
    const stream: OutputStream = {
      write(piece) {
        text += piece;
        return true;
      },
      isTTY: true,
      columns: 80,
    };
    const stderr = asTerminal(stream, environment);
    const flags = { quiet: undefined, log: "text" } as const;
    await withProgress({ stderr, clock: startTestClock() }, flags, async (onProgress) => {
      onProgress("reading", 0.5);
    });
    return text;
  }

  test("that is dumb, no line is drawn again, and nothing moves the cursor", async () => {
    expect(await written({ TERM: "dumb" })).toBe("");
    expect(await written({ TERM: "xterm" })).toContain("reading: 50 %");
  });

  test("there are no colors, whatever NO_COLOR and FORCE_COLOR say", async () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what colors a terminal begins with it
    const color = /\u001b\[[\d;]*m/u;
    for (const environment of [{}, { FORCE_COLOR: "3" }, { NO_COLOR: "1" }]) {
      expect(await written(environment)).not.toMatch(color);
    }
  });
});
