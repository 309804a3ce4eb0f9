import fc from "fast-check";
import { expect, test } from "vitest";
import { accountSchema } from "../../src/platform/mastodon/account-schema.js";
import { readAccountFields } from "../../src/platform/mastodon/read-account-fields.js";
import { readStatus } from "../../src/platform/mastodon/read-status.js";
import { statusSchema } from "../../src/platform/mastodon/status.js";
import { cases } from "../support/cases.js";

/** What servers, programs and mistakes put into a field. */
const odd = fc.oneof(
  fc.constantFrom(
    ...[null, true, false, 0, -1, 1.5, 1e21, 2 ** 70, "", "no", "false", "NA", "1"],
    ...[[], {}, ["a"], [{ name: "a", value: "b" }], { value: { deep: ["x"] } }, [[{ value: 1 }]]],
  ),
  fc.jsonValue(),
);

function anyOf(
  fields: Readonly<Record<string, fc.Arbitrary<unknown>>>,
  required: readonly string[],
): fc.Arbitrary<Record<string, unknown>> {
  const lenient = Object.entries(fields).map(([name, good]): [string, fc.Arbitrary<unknown>] => [
    name,
    fc.oneof({ weight: required.includes(name) ? 12 : 2, arbitrary: good }, odd),
  ]);
  return fc.record(Object.fromEntries(lenient), { requiredKeys: [] });
}

const id = fc.oneof(fc.string(), fc.nat());
const flag = fc.boolean();
const text = fc.string();
const profileFields = fc.array(fc.record({ name: text, value: text }));

const account = anyOf(
  {
    ...{ id, acct: text, url: text, display_name: text, note: text, uri: text },
    ...{ bot: flag, group: flag, locked: flag, suspended: flag, memorial: flag, limited: flag },
    ...{ silenced: flag, discoverable: flag, indexable: flag, noindex: flag },
    ...{ followers_count: fc.nat(), following_count: fc.integer(), hide_collections: flag },
    fields: profileFields,
    moved: anyOf({ acct: text, url: text, id }, []),
    source: anyOf(
      {
        ...{ note: text, fields: profileFields, discoverable: flag, indexable: flag },
        pleroma: anyOf({ discoverable: flag, indexable: flag }, []),
      },
      [],
    ),
    other_settings: anyOf({ noindex: flag }, []),
  },
  ["acct"],
);

const statusFields = {
  ...{
    id,
    uri: fc.string({ minLength: 1 }),
    url: text,
    created_at: text,
    edited_at: text,
    account,
  },
  ...{ visibility: text, local_only: flag, content: text, language: text },
  ...{ in_reply_to_id: id, in_reply_to_account_id: id },
  mentions: fc.array(anyOf({ id, acct: text, url: text }, ["acct"])),
  tags: fc.array(anyOf({ name: text }, ["name"])),
  ...{ replies_count: fc.nat(), reblogs_count: fc.nat(), card: anyOf({ url: text }, []) },
};
const inner = anyOf(statusFields, ["uri", "account"]);
const quote = fc.oneof(
  inner,
  anyOf({ state: text, quoted_status: inner, quoted_status_id: id }, []),
);
const status = anyOf(
  {
    ...statusFields,
    ...{ reblog: inner, quote, quote_id: id },
    pleroma: anyOf({ quote, quote_id: id, quote_url: text }, []),
  },
  ["uri", "account"],
);

/** As it comes out of a file. */
function asRead(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

test("reads of a status, whatever stands in its fields, what the schema says", () => {
  let whole = 0;
  fc.assert(
    fc.property(fc.oneof({ weight: 9, arbitrary: status }, odd), (written) => {
      const value = asRead(written);
      const read = readStatus(value);
      if (read !== undefined) whole += 1;
      expect(read).toEqual(statusSchema.safeParse(value).data);
    }),
    { numRuns: cases(4000) },
  );
  expect(whole).toBeGreaterThan(cases(1000));
});

test("reads of an account what the schema says, also where it has changed since it was last met", () => {
  const names = fc.constantFrom("ada", "bo@uni.example");
  const several = fc.array(fc.tuple(account, names), { maxLength: 4 });
  fc.assert(
    fc.property(several, account, (written, last) => {
      for (const [one, acct] of written) {
        for (const value of [asRead({ ...one, acct }), asRead({ ...one, acct, note: last.note })]) {
          expect(readAccountFields(value)).toEqual(accountSchema.safeParse(value).data);
        }
      }
      expect(readAccountFields(asRead(last))).toEqual(accountSchema.safeParse(asRead(last)).data);
    }),
    { numRuns: cases(2000) },
  );
});
