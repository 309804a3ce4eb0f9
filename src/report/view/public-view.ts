import type { Analysis } from "../../model/analysis.js";
import { none } from "../../model/corpus.js";
import { writtenInputSettings } from "../../model/input-settings.js";
import { perKind } from "../../model/interaction.js";
import { inTurn, type OnShare } from "../../model/progress.js";
import { makeRows, type Rows } from "../../model/rows.js";
import { printSlicing } from "../../model/slicing.js";
import { cleanText } from "./clean-text.js";
import { labelCommunities } from "./community-labels.js";
import { pseudonymized } from "./pseudonymize.js";
import { publicAccount } from "./public-account.js";
import { publicChronicle } from "./public-chronicle.js";
import { publicCoverage } from "./public-coverage.js";
import { publicFollow } from "./public-follow.js";
import { publicInteractions } from "./public-interactions.js";
import { publicItemNames, publicTopItems } from "./public-items.js";
import { publicPeople } from "./public-people.js";
import type { PublicPerson } from "./public-person.js";
import { heldPosts, publicPosts } from "./public-posts.js";
import { publicRanking } from "./public-ranking.js";
import type { PublicCommunity, PublicReport } from "./public-report.js";
import { publicRun } from "./public-run.js";
import { publicShape } from "./public-shape.js";
import { publicSlices } from "./public-slices.js";
import { type PublicTexts, publicInputs, startPublicTexts, unnamed } from "./public-texts.js";
import { publicTies } from "./public-ties.js";
import { communityName, isoTime, rounded } from "./public-values.js";
import { topPeopleRows, topTens } from "./top-people.js";
import { findWithheldServers } from "./withheld-servers.js";

/** How long these take beside each other. */
const costs = { people: 5, order: 3, ties: 2, rest: 2 };

/**
 * An analysis as others may see it. Whoever has opted out keeps their numbers and loses what
 * tells who they are: name, handle, server, page, numbers of followers, and times, which would
 * lead to the post.
 */
export function publicView(found: Analysis, onShare: OnShare = () => {}): PublicReport {
  const analysis =
    found.pseudonymKey === undefined ? found : pseudonymized(found, found.pseudonymKey);
  const shares = inTurn(costs, onShare);
  shares.people(0);
  const { settings, dropped, corpus, selection, interactions, measures, network, follow } =
    analysis;
  const texts = startPublicTexts(analysis.heldBack);
  const publicRows = publicPeople(analysis, texts);
  const { rows: people, id, coarse } = publicRows;
  shares.people(1);
  const byId = Int32Array.from(id, (_, node) => node).sort((a, b) => (id[a] < id[b] ? -1 : 1));
  const accounts = byId.map((node) => network.account[node]);
  const nodeOf = new Int32Array(corpus.accounts.length).fill(none);
  for (const [node, account] of network.account.entries()) nodeOf[account] = node;
  shares.order(1);
  const ties = publicTies(analysis, publicRows, byId);
  shares.ties(1);
  const isHeld = heldPosts(analysis);
  const communities = publicCommunities(analysis, people, texts);
  const named = inOrder(people, byId);
  return {
    schemaVersion: 1,
    tool: analysis.tool,
    query: {
      tag: settings.tagAsWritten === undefined ? undefined : cleanText(`#${settings.tagAsWritten}`),
      since: isoTime(settings.since),
      until: isoTime(settings.until),
    },
    provenance: {
      tool: "tagatlas",
      version: analysis.tool.version,
      run: publicRun(analysis, texts),
      inputs: publicInputs(analysis.inputs, texts),
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
        slices: settings.slicing === undefined ? undefined : printSlicing(settings.slicing),
        sliceOverlap: settings.sliceOverlap === 0 ? undefined : printSlicing(settings.sliceOverlap),
        reading: writtenInputSettings(settings.reading),
      },
      ...publicAccount(analysis),
      filters: analysis.filters.map((phrase) => texts.text(phrase) ?? unnamed),
      firstPost: isoTime(selection.first),
      lastPost: isoTime(selection.last),
      dropped: dropped === undefined ? undefined : { people: dropped.people, posts: dropped.posts },
      deletedPosts: corpus.deletedPosts,
      clampedTimes: corpus.clampedTimes,
      coverage:
        analysis.coverage === undefined ? undefined : publicCoverage(analysis.coverage, texts),
      isCoarse: coarse.isCoarse,
      withheldServers: findWithheldServers(found),
      withheld: accounts.reduce((sum, account) => sum + analysis.withheld[account], 0),
    },
    network: {
      tieRule: tieRuleOf(analysis),
      interactionsByKind: perKind((kind) => sum(network.weightByKind[kind])),
      withOneself: interactions.withOneself,
      unresolved: interactions.unresolved,
      unresolvedBecause: interactions.unresolvedBecause,
      shape: publicShape(measures.shape, network.nodeCount),
      metrics: measures.network.map((row) => ({ ...row, value: rounded(row.value) })),
      ties,
    },
    communities,
    interactions: publicInteractions(analysis, {
      ties,
      accounts,
      ids: Array.from(byId, (node) => id[node]),
      isHeld,
    }),
    posts: publicPosts(analysis, texts, isHeld),
    hasTexts: analysis.postTexts !== undefined,
    topItems: publicTopItems(measures, texts),
    topPeople: topPeopleRows(topTens({ people: named, communities })),
    people: named,
    follow: publicFollow({
      ...analysis,
      texts,
      communityOf: (account) => communityName(measures.nodes.community[nodeOf[account]] ?? none),
    }),
    chronicle: analysis.chronicle === undefined ? undefined : publicChronicle(analysis.chronicle),
    ranking: publicRanking(analysis, byId, coarse),
    slices:
      analysis.sliced === undefined
        ? undefined
        : publicSlices({ ...analysis, sliced: analysis.sliced }, texts),
  };
}

/** By itself, since rows keep everything in memory that stands around where they are made. */
function inOrder(people: Rows<PublicPerson>, order: Int32Array): Rows<PublicPerson> {
  return makeRows(order.length, (index) => people.row(order[index]));
}

/** What makes a tie, with what was done to ties that came without posts. */
function tieRuleOf({ settings, corpus, selection }: Analysis): string {
  const { undirectedEdges, edgesWithoutKind, isAmongMembers } = corpus.ties;
  const kinds = settings.edges.kinds.join(", ");
  const follows = isAmongMembers.includes(1) && settings.edges.kinds.includes("follow");
  const own = [
    ...(selection.origin.length === 0 ? [] : [settings.edges.sentence]),
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

function publicCommunities(
  analysis: Analysis,
  people: Rows<PublicPerson>,
  texts: PublicTexts,
): PublicCommunity[] {
  const { communities } = analysis.measures;
  const labels = labelCommunities(
    communities.map(({ typicalHashtags, typicalWords }) => ({
      hashtags: typicalHashtags.flatMap((tag) => texts.text(`#${tag}`) ?? []),
      words: typicalWords.flatMap((word) => texts.text(word) ?? []),
    })),
  );
  return communities.map((community, index) => ({
    community: `G${index + 1}`,
    label: labels[index],
    size: community.members.length,
    posts: community.posts,
    density: rounded(community.density),
    reciprocity: rounded(community.reciprocity),
    edgesInside: community.edgesInside,
    edgesIn: community.edgesIn,
    edgesOut: community.edgesOut,
    topPeople: community.topPeople.map((node) => people.row(node).label),
    bridges: community.bridges.map((node) => people.row(node).label),
    ...publicItemNames(community.items, texts),
  }));
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
