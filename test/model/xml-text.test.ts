import fc from "fast-check";
import { Parser } from "htmlparser2";
import { describe, expect, test } from "vitest";
import { xmlText } from "../../src/text/xml-text.js";

describe("xmlText", () => {
  test("leaves nothing that could be markup or end an attribute", () => {
    expect(xmlText(`<a href="x" id='y'>&amp;]]>`)).toBe(
      "&#60;a href=&#34;x&#34; id=&#39;y&#39;&#62;&#38;amp;]]&#62;",
    );
  });

  test("leaves none of these in a text that holds no other", () => {
    for (const character of "&<>\"'\t\n\r\u007f\u0085\u2028\u2029") {
      expect(xmlText(`a ${character}`)).toBe(`a &#${character.charCodeAt(0)};`);
    }
  });

  test("marks what XML 1.0 cannot hold", () => {
    expect(xmlText("a\u0000b\u0008c\u001bd\ufffee\uffff")).toBe(
      "a\ufffdb\ufffdc\ufffdd\ufffde\ufffd",
    );
    expect(xmlText("a\ud800b")).toBe("a\ufffdb");
  });

  test("keeps every other character of every script", () => {
    const text = "Zoë Олена سمير 春香 👩‍🔬";
    expect(xmlText(text)).toBe(text);
  });

  test("reads back as text, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        let found = "";
        const elements: string[] = [];
        const parser = new Parser(
          {
            ontext: (piece) => {
              found += piece;
            },
            onopentag: (name) => elements.push(name),
          },
          { xmlMode: true },
        );
        parser.end(`<t>${xmlText(text)}</t>`);
        expect(elements).toEqual(["t"]);
        expect(xmlText(found)).toBe(xmlText(text));
      }),
    );
  });
});
