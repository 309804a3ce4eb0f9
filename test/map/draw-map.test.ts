import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawMap } from "../../src/map/drawing/draw-map.js";
import { readFonts } from "../../src/map/drawing/font.js";
import { renderPng } from "../../src/map/drawing/png.js";
import { slideSheet } from "../../src/map/drawing/sheet.js";
import type { MapInput } from "../../src/map/map-input.js";
import { cases } from "../support/cases.js";
import { type Example, mapExample } from "./map-example.js";
import { parseSvg, type SvgElement } from "./parse-svg.js";

const sizes = [40, 30, 25, 20, 12, 9, 6, 4, 3, 2, 2];
const ring: readonly (readonly [number, number])[] = Array.from({ length: 153 }, (_, node) => [
  node,
  (node * 7 + 3) % 153,
]);

function svgOf(input: MapInput): string {
  return drawMap(input).svg.toString();
}

function elementsOf(input: MapInput): SvgElement[] {
  return parseSvg(svgOf(input));
}

/** The caption, and the texts before it, as one line. */
function wordsOf(input: MapInput): string {
  return textsOf(input).join(" ");
}

function textsOf(input: MapInput): string[] {
  return elementsOf(input)
    .filter(({ name }) => name === "text")
    .map(({ text }) => text);
}

