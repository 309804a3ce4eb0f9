import type { Activity } from "../model/activity.js";
import type { MutualCore } from "../model/mutual-core.js";
import type { PerAccount } from "../model/per-index.js";
import type { Contribution } from "../model/recommendation.js";
import type { Curation } from "./curation.js";
import { countEngagers, type Engagements } from "./engagements.js";
import type { Reach } from "./reach.js";
import type { Rise } from "./rise.js";

interface ContributionInput {
  readonly activity: Activity;
  readonly engagements: Engagements;
  readonly core: MutualCore;
  readonly reach: Reach;
  readonly curation: Curation;
  readonly rise: Rise;
  /** Newcomers whom each account answered. */
  readonly newcomersAnswered: PerAccount<Int32Array>;
}

/** Of the core, whom at least this share of the others engaged. */
const hubShare = 0.1;
const fewestHubEngagers = 5;
const fewestAddressed = 5;
const conversationShare = 0.5;
const fewestNewcomers = 3;

/**
 * What somebody does for the community, each with the numbers that show it. Contributions are evidence
 * beside a recommendation; nobody is ranked by them.
 */
export function findContributions(account: number, input: ContributionInput): Contribution[] {
  const { activity, engagements, core, reach, curation, rise, newcomersAnswered } = input;
  const contributions: Contribution[] = [];
  const posts = activity.posts[account];
  if (newcomersAnswered[account] >= fewestNewcomers) {
    const evidence = answeredSentence(newcomersAnswered[account]);
    contributions.push({ name: "answers newcomers", evidence });
  }
  if (rise.isRising[account] === 1) {
    const { recent, earlier, bins, unit } = rise;
    contributions.push({
      name: "rising",
      evidence: `Rising: ${recent[account]} people engaged them in the last ${bins} ${unit}s, ${earlier[account]} in all the time before.`,
    });
  }
  if (curation.isCurator[account] === 1) {
    contributions.push({
      name: "curates resources",
      evidence: `Curates resources: ${activity.postsWithLink[account]} of ${posts} posts link, to ${curation.sites[account]} sites; ${curation.reposters[account]} people reposted them.`,
    });
  }
  if (reach.isBridge[account] === 1) {
    const count = reach.communities[account];
    contributions.push({
      name: "bridge",
      evidence: `Bridge: in touch with three or more people in each of ${count} communities.`,
    });
  }
  const fromCore = countEngagers(account, engagements, core.isMember);
  const isHub = fromCore >= Math.max(fewestHubEngagers, hubShare * (core.size - 1));
  if (core.isMember[account] === 1 && isHub) {
    contributions.push({
      name: "hub of the core",
      evidence: `Hub of the core: ${fromCore} of its ${core.size} members engaged them.`,
    });
  }
  const talks = activity.conversationPosts[account];
  if (activity.peopleAddressed[account] >= fewestAddressed && talks >= posts * conversationShare) {
    contributions.push({
      name: "talks with people",
      evidence: `Talks with people: ${talks} of ${posts} posts, with ${activity.peopleAddressed[account]} people.`,
    });
  }
  return contributions;
}

export function answeredSentence(newcomers: number): string {
  return `Answered ${newcomers} newcomer${newcomers === 1 ? "" : "s"}.`;
}
