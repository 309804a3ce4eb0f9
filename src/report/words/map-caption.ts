import { communityMethodNames } from "../../model/community-method.js";
import { counted } from "../../text/counted.js";
import type { PublicReport } from "../view/public-report.js";
import { communityTitle, isCutOff } from "./community-title.js";
import { periodOf, postsPhrase, titleOf } from "./summary.js";

const communitiesNamed = 3;

/** A caption to paste under the map, as NodeXL's gallery has them: plain sentences, ready for a paper. */
export function mapCaption(report: PublicReport): string {
  const { people, network, communities, provenance } = report;
  const period = periodOf(report.provenance);
  const posts = postsPhrase(report);
  const made = posts === "" ? "" : ` in ${posts}${period === "" ? "" : ` (${period}, UTC)`}`;
  const named = communities
    .filter((one) => !isCutOff(one, communities))
    .slice(0, communitiesNamed)
    .map((one) => `${one.community} (${communityTitle(one)})`);
  const largest =
    named.length === 0
      ? []
      : [
          `The largest ${named.length === 1 ? "community is" : "communities are"} ${named.join(", ")}.`,
        ];
  return [
    `The network of ${titleOf(report)}: ${counted(people.length, "person", "people")} and ${counted(network.ties.length, "tie", "ties")}${made}.`,
    `A tie is: ${network.tieRule.replace(/\.$/u, "")}.`,
    `A box is one of ${counted(communities.length, "community", "communities")}, found with ${communityMethodNames[provenance.settings.communities]}.`,
    ...largest,
    "A ring marks somebody who is worth following.",
    `Drawn with ${provenance.tool} ${provenance.version}.`,
  ].join(" ");
}