describe("drawMap", () => {
  const examples: Record<string, Example> = {
    "many communities": { sizes, isolates: 17 },
    "one community": { sizes: [60] },
    "three people": { sizes: [3] },
    "isolates only": { sizes: [], isolates: 35 },
    nobody: { sizes: [] },
    "hundreds of pairs": { sizes: [50, ...new Array<number>(400).fill(2)] },
  };

  test("has a place for everybody, and draws no mark that is too small for any screen", () => {
    const { layout, svg } = drawMap(mapExample({ sizes: [10], isolates: 200_000 }));
    const visible = layout.radius.filter((radius) => radius >= 0.05);
    expect(layout.x).toHaveLength(200_010);
    expect(visible.length).toBeLessThan(1000);
    const marks = svg.toString().match(/^<(?:circle|polygon) /gmu) ?? [];
    expect(marks).toHaveLength(visible.length);
  });

  test("shows everybody of thousands of pairs that share a box", () => {
    const sizes = [...new Array<number>(45).fill(100), ...new Array<number>(30_000).fill(2)];
    const { layout } = drawMap(mapExample({ sizes }));
    const inPairs = layout.radius.subarray(4500);
    expect(inPairs).toHaveLength(60_000);
    expect(inPairs.reduce((least, radius) => Math.min(least, radius))).toBeGreaterThan(0.1);
  });

  test.each(
    Object.entries(examples),
  )("keeps every mark of %s inside, none upon another", (_, example) => {
    const input = mapExample(example);
    const { x, y, radius, color } = drawMap(input).layout;
    expect(color).toHaveLength(input.people.length);
    let nearest = Number.POSITIVE_INFINITY;
    for (let node = 0; node < x.length; node += 1) {
      expect(radius[node]).toBeGreaterThan(0);
      expect(x[node] - radius[node]).toBeGreaterThanOrEqual(24);
      expect(x[node] + radius[node]).toBeLessThanOrEqual(1576);
      expect(y[node] - radius[node]).toBeGreaterThanOrEqual(78);
      expect(y[node] + radius[node]).toBeLessThanOrEqual(1200);
      for (let other = 0; other < node; other += 1) {
        const distance = Math.hypot(x[node] - x[other], y[node] - y[other]);
        nearest = Math.min(nearest, distance - radius[node] - radius[other]);
      }
    }
    expect(nearest).toBeGreaterThan(0);
  });

  test("names 45 people at most, though more boxes have room for one", () => {
    // Of each of 40 boxes the first, and of ten of these three more who are worth following.
    const follow = Array.from({ length: 40 }, (_, at) => 30 * (at >> 2) + 1 + (at % 4));
    const input = mapExample({ sizes: new Array<number>(40).fill(30), change: { follow } });
    const names = textsOf(input).filter((text) => /^Person \d+$/u.test(text));
    expect(names).toHaveLength(45);
  });

  test("keeps the marks of a community inside of its box", () => {
    const input = mapExample({ sizes });
    const { layout, svg } = drawMap(input);
    const frames = parseSvg(svg.toString())
      .filter(({ name, attributes }) => name === "rect" && attributes.x !== undefined)
      .map(({ attributes }) => ({
        left: Number(attributes.x),
        top: Number(attributes.y),
        right: Number(attributes.x) + Number(attributes.width),
        bottom: Number(attributes.y) + Number(attributes.height),
      }));
    expect(frames).toHaveLength(sizes.length);
    for (const [node, community] of input.community.entries()) {
      const { left, top, right, bottom } = frames[community];
      const margin = 6 - 0.02;
      expect(layout.x[node] - layout.radius[node]).toBeGreaterThan(left + margin);
      expect(layout.x[node] + layout.radius[node]).toBeLessThan(right - margin);
      expect(layout.y[node] - layout.radius[node]).toBeGreaterThan(top + margin);
      expect(layout.y[node] + layout.radius[node]).toBeLessThan(bottom - margin);
    }
  });

  test("gives the same bytes for the same input, picture and SVG alike", async () => {
    const input = () => mapExample({ sizes, isolates: 5, ties: ring });
    expect(svgOf(input())).toBe(svgOf(input()));
    expect(await renderPng(drawMap(input()).svg, 0.25)).toEqual(
      await renderPng(drawMap(input()).svg, 0.25),
    );
  });

  test("writes names as text, in every script, and no name can become markup", () => {
    const hostile = [
      `</text><script>alert(1)</script>`,
      `"/><image href="http://evil.example/x.png"/>`,
      "]]><!-- ",
      "\u202eexe.png\u0007",
      "&lt;b&gt;",
      "Олена Зорєвська",
      "سمير المرجان",
    ];
    const example: Example = { sizes: hostile.map(() => 12), ties: [] };
    const input = mapExample({
      ...example,
      person: (node) =>
        node % 12 === 0 ? { name: hostile[node / 12], label: hostile[node / 12] } : {},
      change: { follow: hostile.map((_, index) => index * 12) },
    });
    const elements = elementsOf({
      ...input,
      communities: input.communities.map((community) => ({ ...community, label: hostile[0] })),
      words: { ...input.words, title: hostile[1], tieRule: hostile[2] },
    });
    const known = ["svg", "title", "desc", "rect", "g", "path", "circle", "polygon", "text"];
    expect(elements.filter(({ name }) => !known.includes(name))).toEqual([]);
    const attributes = elements.flatMap((element) => Object.keys(element.attributes));
    expect(attributes.filter((name) => /^on|href|style/u.test(name))).toEqual([]);
    const texts = elements.filter(({ name }) => name === "text").map(({ text }) => text);
    expect(texts).toContain("Олена Зорєвська");
    expect(texts).toContain("سمير المرجان");
    expect(texts).toContain("&lt;b&gt;");
  });

  test("is well-formed whatever people are called", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: "binary" }), { minLength: 5, maxLength: 5 }),
        (names) => {
          const input = mapExample({
            sizes: [5],
            person: (node) => ({ name: names[node], handle: names[0], label: names[1] }),
            change: { follow: [0, 1, 2, 3, 4] },
          });
          expect(elementsOf(input).filter(({ name }) => name === "circle")).not.toHaveLength(0);
        },
      ),
      { numRuns: cases(30) },
    );
  });

  test("draws whoever opted out, and names them nowhere", () => {
    const input = mapExample({
      sizes,
      person: (node) =>
        node % 2 === 0
          ? {
              isWithheld: true,
              name: `Secret${node}`,
              label: `secret${node}`,
              handle: `secret${node}`,
            }
          : {},
      change: { follow: [0, 1, 2, 3] },
    });
    expect(svgOf(input)).not.toMatch(/secret/iu);
    expect(elementsOf(input).filter(({ text }) => text.startsWith("Person"))).not.toHaveLength(0);
    expect(wordsOf(input)).toContain(
      "77 people who opted out of being found are drawn without a name",
    );
  });

  test("names people worth following, the first of each box in bold, no name upon another", () => {
    const input = mapExample({
      sizes,
      change: { follow: Array.from({ length: 40 }, (_, node) => node) },
    });
    const names = elementsOf(input).filter(
      ({ name, text }) => name === "text" && /^Person \d+$/u.test(text),
    );
    expect(names.length).toBeGreaterThan(5);
    expect(names[0]).toMatchObject({ text: "Person 0", attributes: { "font-weight": "bold" } });
    const frames = names.map(({ attributes, text }) => ({
      left: Number(attributes.x),
      right: Number(attributes.x) + text.length * Number(attributes["font-size"]) * 0.5,
      top: Number(attributes.y) - Number(attributes["font-size"]) * 0.9,
      bottom: Number(attributes.y) + Number(attributes["font-size"]) * 0.2,
    }));
    for (const [index, one] of frames.entries()) {
      for (const other of frames.slice(0, index)) {
        const isApart =
          one.right <= other.left ||
          other.right <= one.left ||
          one.bottom <= other.top ||
          other.bottom <= one.top;
        expect(isApart).toBe(true);
      }
    }
  });

  test("sizes by in-degree, and says so, where most followers are unknown", () => {
    const example = mapExample({ sizes: [30] });
    const values = example.size.values.map((value, node) => (node < 10 ? value : Number.NaN));
    const input = { ...example, size: { ...example.size, values } };
    expect(wordsOf(input)).toContain(
      "Marks are sized by people who engaged them, since followers are known of 10 people only.",
    );
    expect(drawMap(input).layout.radius[0]).toBeGreaterThan(drawMap(input).layout.radius[1]);
  });

  test("says who, which hashtag, which period, what a tie is, how laid out and clustered", () => {
    const caption = wordsOf(mapExample({ sizes, isolates: 4 }));
    expect(caption).toMatch(
      / 157 people of #MedEd, posts of 2026-01-05 to 2026-03-29 \(UTC\): 153 with ties, 4 without\. A tie is: replies and mentions\. Communities: Louvain, modularity 0\.61\. Group-in-a-box: .+ Marks are sized by followers,/u,
    );
  });

  test("shows, combines or leaves out the ties between boxes", () => {
    const change = (ties: "show" | "combine" | "hide") =>
      mapExample({
        sizes: [20, 20, 20],
        ties: [[0, 20], [21, 1], [2, 41], ...starTies],
        change: { settings: { layout: "box", ties, seed: 1 } },
      });
    const paths = (ties: "show" | "combine" | "hide") =>
      elementsOf(change(ties)).filter(
        ({ name, attributes }) =>
          name === "path" && attributes.d.startsWith("M") && !attributes.d.includes("h"),
      );
    const inside = paths("hide").length;
    // The key has a line too, which tells who does it and to whom.
    expect(inside).toBe(starTies.length + 1);
    expect(paths("show")).toHaveLength(inside + 3);
    const curves = paths("combine").filter(({ attributes }) => attributes.d.includes("Q"));
    expect(curves.map(({ attributes }) => attributes["stroke-width"])).toEqual(["6.67", "3"]);
  });

  test("collects communities that are too small for a box, and says so", () => {
    const input = mapExample({ sizes: [3000, ...new Array<number>(300).fill(2)] });
    const texts = textsOf(input);
    expect(texts).toContain("G2–G301");
    expect(wordsOf(input)).toContain("The 300 smallest share a box.");
  });

  test("leaves out hashtags that the font has no glyphs for", () => {
    const input = mapExample({ sizes: [12] });
    const texts = textsOf({
      ...input,
      communities: [{ name: "G1", label: "#医学教育 #osce", isCutOff: false }],
    });
    expect(texts).toContain("12 · #osce");
  });

  test("draws the network in one, with its colours explained", () => {
    const input = mapExample({
      sizes,
      isolates: 3,
      change: { settings: { layout: "force", ties: undefined, seed: 1 } },
    });
    expect(textsOf(input)).toContain("G1 #topic1");
    expect(wordsOf(input)).toContain("One force-directed layout of the whole network");
  });

  test("colours by a category or by numbers, with a legend", () => {
    const example = mapExample({ sizes: [6] });
    const roles = ["core", "core", "core", "active", "active", undefined];
    const byRole = textsOf({ ...example, color: { name: "role", values: roles } });
    expect(byRole.slice(-8)).toEqual(expect.arrayContaining(["core", "active", "not known"]));
    const values = Float64Array.of(0, 1, 2, 3, 4, Number.NaN);
    const byNumber = drawMap({ ...example, color: { name: "pagerank", values, isTime: false } })
      .layout.color;
    expect(new Set(byNumber).size).toBe(6);
  });
});

