// @ts-nocheck: it runs on the built files, which have no types.
/*
 * What a place among the first ten costs: `npm run bench:attacks`. Each attack is made on an invented community, and then
 * again with one member more who is won over, until its star stands among the first ten of the list of
 * attention or on the starter list. Writes the table of docs/whom-to-follow.md.
 */

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { attacks, inventAttack, memberCount, star, victim } from "./invent-attacks.js";
import { markdownTable } from "./markdown-table.js";

// By a path that the compiler does not follow.
const dist = new URL("../../dist", import.meta.url).href;
const { recommend } = await import(`${dist}/follow/recommend.js`);
const { findCommunities } = await import(`${dist}/measure/community/communities.js`);
const { findMutualCore } = await import(`${dist}/observe/mutual-core.js`);
const { findWithheld } = await import(`${dist}/network/consent.js`);
const { parseEdgeRule } = await import(`${dist}/network/edge-rule.js`);
const { findFirstPosts } = await import(`${dist}/observe/first-posts.js`);
const { observeActivity } = await import(`${dist}/observe/observe-activity.js`);
const { projectUndirected } = await import(`${dist}/network/project.js`);
const { selectPosts } = await import(`${dist}/network/select-posts.js`);
const { buildNetwork } = await import(`${dist}/pipeline/build-network.js`);
const { readCorpus } = await import(`${dist}/pipeline/read-corpus.js`);

const folder = mkdtempSync(join(tmpdir(), "tagatlas-attacks-"));
const tag = "demo";
const seed = 1;
const nobody = { trusted: [], kept: [], excluded: [], learner: undefined };
const onProgress = () => {};

/** The best place of somebody on a list of the first ten; none where they are on neither. */
async function placeOf(who, attack, more) {
  const file = join(folder, "posts.csv");
  writeFileSync(file, inventAttack(attack, more));
  const asked = { inputs: [file], perInput: [], standardInput: undefined, onProgress };
  const { corpus } = await readCorpus(asked);
  const selection = selectPosts(corpus, { tag, since: undefined, until: undefined });
  const edges = parseEdgeRule("clean");
  const { interactions, network } = buildNetwork(corpus, selection, edges, onProgress);
  const { of, count } = findCommunities(projectUndirected(network), { method: "leiden", seed });
  const activity = observeActivity(corpus, selection, interactions);
  const communityOf = new Int32Array(corpus.accounts.length).fill(-1);
  for (const [node, account] of network.account.entries()) communityOf[account] = of[node];
  const { lists } = recommend({
    corpus,
    selection,
    interactions,
    network,
    activity,
    firstPost: findFirstPosts(corpus, selection),
    core: findMutualCore(network, activity),
    withheld: findWithheld(corpus, "discoverable"),
    communityOf,
    communityCount: count,
    named: nobody,
    tag,
    order: undefined,
    verdict: undefined,
    top: 10,
    resamples: 0,
    onShare: onProgress,
    onResample: onProgress,
    seed,
  });
  const places = ["attention", "starter"].flatMap((name) => {
    const { people } = lists.find((list) => list.name === name && list.community === undefined);
    return people.flatMap(({ account, rank }) =>
      corpus.accounts[account].handle === who ? [rank] : [],
    );
  });
  return places.length === 0 ? undefined : Math.min(...places);
}

const mostWonOver = 6;
const shareOf = (members) => `${((100 * members) / memberCount).toFixed(1)} %`;

async function costOf(attack) {
  for (let wonOver = 1; wonOver <= mostWonOver; wonOver += 1) {
    for (const by of ["star", "fakes"]) {
      if ((await placeOf(star, attack, { wonOver, by })) !== undefined) return shareOf(wonOver);
    }
  }
  return `over ${shareOf(mostWonOver)}`;
}

const rows = [];
for (const [name, { about, fakes }] of Object.entries(attacks)) {
  const who = name === "pile-on" ? victim : star;
  const place = await placeOf(who, name, {});
  const cost = name === "pile-on" ? "–" : await costOf(name);
  rows.push([`${name}: ${about}`, `${fakes}`, place === undefined ? "none" : `${place}`, cost]);
  process.stderr.write(`${name}\n`);
}
rmSync(folder, { recursive: true });
process.stdout.write(
  `${markdownTable(["attack", "fakes", "place", `share of the ${memberCount} members to win over`], rows)}\n`,
);
