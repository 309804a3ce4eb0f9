import { groupSize } from "../../model/coarsening.js";
import type { NetworkMeasure } from "../../model/columns/network-measures.js";
import { communityMethodNames } from "../../model/community-method.js";
import { interactionKinds, type PerKind } from "../../model/interaction.js";
import { clearlyAboveChance } from "../../model/network-shape.js";
import { counted, percent, withCommas } from "../../text/counted.js";
import type { PublicFollow } from "../view/public-follow-lists.js";
import type { PublicReport } from "../view/public-report.js";
import { isCutOff } from "./community-title.js";
import { joiningSentence } from "./shape-words.js";

/** What the collection is called: its hashtag, else its files. */
export function titleOf(report: PublicReport): string {
  const names = report.provenance.inputs.map(({ name }) =>
    name === "-" ? "standard input" : name,
  );
  const shown =
    names.length > 2 ? `${names[0]} and ${names.length - 1} more files` : names.join(" and ");
  return report.query.tag ?? shown;
}

/** "2026-01-05 to 2026-03-29"; empty where no post has a time. */
export function periodOf({
  firstPost,
  lastPost,
}: Pick<PublicReport["provenance"], "firstPost" | "lastPost">): string {
  if (firstPost === undefined || lastPost === undefined) return "";
  return `${firstPost.slice(0, 10)} to ${lastPost.slice(0, 10)}`;
}

/** "465 of 1,722 posts": how many are analysed of all that were found; empty without posts. */
export function postsPhrase({ provenance }: PublicReport): string {
  const { analysed, found } = provenance;
  if (found === 0) return "";
  if (analysed === found) return counted(analysed, "post", "posts");
  return `${withCommas(analysed)} of ${counted(found, "post", "posts")}`;
}

/** How many posts are analysed, of when, and why not the others; one sentence, the same everywhere. */
export function analysedSentence(report: PublicReport): string {
  const { analysed, found, filtered, filters, withoutTag, outsidePeriod, withoutTime } =
    report.provenance;
  const told = filters.length === 0 ? "" : ` Only: ${filters.join("; ")}.`;
  if (found === 0) return `A network without posts was analysed.${told}`;
  const period = periodOf(report.provenance);
  const reasons = [
    ...(filtered === 0 ? [] : [`${withCommas(filtered)} by filters`]),
    ...(outsidePeriod === 0 ? [] : [`${withCommas(outsidePeriod)} outside the period`]),
    ...(withoutTime === 0 ? [] : [`${withCommas(withoutTime)} of unknown time`]),
    ...(withoutTag === 0 ? [] : [`${withCommas(withoutTag)} without the hashtag`]),
  ];
  const { dropped } = report.provenance;
  if (dropped !== undefined) {
    const people = counted(dropped.people, "person", "people");
    reasons.push(`${counted(dropped.posts, "post", "posts")} and ${people} by a list`);
  }
  const others = reasons.length === 0 ? "" : `; left out: ${reasons.join(", ")}`;
  return `${postsPhrase(report)} ${analysed === 1 && found === 1 ? "was" : "were"} analysed${period === "" ? "" : ` (${period}, UTC)`}${others}.${told}`;
}

/** What was done to the figures of people who are not named; with a space before it, if it was. */
function coarseSentence({ provenance }: PublicReport): string {
  if (!provenance.isCoarse || provenance.withheld < 2) return "";
  return provenance.withheld < groupSize
    ? " All of them have the same figures."
    : ` Each has the figures of a group of ${groupSize} or more of them.`;
}

/** Who is not named, and where that may be a server's choice and not theirs. */
export function withheldSentences(report: PublicReport): string {
  const { withheld, withheldServers } = report.provenance;
  const told = `${counted(withheld, "person has", "people have")} opted out: counted, never named.${coarseSentence(report)}`;
  if (withheldServers === undefined) return told;
  const { people, servers } = withheldServers;
  const where = servers === 1 ? "one server" : `${withCommas(servers)} servers`;
  return `${told} ${withCommas(people)} of them are of ${where} where almost nobody is discoverable. Some servers set this for everybody. Nobody can tell who chose it, so ask these people, and let those who agree switch it on (docs/privacy.md).`;
}

/** " Cut off: G1 (51 people)."; empty where no community is. */
function cutOffWords(communities: PublicReport["communities"]): string {
  const cut = communities.filter((one) => one.size >= 3 && isCutOff(one, communities));
  if (cut.length === 0) return "";
  const named = cut
    .slice(0, 3)
    .map(({ community, size }) => `${community} (${counted(size, "person", "people")})`);
  const more = cut.length - named.length;
  return ` Cut off from the rest, as rings are: ${named.join(", ")}${more === 0 ? "" : ` and ${more} more`}.`;
}

