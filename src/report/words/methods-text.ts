import type { NetworkMeasure } from "../../model/columns/network-measures.js";
import { communityMethodNames } from "../../model/community-method.js";
import { counted, withCommas } from "../../text/counted.js";
import type { PublicReport } from "../view/public-report.js";
import { analysedSentence } from "./summary.js";

interface MethodsText {
  /** One paragraph for a paper, with the numbers of the run. */
  readonly paragraph: string;
  /** What it refers to, by author. */
  readonly references: readonly string[];
}

const works = {
  blondel:
    "Blondel, V. D., Guillaume, J.-L., Lambiotte, R., and Lefebvre, E. (2008). Fast unfolding of communities in large networks. Journal of Statistical Mechanics, P10008.",
  borassi:
    "Borassi, M., and Natale, E. (2016). KADABRA is an ADaptive Algorithm for Betweenness via Random Approximation. ESA 2016.",
  brandes:
    "Brandes, U. (2001). A faster algorithm for betweenness centrality. Journal of Mathematical Sociology, 25(2), 163-177.",
  clauset:
    "Clauset, A., Newman, M. E. J., and Moore, C. (2004). Finding community structure in very large networks. Physical Review E, 70, 066111.",
  cormack:
    "Cormack, G. V., Clarke, C. L. A., and Büttcher, S. (2009). Reciprocal rank fusion outperforms Condorcet and individual rank learning methods. SIGIR 2009, 758-759.",
  efron:
    "Efron, B. (1979). Bootstrap methods: another look at the jackknife. The Annals of Statistics, 7(1), 1-26.",
  newman: "Newman, M. E. J. (2004). Analysis of weighted networks. Physical Review E, 70, 056131.",
  page: "Page, L., Brin, S., Motwani, R., and Winograd, T. (1999). The PageRank citation ranking: bringing order to the Web. Stanford InfoLab.",
  smith:
    "Smith, M. A., Rainie, L., Himelboim, I., and Shneiderman, B. (2014). Mapping Twitter topic networks: from polarized crowds to community clusters. Pew Research Center.",
  traag:
    "Traag, V. A., Waltman, L., and van Eck, N. J. (2019). From Louvain to Leiden: guaranteeing well-connected communities. Scientific Reports, 9, 5233.",
} as const;
type Work = keyof typeof works;

const communityWorks = {
  leiden: ["traag", "Traag et al., 2019"],
  louvain: ["blondel", "Blondel et al., 2008"],
  cnm: ["clauset", "Clauset et al., 2004"],
} as const;

/** How the numbers of a report came about, for the methods section of a paper. */
export function methodsText(report: PublicReport): MethodsText {
  const { network, people, provenance, follow, communities, tool } = report;
  const { settings } = provenance;
  const used = new Set<Work>();
  const cite = (work: Work, words: string): string => {
    used.add(work);
    return `(${words})`;
  };
  const metric = (key: NetworkMeasure) => network.metrics.find((row) => row.metric === key);
  const modularity = metric("modularity")?.value;
  const [communityWork, communityWords] = communityWorks[settings.communities];
  const isEstimated = (metric("betweenness_error")?.value ?? 0) > 0;
  const sentences = [
    analysedSentence(report),
    `The network was built with tagatlas ${tool.version} (edge rule "${settings.edges}"): a tie is ${network.tieRule}.`,
    `It has ${counted(people.length, "person", "people")} and ${counted(network.ties.length, "tie", "ties")} (ordered pairs).`,
    modularity === undefined
      ? "It has no communities."
      : `Communities were found by ${communityMethodNames[settings.communities]} ${cite(communityWork, communityWords)} in the undirected, weighted network: ${withCommas(communities.length)}, with a modularity of ${modularity.toFixed(3)} ${cite("newman", "Newman, 2004")}.`,
    `PageRank follows Page et al. ${cite("page", "1999")}, betweenness Brandes ${cite("brandes", "2001")}${isEstimated ? `, estimated by sampling shortest paths ${cite("borassi", "Borassi and Natale, 2016")}` : ""}${settings.metrics === "nodexl" ? ", both as NodeXL prints them" : ""}.`,
    ...(network.shape.name === undefined
      ? []
      : [`The shape of the network was classified after Smith et al. ${cite("smith", "2014")}.`]),
    ...(follow.eligible === 0
      ? []
      : [
          `People to follow were ranked by the order "${follow.starterOrder}" of tagatlas, attention by "${follow.order}"${follow.order === "f" ? `, which fuses three ranks ${cite("cormack", "Cormack et al., 2009")}` : ""}; ${counted(follow.eligible, "person", "people")} could be recommended.`,
        ]),
    ...(follow.resamples === 0
      ? []
      : [
          `Stability of ranks was estimated from ${counted(follow.resamples, "resample", "resamples")} of authors ${cite("efron", "Efron, 1979")}.`,
        ]),
    `${counted(provenance.withheld, "person", "people")} who had opted out of being found ${provenance.withheld === 1 ? "was" : "were"} counted and not named.`,
    `Random numbers came from seed ${settings.seed}.`,
  ];
  return {
    paragraph: sentences.join(" "),
    references: [...used].sort().map((work) => works[work]),
  };
}
