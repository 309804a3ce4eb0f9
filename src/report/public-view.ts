import type { Analysis } from "../model/analysis.js";
import { none } from "../model/corpus.js";
import { perFurtherMeasure } from "../model/further-measures.js";
import { perKind } from "../model/interaction.js";
import { participations } from "../model/participation.js";
import { leftOutReasons } from "../model/recommendation.js";
import { cleanText } from "./clean-text.js";
import { choosePseudonyms } from "./pseudonyms.js";
import { publicChronicle } from "./public-chronicle.js";
import { publicCoverage } from "./public-coverage.js";
import { identityOf, publicFollow } from "./public-follow.js";
import { publicItemNames, publicTopItems } from "./public-items.js";
import { publicRanking } from "./public-ranking.js";
import type { PublicCommunity, PublicPerson, PublicReport, PublicTie } from "./public-report.js";
import { publicShape } from "./public-shape.js";
import { communityName, isoTime, known, rounded } from "./public-values.js";

/**
 * An analysis as others may see it. Whoever has opted out keeps their numbers and loses what
 * tells who they are: name, handle, server, page, numbers of followers, and times, which would
 * lead to the post.
 */
export function publicView(analysis: Analysis): PublicReport {
  const { settings, corpus, selection, interactions, measures, network, follow } = analysis;
  const people = publicPeople(analysis);
  const nodeOf = new Map(Array.from(network.account, (account, node) => [account, node]));
  const byId = [...people.keys()].sort((a, b) => (people[a].id < people[b].id ? -1 : 1));
  return {
    schemaVersion: 1,
    query: {
      tag: settings.tagAsWritten === undefined ? undefined : `#${settings.tagAsWritten}`,
      since: isoTime(settings.since),
      until: isoTime(settings.until),
    },
    provenance: {
      tool: "tagatlas",
      version: analysis.toolVersion,
      inputs: analysis.inputs,
      settings: {
        edges: settings.edges.spec,
        communities: settings.communities,
        metrics: settings.metrics,
        respect: settings.respect,
        order: follow.order,
        top: settings.top,
        bootstrap: settings.bootstrap,
        seed: settings.seed,
        map: settings.map,
        format: settings.format,
        columns: settings.columns,
      },
      hits: selection.hits,
      firstHit: isoTime(selection.first),
      lastHit: isoTime(selection.last),
      withoutTag: selection.withoutTag,
      outsidePeriod: selection.outsidePeriod,
      deletedPosts: corpus.deletedPosts,
      clampedTimes: corpus.clampedTimes,
      coverage: analysis.coverage === undefined ? undefined : publicCoverage(analysis.coverage),
      withheld: people.filter((person) => person.isWithheld).length,
    },
    network: {
      tieRule: tieRuleOf(analysis),
      interactionsByKind: perKind((kind) => sum(network.weightByKind[kind])),
      withOneself: interactions.withOneself,
      unresolved: interactions.unresolved,
      shape: publicShape(measures.shape, network.nodeCount),
      metrics: measures.network.map((row) => ({ ...row, value: rounded(row.value) })),
      ties: publicTies(analysis, people),
    },
    communities: publicCommunities(analysis, people),
    topItems: publicTopItems(measures),
    people: byId.map((node) => people[node]),
    follow: publicFollow({
      ...analysis,
      communityOf: (account) => people[nodeOf.get(account) ?? none]?.community,
    }),
    chronicle: analysis.chronicle === undefined ? undefined : publicChronicle(analysis.chronicle),
    ranking: publicRanking(
      analysis,
      byId.map((node) => network.account[node]),
    ),
  };
}

/** What makes a tie, with what was done to ties that came without posts. */
function tieRuleOf({ settings, corpus, selection }: Analysis): string {
  const { undirectedEdges, edgesWithoutKind, isAmongMembers } = corpus.ties;
  const kinds = settings.edges.kinds.join(", ");
  const follows = isAmongMembers.includes(1) && settings.edges.kinds.includes("follow");
  const own = [
    ...(selection.role.length === 0 ? [] : [settings.edges.sentence]),
    ...(follows ? ["and who of these people follows whom, as it was when it was asked for"] : []),
  ];
  if (!isAmongMembers.includes(0)) return own.join("; ");
  return [
    ...own,
    `${own.length === 0 ? "" : "and "}the edges of the network that was read (${kinds}), with their weights`,
    ...(edgesWithoutKind === 0 ? [] : ["an edge that does not say its kind counts as a mention"]),
    ...(undirectedEdges === 0 ? [] : ["an undirected edge counts in each direction"]),
  ].join("; ");
}