/** How modular the network would be by chance; nothing where that was not asked. */
function chanceSentence(random: number | undefined, z: number | undefined): string {
  if (random === undefined || z === undefined) return "";
  return ` If ties were exchanged at random, modularity would be ${random.toFixed(3)} (z = ${z.toFixed(1)}).`;
}

/** Whether communities are groups, or only a way to arrange people. */
function groupingSentence(communities: number, z: number | undefined): string {
  if (communities === 0) return "There are no communities, since nobody is tied to another.";
  if (communities === 1) return "Everybody who is tied to others is in one community.";
  if (z === undefined)
    return "Whether chance alone makes such communities is not known. Take them as a way to arrange people.";
  return z < clearlyAboveChance
    ? "Chance alone makes communities as clear as these. Take them as a way to arrange people, not as proven groups."
    : "People form clearer groups than chance would make. Where one community ends and the next begins is less sure.";
}

function measureOf(
  metrics: PublicReport["network"]["metrics"],
  metric: NetworkMeasure,
): number | undefined {
  return metrics.find((row) => row.metric === metric)?.value;
}

/** What the network means for somebody who wants to take part: two lines, before all numbers. */
export function plainNetworkSentences(report: {
  readonly network: Pick<PublicReport["network"], "shape" | "metrics">;
  readonly communities: readonly unknown[];
}): string[] {
  return [
    joiningSentence(report.network.shape),
    groupingSentence(report.communities.length, measureOf(report.network.metrics, "modularity_z")),
  ];
}

/** The numbers of the network in seven lines, those of its shape first. */
export function networkSentences(report: PublicReport): string[] {
  const { network, communities, people, provenance } = report;
  const value = (metric: NetworkMeasure): number | undefined => measureOf(network.metrics, metric);
  const isolates = value("isolates") ?? 0;
  const kinds = interactionKinds
    .filter((kind) => network.interactionsByKind[kind] > 0)
    .map((kind) => counted(network.interactionsByKind[kind], ...kindWords[kind]));
  const weight = Object.values(network.interactionsByKind).reduce((sum, count) => sum + count, 0);
  const what = Number.isInteger(weight)
    ? `${counted(value("total_edges") ?? 0, "interaction", "interactions")}${kinds.length === 0 ? "" : `: ${kinds.join(", ")}`}`
    : `edges of a weight of ${withCommas(weight)} together`;
  const mutual = value("reciprocated_vertex_pair_ratio");
  const density = value("graph_density");
  const modularity = value("modularity");
  const agreements = [
    ["other seeds agree by", value("community_stability")],
    ["random halves of the posts by", value("community_halves")],
  ].flatMap(([words, share]) =>
    typeof share === "number" ? [`${words} ${share.toFixed(2)}`] : [],
  );
  const chance = chanceSentence(value("modularity_random"), value("modularity_z"));
  const largest = communities
    .slice(0, 3)
    .map(({ size }) => withCommas(size))
    .join(", ");
  return [
    network.shape.sentence,
    `${counted(people.length, "person", "people")}: ${withCommas(people.length - isolates)} with ties, ${withCommas(isolates)} without.`,
    `${counted(network.ties.length, "tie", "ties")} (ordered pairs) from ${what}.`,
    mutual === undefined || density === undefined
      ? "Nobody is tied to another."
      : `${percent(mutual)} of linked pairs are linked both ways; density ${density.toPrecision(3)}.`,
    `${counted(value("connected_components") ?? 0, "component", "components")}; the largest holds ${counted(value("maximum_vertices_in_connected_component") ?? 0, "person", "people")}.`,
    modularity === undefined
      ? "No communities, since there are no ties."
      : `${counted(communities.length, "community", "communities")} (${communityMethodNames[provenance.settings.communities]}, ${[`modularity ${modularity.toFixed(3)}`, ...agreements].join(", ")}), of ${largest} people${communities.length > 3 ? " and fewer" : ""}.${cutOffWords(communities)}${chance}`,
    provenance.withheld === 0 ? "Nobody is withheld." : withheldSentences(report),
  ];
}

export const kindWords: PerKind<readonly [one: string, many: string]> = {
  repost: ["repost", "reposts"],
  reply: ["reply", "replies"],
  quote: ["quote", "quotes"],
  mention: ["mention", "mentions"],
  follow: ["follow", "follows"],
};

/** Said in the place of the first list, where nobody stands on one. */
export function nobodySentence({ eligible }: PublicFollow): string {
  return eligible === 0
    ? "Nobody can be recommended here."
    : "Nobody is listed: no one has engaged the people who may be recommended.";
}

/** Who could be recommended, and why the others could not; one sentence. */
export function eligibilitySentence({ eligible, leftOut }: PublicFollow): string {
  const reasons = leftOut.map(({ sentence, count }) => `${withCommas(count)} ${sentence}`);
  const rest = reasons.length === 0 ? "" : ` Left out: ${reasons.join("; ")}.`;
  return `${counted(eligible, "person", "people")} may be recommended.${rest}`;
}
