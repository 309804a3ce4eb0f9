import type { ItemNetwork } from "../../model/other-network.js";
import { buildBipartite } from "./bipartite.js";
import { findUsedHashtags } from "./hashtag-network.js";
import { type OtherInput, ownPostsByAuthor } from "./other-input.js";
import { bipartiteNotes, projectBothSides } from "./project-bipartite.js";

/** People and the hashtags that they use, and what each side looks like through the other. */
export function buildPeopleHashtagNetwork(input: OtherInput): ItemNetwork {
  const { corpus } = input;
  const posts = ownPostsByAuthor(input);
  const { used, note } = findUsedHashtags(input, posts);
  const { personCount, without, ...network } = buildBipartite({
    ...input,
    posts,
    rows: corpus.posts.tags,
    used,
    itemOf: (item) => ({ kind: "hashtag", name: corpus.tagSpellings[item] }),
  });
  return {
    ...network,
    notes: [
      ...(note === undefined ? [] : [note]),
      ...bipartiteNotes({ used, without }, ["hashtag", "hashtags"]),
    ],
    projected: projectBothSides(network.ties, personCount, ["hashtag", "hashtags"]),
  };
}