/** In the order of nodes. */
function publicPeople(analysis: Analysis): PublicPerson[] {
  const { corpus, network, measures, activity, participation, withheld, follow } = analysis;
  const { nodes } = measures;
  const pseudonyms = choosePseudonyms(analysis);
  return Array.from(network.account, (index, node): PublicPerson => {
    const account = corpus.accounts[index];
    const isWithheld = withheld[index] === 1;
    const reason = follow.leftOutReason[index];
    const identity = isWithheld
      ? nobody(pseudonyms.get(node) ?? "withheld")
      : {
          ...identityOf(account),
          firstPost: isoTime(activity.firstPost[index]),
          lastPost: isoTime(activity.lastPost[index]),
          followers: account.followers,
          following: account.following,
          medianReplyMinutes: rounded(known(nodes.medianReplyMinutes[node])),
        };
    return {
      ...identity,
      isWithheld,
      community: communityName(nodes.community[node]),
      role: participations[participation[index]],
      posts: activity.posts[index],
      inDegree: nodes.inDegree[node],
      outDegree: nodes.outDegree[node],
      inStrength: nodes.inStrength[node],
      outStrength: nodes.outStrength[node],
      inByKind: perKind((kind) => nodes.inByKind[kind][node]),
      outByKind: perKind((kind) => nodes.outByKind[kind][node]),
      pagerank: rounded(nodes.pagerank[node]),
      betweenness: rounded(nodes.betweenness[node]),
      ...perFurtherMeasure((measure) => rounded(known(nodes.further[measure][node]))),
      reciprocity: rounded(known(nodes.reciprocity[node])),
      activeDays: known(nodes.activeDays[node]),
      repliesToNewcomers: nodes.repliesToNewcomers?.[node],
      linksShared: nodes.linksShared[node],
      place: undefined,
      leftOut: reason === none ? undefined : leftOutReasons[reason],
      automationSign: isWithheld ? undefined : follow.automationSigns.get(index),
    };
  });
}

function nobody(pseudonym: string) {
  return {
    id: pseudonym,
    label: pseudonym,
    handle: undefined,
    server: undefined,
    name: undefined,
    url: undefined,
    firstPost: undefined,
    lastPost: undefined,
    followers: undefined,
    following: undefined,
    medianReplyMinutes: undefined,
  };
}

function publicTies(analysis: Analysis, people: readonly PublicPerson[]): PublicTie[] {
  const { network } = analysis;
  return Array.from(network.source, (from, tie): PublicTie => {
    const source = people[from];
    const target = people[network.target[tie]];
    const isNamed = !source.isWithheld && !target.isWithheld;
    return {
      source: source.id,
      target: target.id,
      weight: network.weight[tie],
      byKind: perKind((kind) => network.weightByKind[kind][tie]),
      first: isNamed ? isoTime(network.first[tie]) : undefined,
      last: isNamed ? isoTime(network.last[tie]) : undefined,
    };
  }).sort((a, b) => {
    if (a.source !== b.source) return a.source < b.source ? -1 : 1;
    return a.target < b.target ? -1 : 1;
  });
}

function publicCommunities(analysis: Analysis, people: readonly PublicPerson[]): PublicCommunity[] {
  return analysis.measures.communities.map((community, index) => ({
    community: `G${index + 1}`,
    label: community.distinctiveHashtags.flatMap((tag) => cleanText(`#${tag}`) ?? []).join(" "),
    size: community.members.length,
    posts: community.posts,
    density: rounded(community.density),
    reciprocity: rounded(community.reciprocity),
    edgesInside: community.edgesInside,
    edgesIn: community.edgesIn,
    edgesOut: community.edgesOut,
    topPeople: community.topPeople.map((node) => people[node].label),
    bridges: community.bridges.map((node) => people[node].label),
    ...publicItemNames(community.items),
  }));
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
