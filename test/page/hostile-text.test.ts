import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { Parser } from "htmlparser2";
import { describe, expect, test } from "vitest";
import { html, link } from "../../src/report/page/html.js";
import { renderReportHtml } from "../../src/report/page/report-html.js";
import { openFile, startBrowser } from "../support/browser.js";
import { cases } from "../support/cases.js";
import { hasChromium } from "../support/chromium.js";
import { bareMap, publicNetwork, publicPerson, publicTie } from "../support/public-network.js";
import { runCommand } from "../support/run-command.js";
import { mastodonAccount, mastodonMention, mastodonStatus, ndjson } from "../support/statuses.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const folder = temporaryFolder();

/** What names and words of posts have tried elsewhere. */
const attacks = [
  "</script><script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "'><svg onload=alert(1)>",
  "</script x",
  "<!--<script>",
  "<!-- <script ",
  "]]><script>alert(1)</script>",
  "javascript:alert(1)",
  "&lt;script&gt;alert(1)&lt;/script&gt;",
  "\u202egnp.exe\u202c",
  "\u0000\u001b[2J\u0007\u009b31m",
  `z${"\u0301".repeat(10_000)}`,
  "\u2028\u2029alert(1)",
  "$& $` $' $1",
  '=HYPERLINK("http://evil.example")',
  "\ud800 half a letter",
  "a".repeat(5000),
];

/** Names of elements, and names of attributes, in the order of a page. */
function skeletonOf(page: string): { elements: string[]; attributes: Set<string> } {
  const elements: string[] = [];
  const attributes = new Set<string>();
  new Parser({
    onopentag(name, own) {
      elements.push(name);
      for (const attribute of Object.keys(own)) attributes.add(attribute);
    },
  }).end(page);
  return { elements, attributes };
}

const anyText = fc.oneof(fc.constantFrom(...attacks), fc.string({ unit: "binary" }));

describe("markup made of texts", () => {
  test("has no element and no attribute but its own, whatever the text", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const page = String(html`<p title="${text}">${text}</p>`);
        const { elements, attributes } = skeletonOf(page);
        expect(elements).toEqual(["p"]);
        expect([...attributes]).toEqual(["title"]);
        let read = "";
        new Parser({ ontext: (part) => (read += part) }).end(page);
        expect(read).toBe(text);
      }),
    );
  });

  test("links to pages of the web alone", () => {
    for (const url of ["javascript:alert(1)", "data:text/html,x", " https://x.example", "//x"]) {
      expect(String(link("x", url))).toBe("x");
    }
    expect(String(link("x", 'https://x.example/"onclick="alert(1)'))).toBe(
      '<a href="https://x.example/&quot;onclick=&quot;alert(1)" rel="noopener noreferrer nofollow">x</a>',
    );
  });

  test("of a whole page is the same whatever people are called", () => {
    const page = (text: string): string => {
      const people = ["a", "b"].map((id) => publicPerson(id, { label: text, name: text }));
      const report = publicNetwork(people, [publicTie("a", "b")]);
      const map = { look: bareMap, address: "" };
      return [...renderReportHtml(report, map, { script: "", style: "" })].join("");
    };
    const usual = skeletonOf(page("Ada"));
    fc.assert(
      fc.property(anyText, (text) => {
        const written = page(text);
        expect(skeletonOf(written)).toEqual(usual);
        // The data can be read, and nothing in it ends the element that it stands in.
        const data = /<script type="application\/json" id="data">(.*?)<\/script>/su.exec(
          written,
        )?.[1];
        expect(JSON.parse(data ?? "").people.name[0]).toBe(text);
      }),
      { numRuns: cases(60) },
    );
  });
});

/** Two dozen people, each called like an attack, who mention one another. */
function hostileInput(): string {
  const people = attacks.map((_, at) => `person_${at}`);
  const rows = people.flatMap((acct, at) =>
    people
      .filter((_, other) => other !== at && (other + at) % 3 !== 0)
      .map((other, index) =>
        mastodonStatus(`${at}${String(index).padStart(3, "0")}`, acct, {
          day: 1 + (index % 27),
          account: {
            display_name: attacks[at],
            note: `<p>${attacks[at]}</p>`,
            url: `https://home.example/@${acct}`,
          },
          content: `<p>${attacks[at]}</p>`,
          url: at % 2 === 0 ? "javascript:alert(1)" : `https://home.example/@${acct}/${index}`,
          mentions: [mastodonMention(other)],
          tags: [{ name: "MedEd" }, { name: attacks[at].slice(0, 60) }],
        }),
      ),
  );
  rows.push(mastodonStatus("9", "last", { account: mastodonAccount("last"), day: 28 }));
  const path = join(folder, "hostile.ndjson");
  writeFileSync(path, ndjson(rows));
  return path;
}

describe("a report on people with hostile names", async () => {
  const out = join(folder, "hostile");
  const { code, stdout } = await runCommand([
    "analyze",
    hostileInput(),
    "--tag",
    "MedEd",
    "--out",
    out,
  ]);

  test("is made, and nothing of them reaches a terminal as it was", () => {
    expect(code).toBe(0);
    expect(stdout.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
  });

  test("holds no element, handler or address that a post brought", () => {
    const page = readFileSync(join(out, "report.html"), "utf8");
    const { elements, attributes } = skeletonOf(page);
    expect(elements.filter((name) => name === "script")).toHaveLength(2);
    expect([...attributes].filter((name) => name.startsWith("on"))).toEqual([]);
    expect(page).not.toMatch(/href="(?!https?:|#)/iu);
    for (const name of ["report.md", "follow.md", "map.svg"]) {
      const text = readFileSync(join(out, name), "utf8").replaceAll("\n", "");
      expect(text, name).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
    }
    const map = skeletonOf(readFileSync(join(out, "map.svg"), "utf8"));
    expect([...map.attributes].filter((name) => name.startsWith("on"))).toEqual([]);
    expect(map.elements).not.toContain("script");
  });

  test.skipIf(!hasChromium)("copies no formula to a spreadsheet", async () => {
    const { page } = await openFile(await startBrowser(), join(out, "report.html"), {
      viewport: { width: 1200, height: 900 },
      permissions: ["clipboard-read", "clipboard-write"],
    });
    await page.click("text=Everybody in the network", { force: true });
    await page.fill("#people-search", "hyperlink");
    await page.click("#people-table >> text=Copy as CSV");
    const copied = String(await page.evaluate("navigator.clipboard.readText()"));
    expect(copied).toContain("'=HYPERLINK(");
    expect(copied).not.toMatch(/(?:^|,|")=HYPERLINK/u);
  });

  test.skipIf(!hasChromium)("runs nothing in a browser, and keeps its layout", async () => {
    const browser = await startBrowser();
    for (const width of [390, 1200]) {
      const { page, complaints } = await openFile(browser, join(out, "report.html"), {
        viewport: { width, height: 900 },
      });
      await page.waitForSelector("#canvas canvas");
      await page.click("text=Everybody in the network", { force: true });
      await page.fill("#find", "script");
      await page.locator("#controls .chips button").first().click();
      expect(await page.innerText("#card")).toContain("script");
      const overhang = await page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth",
      );
      expect(overhang).toBe(0);
      // Ten thousand marks on a letter would stand over everything above it.
      const tallest = await page.evaluate(
        "Math.max(...[...document.querySelectorAll('.who')].map((line) => line.getBoundingClientRect().height))",
      );
      expect(Number(tallest)).toBeLessThan(200);
      expect(complaints).toEqual([]);
    }
  });
});
