import { buildHashtagNetwork } from "../measure/other/hashtag-network.js";
import { buildLinkNetwork } from "../measure/other/link-network.js";
import type { OtherInput } from "../measure/other/other-input.js";
import { buildPeopleHashtagNetwork } from "../measure/other/people-hashtag-network.js";
import { buildPeopleLinkNetwork } from "../measure/other/people-link-network.js";
import { buildServerNetwork } from "../measure/other/server-network.js";
import { buildThreadNetwork } from "../measure/other/thread-network.js";
import { buildWordNetwork } from "../measure/other/word-network.js";
import type { ItemNetwork, NetworkItem, OtherNetworkName } from "../model/other-network.js";
import type { EdgeRule } from "../model/provenance.js";
import { buildInteractions } from "../network/interactions.js";

interface ItemsAsked {
  readonly network: OtherNetworkName;
  readonly within: number;
  /** What makes people of two servers engage each other. */
  readonly edges: EdgeRule;
}

/** The network of other things than people that was asked for. */
export function buildItems(input: OtherInput, { network, within, edges }: ItemsAsked): ItemNetwork {
  switch (network) {
    case "hashtags":
      return buildHashtagNetwork(input);
    case "people-hashtags":
      return buildPeopleHashtagNetwork(input);
    case "people-links":
      return buildPeopleLinkNetwork(input);
    case "posts":
      return buildThreadNetwork(input);
    case "servers":
      return buildServerNetwork({
        ...input,
        interactions: buildInteractions(input.corpus, input.selection, edges),
        isReversed: edges.reversed,
      });
    case "links":
      return buildLinkNetwork({ ...input, within });
    case "words":
      return buildWordNetwork(input);
  }
}

/** How many pairs of nodes could be tied: of two kinds, those of one of each. */
export function possiblePairs(items: readonly NetworkItem[], isDirected: boolean): number {
  const people = items.filter(({ kind }) => kind === "person").length;
  const others = items.length - people;
  if (people > 0 && others > 0) return people * others;
  const pairs = (items.length * (items.length - 1)) / 2;
  return isDirected ? 2 * pairs : pairs;
}
