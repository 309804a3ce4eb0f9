import fc from "fast-check";
import { expect, test } from "vitest";
import { hostOf, parseMastodonAddress } from "../../src/model/mastodon-address.js";
import { webAddress } from "../../src/platform/web-address.js";
import { canonicalLink, linkDomain } from "../../src/text/canonical-link.js";
import { cases } from "../support/cases.js";
import { runCommand } from "../support/run-command.js";
import { mastodonMention, mastodonStatus, ndjson } from "../support/statuses.js";

const oddAddresses = [
  "https://",
  "http://",
  "https:",
  "https:///",
  "https://?",
  "https://#",
  "https://:443",
  "https://a:99999/",
  "https://[::1",
  "https://[zz]/",
  "https://exa mple.org/",
  "https://%zz/",
  "https://a..b/",
  "https://.example/",
  "https://example.org:port/",
  "https://@/",
  "https://user:pass@/",
  "https://www./",
  "https://www.1.2.3.4.5/",
  "https://xn--/",
  "https://1.2.3.256/",
  "https://a%00b/",
  "https://a\u0000b/",
  "HTTPS://\\\\",
  "foo://host/users/a/statuses/1",
  "javascript:alert(1)",
  "data:text/html,x",
  "",
];

/** Bits of addresses, joined at will. */
const anyAddress = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ..."http: https: // / : @ [ ] % # ? . www. xn-- example.org ::1 \\".split(" "),
      ),
      fc.string({ maxLength: 4, unit: "binary" }),
      fc.webUrl(),
    ),
    { maxLength: 7 },
  )
  .map((parts) => parts.join(""));

test("an address is http or https and whole, or none; none is met with an error", () => {
  fc.assert(
    fc.property(fc.oneof(fc.constantFrom(...oddAddresses), anyAddress), (written) => {
      const address = webAddress(written);
      if (address !== undefined) expect(address).toMatch(/^https?:\/\/[^/]/u);
      expect(webAddress(address)).toBe(address);
      expect(webAddress(canonicalLink(address ?? ""))).toBe(address && canonicalLink(address));
      linkDomain(written);
      hostOf(written);
      parseMastodonAddress(written, written, written);
    }),
    { numRuns: cases(2000) },
  );
});

test("a post with an odd address in any of its fields is read, and nothing else is lost", async () => {
  const rows = oddAddresses.map((address, index) =>
    mastodonStatus(`${index}`, `p${index}`, {
      url: address,
      content: `<p>see <a href="${address}">this</a></p>`,
      card: { url: address },
      account: { url: `https://home.example/@p${index}`, avatar: address },
      mentions: [{ ...mastodonMention("ada@other.example"), url: address }],
    }),
  );
  const { code, stdout } = await runCommand(
    ["analyze", "-", "--json", "--bootstrap", "0"],
    ndjson(rows),
  );
  expect(code).toBe(0);
  expect(JSON.parse(stdout).provenance.inputs[0]).toMatchObject({ kept: oddAddresses.length });
});
