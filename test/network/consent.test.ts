import { expect, test } from "vitest";
import { unknownProfile } from "../../src/model/account.js";
import type { Corpus } from "../../src/model/corpus.js";
import type { Respect } from "../../src/model/provenance.js";
import { findWithheld } from "../../src/network/consent.js";

type Account = Corpus["accounts"][number];

function isWithheld(account: Partial<Account>, respect: Respect): boolean {
  const accounts = [{ ...unknownProfile, key: "ada@uni.example", ...account }];
  return findWithheld({ accounts }, respect)[0] === 1;
}

const rules: readonly Respect[] = ["none", "discoverable", "indexable"];

test.each([
  [{}, [false, false, true]],
  [{ discoverable: true }, [false, false, true]],
  [{ discoverable: true, indexable: true }, [false, false, false]],
  [{ discoverable: false, indexable: true }, [false, true, true]],
  [{ hasOptOutTag: true, indexable: true }, [false, true, true]],
  [{ isPrivate: true }, [false, true, true]],
  [{ isDropped: true as const, discoverable: true, indexable: true }, [true, true, true]],
])("%o is withheld under none, discoverable, indexable: %o", (account, withheld) => {
  expect(rules.map((respect) => isWithheld(account, respect))).toEqual(withheld);
});
