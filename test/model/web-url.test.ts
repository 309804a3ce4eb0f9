import { expect, test } from "vitest";
import { parseUrl, parseWebUrl } from "../../src/text/web-url.js";

test("an address is parsed the same way however many were parsed before it", () => {
  // URL.canParse of Node 20 and 22 says no to this one from about the four thousandth time on.
  const origins = Array.from(
    { length: 20_000 },
    () => parseWebUrl("https://BÜCHER.example/tags/Café")?.origin,
  );
  expect(new Set(origins)).toEqual(new Set(["https://xn--bcher-kva.example"]));
});

test("what is no address of the web is undefined, and nothing throws", () => {
  for (const written of [
    undefined,
    "",
    "bücher",
    "https://",
    "https://[::1",
    "mailto:a@b.example",
  ]) {
    expect(parseWebUrl(written), String(written)).toBeUndefined();
  }
  expect(parseUrl("/über", "https://uni.example/a")?.href).toBe("https://uni.example/%C3%BCber");
  expect(parseUrl("/über")).toBeUndefined();
});
