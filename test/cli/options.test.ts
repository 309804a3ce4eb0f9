import { describe, expect, expectTypeOf, test } from "vitest";
import { mapOptions } from "../../src/cli/options/map-options.js";
import {
  defaultsOf,
  type FlagsOf,
  helpGroups,
  optionsOf,
  valuesOf,
} from "../../src/cli/options/option.js";
import { text, wholeNumber } from "../../src/cli/options/value-type.js";
import type { MapSettings } from "../../src/model/map-settings.js";
import { runCommand } from "../support/run-command.js";

const commands = [
  "collect",
  "inspect",
  "servers",
  "analyze",
  "run",
  "follow",
  "validate",
  "forget",
  "convert",
  "redo",
];

/** The compiler is the judge of these: `npm run check` reads this file, too. */
describe("the table of options, to the compiler", () => {
  const option = optionsOf("Map");

  test("gives a value its type, and lets it be missing only without a default", () => {
    const rows = {
      places: option({ type: wholeNumber(1), value: "<number>", default: 3, line: "places" }),
      title: option({ type: text, value: "<words>", line: "its title" }),
    };
    expectTypeOf<FlagsOf<typeof rows>>().toEqualTypeOf<{
      readonly places: number;
      readonly title: string | undefined;
    }>();
    expect(defaultsOf(rows)).toEqual({ places: 3, title: undefined });
  });

  test("refuses a default of another type", () => {
    // @ts-expect-error: a text is no number
    option({ type: wholeNumber(1), value: "<number>", default: "3", line: "places" });
    // @ts-expect-error: a number is no text
    option({ type: text, value: "<words>", default: 3, line: "its title" });
    // @ts-expect-error: the map has no such arrangement
    option({ ...mapOptions.layout, default: "circle" });
  });

  test("refuses a name that no row has any more", () => {
    const flags = defaultsOf(mapOptions);
    // @ts-expect-error: it is called layout
    expect(flags.arrangement).toBeUndefined();
    const { layout, ...others } = mapOptions;
    // @ts-expect-error: the map cannot be drawn without
    const settings: MapSettings = defaultsOf({ ...others, arrangement: layout });
    expect(settings).toHaveProperty("arrangement", "box");
  });

  test("hands a stage its own options alone", () => {
    const flags = { ...defaultsOf(mapOptions), quiet: true };
    expect(valuesOf(mapOptions, flags)).toEqual(defaultsOf(mapOptions));
  });
});

describe("help", () => {
  test.each(commands)("of %s groups its options, each in one line of 80 columns", async (name) => {
    const { stdout } = await runCommand([name, "--help"]);
    const titles = [...stdout.matchAll(/^([A-Z][\w ]+):$/gmu)].map(([, title]) => title);
    const groups = titles.filter((title) => helpGroups.some((group) => group === title));
    expect(groups).toEqual(helpGroups.filter((group) => groups.includes(group)));
    expect(titles).not.toContain("Options");
    expect(stdout).not.toMatch(/^ +--no-(?!bom)/mu);
    for (const line of stdout.match(/^ {2}-.*\n(?: {4,}\S.*\n)?/gmu) ?? []) {
      expect(line.trimEnd()).not.toContain("\n");
      expect(line.trimEnd().length, line).toBeLessThanOrEqual(80);
    }
  });

  test("shows no group that fills more than a screen of 24 lines", async () => {
    for (const name of commands) {
      const { stdout } = await runCommand([name, "--help"]);
      const parts = stdout.split(/^(?=[A-Z][\w ]+:$)/mu).filter((part) => /^ {2}-/mu.test(part));
      expect(parts.length, name).toBeGreaterThan(0);
      for (const part of parts) expect(part.split("\n").length, part).toBeLessThanOrEqual(24);
    }
  });
});

describe("a value", () => {
  const community = "fixtures/community.ndjson";

  test.each([
    [["--top", "0"], "Give a whole number from 1."],
    [["--top", "1e3"], "Give a whole number from 1."],
    [["--seed", "4294967296"], "Give a whole number from 0."],
    [["--scale", "9"], "Give a factor from 0.25 to 8."],
    [["--scale", ""], "Give a factor from 0.25 to 8."],
    [["--since", "2026-02-30"], "Give a day such as 2026-01-05"],
    [["--since", "yesterday"], "Give a day such as 2026-01-05"],
    [["--tag", "two words"], "Give one hashtag"],
    [["--layout", "circle"], "Choose one of box, force."],
    [["--respect", ""], "Choose one of discoverable, indexable, none."],
  ])("that is none is refused before anything is read: %j", async (words, advice) => {
    const { code, stderr, stdout } = await runCommand(["analyze", community, ...words]);
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toMatch(/^tagatlas: option '/u);
    expect(stderr).toContain(advice);
  });
});
