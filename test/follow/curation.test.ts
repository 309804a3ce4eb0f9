import { expect, test } from "vitest";
import { measureCuration } from "../../src/follow/curation.js";
import { observeActivity } from "../../src/observe/observe-activity.js";
import { networkOfItems } from "../support/analyze-items.js";
import { readText } from "../support/items-of-text.js";
import { mastodonStatus, ndjson } from "../support/statuses.js";

interface Habit {
  /** Posts with a link and without one. */
  readonly linked: number;
  readonly plain: number;
  readonly sites: number;
  readonly reposters: number;
}

/** Whether Ada, who posts like that, curates. */
async function isCurator({ linked, plain, sites, reposters }: Habit): Promise<boolean> {
  const posts = Array.from({ length: linked + plain }, (_, at) => {
    const own = Array.from({ length: sites }, (_, site) => site).filter(
      (site) => site === at % sites || site % linked === at,
    );
    const links = own.map((site) => `<a href="https://site${site}.example/${at}">this</a>`);
    const content = at < linked ? `<p>Read ${links.join(", ")}</p>` : "<p>Good day</p>";
    return mastodonStatus(`${at + 1}`, "ada", { content });
  });
  const reposts = Array.from({ length: reposters }, (_, at) =>
    mastodonStatus(`${100 + at}`, `reader${at}`, { reblog: posts[0] }),
  );
  const { items } = await readText(ndjson([...posts, ...reposts]));
  const { corpus, selection, interactions } = networkOfItems(items);
  const activity = observeActivity(corpus, selection, interactions);
  const found = measureCuration(corpus, selection, interactions, activity);
  const ada = corpus.accounts.findIndex(({ key }) => key.startsWith("ada@"));
  expect([found.sites[ada], found.reposters[ada]]).toEqual([sites, reposters]);
  return found.isCurator[ada] === 1;
}

test("a curator has five posts, links in six of ten, to five sites, reposted by five people", async () => {
  const least = { linked: 6, plain: 4, sites: 5, reposters: 5 };
  expect(await isCurator(least)).toBe(true);
  expect(await isCurator({ ...least, plain: 5 })).toBe(false);
  expect(await isCurator({ ...least, sites: 4 })).toBe(false);
  expect(await isCurator({ ...least, reposters: 4 })).toBe(false);
  expect(await isCurator({ ...least, linked: 5, plain: 0 })).toBe(true);
  expect(await isCurator({ ...least, linked: 4, plain: 0 })).toBe(false);
});
