import type { Activity } from "../model/activity.js";
import { type Corpus, isRepost, none } from "../model/corpus.js";
import { type InteractionTable, interactionKinds } from "../model/interaction.js";
import { postOrigins } from "../model/item.js";
import type { PerAccount } from "../model/per-index.js";
import type { Selection } from "../model/selection.js";
import { linkDomain } from "../text/canonical-link.js";

/** Who brings resources from elsewhere. */
export interface Curation {
  /** Different sites that their own posts link to. */
  readonly sites: PerAccount<Int32Array>;
  /** Different people who reposted them. */
  readonly reposters: PerAccount<Int32Array>;
  readonly isCurator: PerAccount<Uint8Array>;
}

const fewestPosts = 5;
const linkShare = 0.6;
const fewestSites = 5;
const fewestReposters = 5;

const found = postOrigins.indexOf("found");
const repost = interactionKinds.indexOf("repost");

/**
 * A curator links in 60 % of five own posts or more, to five sites or more, and is reposted by five
 * people or more. O(links + interactions).
 */
export function measureCuration(
  corpus: Corpus,
  selection: Selection,
  interactions: InteractionTable,
  activity: Activity,
): Curation {
  const count = corpus.accounts.length;
  const siteOf = corpus.links.map(linkDomain);
  const sitesOf: Set<string>[] = Array.from({ length: count }, () => new Set());
  const { author, links } = corpus.posts;
  for (let post = 0; post < corpus.posts.count; post += 1) {
    if (selection.origin[post] !== found || author[post] === none || isRepost(corpus, post))
      continue;
    for (let at = links.offsets[post]; at < links.offsets[post + 1]; at += 1) {
      sitesOf[author[post]].add(siteOf[links.columns[at]]);
    }
  }
  const repostersOf: Set<number>[] = Array.from({ length: count }, () => new Set());
  for (let row = 0; row < interactions.count; row += 1) {
    if (interactions.kind[row] !== repost) continue;
    repostersOf[interactions.target[row]].add(interactions.source[row]);
  }
  const sites = Int32Array.from(sitesOf, ({ size }) => size);
  const reposters = Int32Array.from(repostersOf, ({ size }) => size);
  const isCurator = Uint8Array.from(sites, (siteCount, account) => {
    const posts = activity.posts[account];
    const links = activity.postsWithLink[account];
    const isOne =
      posts >= fewestPosts &&
      links >= posts * linkShare &&
      siteCount >= fewestSites &&
      reposters[account] >= fewestReposters;
    return isOne ? 1 : 0;
  });
  return { sites, reposters, isCurator };
}
