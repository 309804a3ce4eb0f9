import fc from "fast-check";
import { expect, test } from "vitest";
import { packPage, unpackPage } from "../../src/model/packed-page.js";
import { pageData } from "../../src/report/page/page-data.js";
import { svgAddress } from "../../src/report/page/picture-address.js";
import { bareMap, publicNetwork, publicPerson, publicTie } from "../support/public-network.js";

const text = fc.oneof(
  fc.constantFrom("ada@med.example", "ben", "a@b@c", "", "x:1"),
  fc.string({ unit: "binary" }),
);
const person = fc.record({
  label: text,
  name: fc.option(text, { nil: undefined }),
  url: fc.option(fc.constantFrom("https://med.example/@ada", "https://b.example/x"), {
    nil: undefined,
  }),
  isWithheld: fc.boolean(),
});

test("a page's data comes out of its packing as it went in, whoever is in it", () => {
  const many = fc.array(person, { minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(many, fc.boolean(), (people, isRanked) => {
      const report = publicNetwork(
        people.map((more, at) => publicPerson(at === 0 ? more.label : `p${at}`, more)),
        [publicTie("p1", people[0].label)],
      );
      const ranking = {
        isCandidate: Uint8Array.of(1),
        base: Float64Array.of(1),
        inDegree: Float64Array.of(1),
        pairs: {
          source: Int32Array.from(isRanked ? [1] : []),
          target: Int32Array.from(isRanked ? [0] : []),
          effort: Float64Array.from(isRanked ? [2] : []),
        },
      };
      const data = pageData({ ...report, ranking }, bareMap);
      const written = JSON.parse(JSON.stringify(packPage(data)));
      expect(unpackPage(written)).toEqual(data);
    }),
  );
});

test("a drawing as an address stays within its attribute, and reads back", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (drawing) => {
      const address = svgAddress(`<svg>${drawing}</svg>`);
      expect(address).not.toMatch(/['\r\n\t#]/u);
      const [, written] = /^data:image\/svg\+xml,(.*)$/su.exec(address) ?? [];
      expect(decodeURIComponent(written ?? "")).toBe(`<svg>${drawing.toWellFormed()}</svg>`);
    }),
  );
});
