import fc from "fast-check";
import { Parser } from "htmlparser2";
import { expect, test } from "vitest";
import { readHtml } from "../../src/platform/html-text.js";
import { parseHtml } from "../../src/platform/parse-html.js";
import { cases } from "../support/cases.js";

function eventsOf(html: string, parse: typeof parseHtml) {
  const opened: string[] = [];
  let text = "";
  let open = 0;
  let mostOpen = 0;
  parse(html, {
    onopentag(name) {
      opened.push(name);
      open += 1;
      mostOpen = Math.max(mostOpen, open);
    },
    ontext(part) {
      text += part;
    },
    onclosetag() {
      open -= 1;
    },
  });
  return { opened, text, open, mostOpen };
}

test("few elements are open at once, since each closing tag is looked for among them", () => {
  for (const [open, close] of [
    ["<b>", "</i>"],
    ["<div>", "</p>"],
    ["<b><i>", "</b></i>"],
  ]) {
    const html = `${`${open}x`.repeat(20_000)}${`${close}y`.repeat(20_000)}`;
    const { mostOpen, open: left, text } = eventsOf(html, parseHtml);
    expect(mostOpen).toBeLessThan(500);
    expect(left).toBe(0);
    expect(text).toBe("x".repeat(20_000) + "y".repeat(20_000));
    expect(readHtml(html).text.replace(/\n/gu, "")).toBe(text);
  }
});

test("what is not too deep is parsed as in one piece, wherever the pieces end", () => {
  const bits = fc.oneof(
    fc.constantFrom(
      "<p>",
      "</p>",
      "<br/>",
      "<b>",
      "</b>",
      "<!-- c -->",
      "&amp;",
      "&am",
      '<a href="x<y">',
    ),
    fc.string({ maxLength: 300 }),
  );
  fc.assert(
    fc.property(fc.array(bits, { maxLength: 60 }), (parts) => {
      const html = parts.join("");
      const whole = eventsOf(html, (text, handlers) => new Parser(handlers).end(text));
      expect(eventsOf(html, parseHtml)).toEqual(whole);
    }),
    { numRuns: cases(300) },
  );
});
