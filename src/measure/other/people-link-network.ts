import type { ItemNetwork } from "../../model/other-network.js";
import { buildBipartite } from "./bipartite.js";
import { type OtherInput, ownPostsByAuthor } from "./other-input.js";
import { bipartiteNotes, projectBothSides } from "./project-bipartite.js";
import { findUsedLinks } from "./used-links.js";

/** People and the links that they share, whenever they did, and what each side looks like through the other. */
export function buildPeopleLinkNetwork(input: OtherInput): ItemNetwork {
  const posts = ownPostsByAuthor(input);
  const { rows, names, used } = findUsedLinks(input, posts);
  const { personCount, without, ...network } = buildBipartite({
    ...input,
    posts,
    rows,
    used,
    itemOf: (item) => ({ kind: "link", name: names[item] }),
  });
  return {
    ...network,
    notes: bipartiteNotes({ used, without }, ["link", "links"]),
    projected: projectBothSides(network.ties, personCount, ["link", "links"]),
  };
}
