import type { ItemNetwork } from "../../model/other-network.js";
import { counted } from "../../text/counted.js";
import { buildBipartite } from "./bipartite.js";
import { findUsedHashtags } from "./hashtag-network.js";
import { type OtherInput, ownPostsByAuthor } from "./other-input.js";
import { projectBipartite } from "./project-bipartite.js";

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
  const sides = { ties: network.ties, firstCount: personCount };
  return {
    ...network,
    notes: [
      ...(note === undefined ? [] : [note]),
      ...(used.ofOne === 0
        ? []
        : [
            `${counted(used.ofOne, "hashtag", "hashtags")} of fewer than two people who may be named: left out.`,
          ]),
      ...(without === 0
        ? []
        : [`${counted(without, "person", "people")} who used no other hashtag: left out.`]),
    ],
    projected: [
      projectBipartite({
        ...sides,
        isFirst: true,
        name: "people-edges",
        thing: "hashtag",
        things: "hashtags",
      }),
      projectBipartite({
        ...sides,
        isFirst: false,
        name: "hashtags-edges",
        thing: "person",
        things: "people",
      }),
    ],
  };
}
