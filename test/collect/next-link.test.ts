import { describe, expect, test } from "vitest";
import { nextCursor } from "../../src/collect/mastodon/next-link.js";

const asked = "https://home.example/api/v1/timelines/tag/MedEd?limit=40";
const cursorOf = (link: string): string | undefined => nextCursor(new Headers({ link }), asked);

describe("where the next page begins", () => {
  test.each([
    [
      "as Mastodon 4 tells it",
      `<${asked}&max_id=5>; rel="next", <${asked}&min_id=9>; rel="prev"`,
      "5",
    ],
    ["relative to the question", '</api/v1/timelines/tag/MedEd?max_id=5>; rel="next"', "5"],
    ["with several relations", `<${asked}&max_id=5>; rel="prefetch next"`, "5"],
    ["in capitals and without quotes", `<${asked}&max_id=5>; REL=NEXT`, "5"],
    [
      "after other parameters",
      `<${asked}&min_id=9>; rel="prev"; title="a, <b>", <${asked}&max_id=5>; title="x"; rel="next"`,
      "5",
    ],
    ["with a comma in its address", `<${asked}&x=1,2&max_id=5>; rel="next"`, "5"],
    [
      "on another host, of which only the place is used",
      '<https://far.example/?max_id=5>; rel="next"',
      "5",
    ],
    ["by counting", `<${asked}&offset=40>; rel="next"`, "?offset=40"],
    ["of another thing", `<${asked}&max_id=5>; rel="next"; anchor="#other"`, undefined],
    ["upward, as Pixelfed once did", `<${asked}&min_id=9>; rel="next"`, undefined],
    ["not at all", "", undefined],
    ["in a broken header", `${asked}; rel="next"`, undefined],
    ["with no end of its address", `<${asked}; rel="next"`, undefined],
  ])("%s", (_name, link, cursor) => {
    expect(cursorOf(link)).toBe(cursor);
  });
});
