import type { Activity } from "../model/activity.js";
import { type Corpus, none } from "../model/corpus.js";
import { postRoles } from "../model/item.js";
import type { CommunityMeasures } from "../model/measures.js";
import type { Network } from "../model/network.js";
import type { Selection } from "../model/selection.js";
import type { Partition } from "./communities.js";
import type { Degrees } from "./degree.js";
import { reciprocityByGroup } from "./reciprocity.js";

export interface CommunityInput {
  readonly corpus: Corpus;
  readonly selection: Selection;
  readonly network: Network;
  readonly partition: Partition;
  readonly degrees: Degrees;
  readonly activity: Activity;
  /** The hashtag that was asked for, which everybody has and which says nothing. */
  readonly tag: string | undefined;
}

const topCount = 10;
const labelCount = 3;
/** A hashtag of one person alone is that person's, not the community's. */
const fewestUsers = 2;
const referenced = postRoles.indexOf("referenced");

/** What each community is made of, in the partition's order. O(people + ties + hashtag uses). */
export function measureCommunities(input: CommunityInput): CommunityMeasures[] {
  const { network, partition, degrees, activity } = input;
  const members: number[][] = Array.from({ length: partition.count }, () => []);
  for (const [node, community] of partition.of.entries()) {
    if (community !== none) members[community].push(node);
  }
  const ties = countTies(network, partition);
  const reciprocities = reciprocityByGroup(network, partition.of, partition.count);
  const users = hashtagUsers(input);
  const usersOfAll = new Map<number, number>();
  for (const ofCommunity of users) {
    for (const [tag, count] of ofCommunity) {
      usersOfAll.set(tag, (usersOfAll.get(tag) ?? 0) + count);
    }
  }
  const peopleInAll = members.reduce((sum, nodes) => sum + nodes.length, 0);
  return members.map((nodes, community) => {
    const size = nodes.length;
    const { linkedPairs, mutualPairs } = reciprocities[community];
    const used = [...users[community]].filter(([, count]) => count >= fewestUsers);
    const tagName = ([tag]: [number, number]): string => input.corpus.tags[tag];
    const overshare = ([tag, count]: [number, number]): number =>
      (count / size) * Math.log(count / size / ((usersOfAll.get(tag) ?? count) / peopleInAll));
    return {
      members: Int32Array.from(nodes),
      posts: nodes.reduce((sum, node) => sum + activity.posts[network.account[node]], 0),
      density: size < 2 ? undefined : ties.different[community] / (size * (size - 1)),
      reciprocity: linkedPairs === 0 ? undefined : mutualPairs / linkedPairs,
      edgesInside: ties.inside[community],
      edgesIn: ties.in[community],
      edgesOut: ties.out[community],
      topPeople: [...nodes]
        .sort(
          (a, b) =>
            degrees.inDegree[b] - degrees.inDegree[a] ||
            degrees.inStrength[b] - degrees.inStrength[a] ||
            a - b,
        )
        .slice(0, topCount),
      topHashtags: [...used]
        .sort((a, b) => b[1] - a[1] || a[0] - b[0])
        .slice(0, topCount)
        .map(tagName),
      distinctiveHashtags: used
        .filter((use) => overshare(use) > 0)
        .sort((a, b) => overshare(b) - overshare(a) || a[0] - b[0])
        .slice(0, labelCount)
        .map(tagName),
    };
  });
}

function countTies(network: Network, partition: Partition) {
  const counts = {
    inside: new Int32Array(partition.count),
    different: new Int32Array(partition.count),
    in: new Int32Array(partition.count),
    out: new Int32Array(partition.count),
  };
  for (let tie = 0; tie < network.tieCount; tie += 1) {
    const from = partition.of[network.source[tie]];
    const to = partition.of[network.target[tie]];
    if (from === to && from !== none) {
      counts.inside[from] += 1;
      if (network.source[tie] !== network.target[tie]) counts.different[from] += 1;
    } else if (from !== to) {
      if (from !== none) counts.out[from] += 1;
      if (to !== none) counts.in[to] += 1;
    }
  }
  return counts;
}

/** Per community: how many of its members use a hashtag, by the hashtag's number. */
function hashtagUsers(input: CommunityInput): Map<number, number>[] {
  const { corpus, selection, network, partition } = input;
  const communityOf = new Int32Array(corpus.accounts.length).fill(none);
  for (const [node, account] of network.account.entries()) {
    communityOf[account] = partition.of[node];
  }
  const users: Map<number, number>[] = Array.from({ length: partition.count }, () => new Map());
  const seen = new Set<number>();
  const { author, tags } = corpus.posts;
  for (let post = 0; post < corpus.posts.count; post += 1) {
    if (selection.role[post] === referenced || author[post] === none) continue;
    const community = communityOf[author[post]];
    if (community === none) continue;
    for (const tag of tags.values.subarray(tags.offsets[post], tags.offsets[post + 1])) {
      const use = author[post] * corpus.tags.length + tag;
      if (seen.has(use) || corpus.tags[tag] === input.tag) continue;
      seen.add(use);
      users[community].set(tag, (users[community].get(tag) ?? 0) + 1);
    }
  }
  return users;
}