describe("a slide", () => {
  const names = ["Ada", "Wilhelmina Featherstonehaugh of the Department of Medical Education"];
  const example: Example = {
    sizes,
    isolates: 17,
    ties: ring,
    person: (node) => ({ name: `${names[node % 2]} ${node}` }),
    change: { follow: Array.from({ length: 40 }, (_, at) => 3 * at) },
  };
  const drawn = drawMap(mapExample(example), { sheet: slideSheet });
  const elements = parseSvg(drawn.svg.toString());
  const texts = elements.filter(({ name }) => name === "text");

  test("is 16 to 9, and no letter is smaller than 14 points where it is 7.5 inches high", () => {
    const { width, height } = elements[0].attributes;
    expect(Number(width) / Number(height)).toBeCloseTo(16 / 9);
    const pointsPerUnit = (7.5 * 72) / Number(height);
    expect(texts.length).toBeGreaterThan(15);
    for (const { attributes } of texts) {
      expect(Number(attributes["font-size"]) * pointsPerUnit).toBeGreaterThanOrEqual(14);
    }
  });

  test("cuts nothing, and nothing reaches beyond its edge", () => {
    const { regular, bold } = readFonts();
    for (const { text, attributes } of texts) {
      expect(text).not.toContain("…");
      const font = attributes["font-weight"] === "bold" ? bold : regular;
      const right = Number(attributes.x) + font.width(text, Number(attributes["font-size"]));
      expect(Number(attributes.x)).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(960);
      expect(Number(attributes.y)).toBeLessThanOrEqual(540);
    }
    expect(texts.some(({ text }) => text.startsWith("Ada"))).toBe(true);
  });

  test("writes a long title smaller rather than cut it", () => {
    const title = "#MedEd #MedicalEducation #ClinicalEducation #HealthProfessionsEducation";
    const input = mapExample(example);
    const long = drawMap({ ...input, words: { ...input.words, title } }, { sheet: slideSheet });
    expect(long.svg.toString()).toContain(`>${title}</text>`);
  });
});

describe("renderPng", () => {
  test("is a PNG of 1,600 by 1,200 pixels times the scale, with text in it", async () => {
    const svg = drawMap(mapExample({ sizes: [8] })).svg;
    const png = Buffer.from(await renderPng(svg, 0.5));
    expect(png.subarray(0, 8)).toEqual(Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([800, 600]);
    const withoutText = Buffer.from(svg.toString().replace(/<text.*/gu, ""));
    expect((await renderPng(withoutText, 0.5)).length).toBeLessThan(png.length);
  });
});

const starTies: readonly (readonly [number, number])[] = [0, 20, 40].flatMap((first) =>
  Array.from({ length: 19 }, (_, other) => [first + other + 1, first] as const),
);
