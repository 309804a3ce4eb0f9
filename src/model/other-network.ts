/** Networks of other things than people. */
export const otherNetworks = [
  "hashtags",
  "people-hashtags",
  "people-links",
  "posts",
  "servers",
  "links",
  "words",
] as const;
export type OtherNetworkName = (typeof otherNetworks)[number];

/** What an analysis can be about. */
export const networkNames = ["people", ...otherNetworks] as const;

/** What a node stands for: people and posts by their index in the corpus, what has no owner by name. */
export type NetworkItem =
  | { readonly kind: "hashtag" | "word" | "link" | "server"; readonly name: string }
  | { readonly kind: "person"; readonly account: number }
  | { readonly kind: "post"; readonly post: number };

/** Ties of items, each pair once, by source and then target; without direction `source < target`. */
export interface ItemTies {
  readonly nodeCount: number;
  readonly tieCount: number;
  readonly source: Int32Array;
  readonly target: Int32Array;
  readonly weight: Float64Array;
  /** How many different people made a tie, where several can. */
  readonly people?: Int32Array | undefined;
  /** 1 for a reply, 0 for a quote. */
  readonly isReply?: Int32Array | undefined;
  /** How often the two shared the same link within the time allowed. */
  readonly shares?: Int32Array | undefined;
  /** The shortest time between two such shares, in milliseconds. */
  readonly gap?: Float64Array | undefined;
  /** Newman's weight, where two nodes are tied by what they share. */
  readonly shared?: Float64Array | undefined;
}

/** A network of items as it was built; people who have opted out are not in it. */
export interface ItemNetwork {
  readonly items: readonly NetworkItem[];
  /** One an item: posts that count with it, by it, or from it. */
  readonly posts: Int32Array;
  /** One an item: different people; 1 for a person. */
  readonly people: Int32Array;
  readonly ties: ItemTies;
  readonly isDirected: boolean;
  /** What was left out and why, in sentences. */
  readonly notes: readonly string[];
  /** Of servers, one an item: interactions between people of the same one. */
  readonly inside?: Float64Array;
  /** What a network of two kinds of nodes is seen from. */
  readonly projected?: readonly Projected[];
  /** Of posts, the largest first. */
  readonly threads?: readonly Thread[];
}

/** A tree of replies and quotes, as `threads.csv` has it. */
export interface Thread {
  /** The node that it begins with. */
  readonly root: number;
  readonly posts: number;
  readonly people: number;
  readonly replies: number;
  readonly quotes: number;
  /** The longest chain from the first post, in steps. */
  readonly depth: number;
  /** The most posts that are the same number of steps from the first. */
  readonly width: number;
  /** The mean number of steps between two of its posts. */
  readonly virality: number;
  /** Milliseconds from its first to its last post; NaN where a time is not known. */
  readonly duration: number;
}

/** One of the two networks that a network of two kinds of nodes is seen from. */
export interface Projected {
  /** Of the file: `people-edges`. */
  readonly name: string;
  /** Nodes are those of the network it is of. */
  readonly ties: ItemTies;
  readonly notes: readonly string[];
}

/** What a tie is, in a phrase. */
export const itemTieRules: Readonly<Record<OtherNetworkName, string>> = {
  hashtags: "two hashtags are in the same post; its weight is how many posts have both",
  "people-hashtags": "a person uses a hashtag; its weight is in how many of their posts",
  "people-links": "a person shares a link; its weight is in how many of their posts",
  posts: "a post answers another, or quotes it where it answers none",
  servers: "people of a server engage people of another; its weight is how often",
  links: "two people shared the same link soon after each other; its weight is how many links",
  words: "two words are in the same post; its weight is how many posts have both",
};

/** What a node is, one and several. */
export const itemNouns: Readonly<Record<OtherNetworkName, readonly [one: string, many: string]>> = {
  hashtags: ["hashtag", "hashtags"],
  "people-hashtags": ["person or hashtag", "people and hashtags"],
  "people-links": ["person or link", "people and links"],
  posts: ["post", "posts"],
  servers: ["server", "servers"],
  links: ["person", "people"],
  words: ["word", "words"],
};

/** Why such a network can have no node. */
export const noItems: Readonly<Record<OtherNetworkName, string>> = {
  hashtags: "no hashtag is used by two people who may be named",
  "people-hashtags": "no hashtag is used by two people who may be named",
  "people-links": "no link is shared by two people who may be named",
  posts: "no post tells which other post it answers or quotes",
  servers: "no server may be shown that two people are at home on",
  links:
    "no two people who may be named shared the same link within --link-within of each other, at times that are known",
  words: "no word is used by two people who may be named",
};

/** Those of two kinds of nodes, no two of one kind tied. */
const bipartiteNetworks: ReadonlySet<OtherNetworkName> = new Set([
  "people-hashtags",
  "people-links",
]);

/** What a network can and cannot have, whatever the posts. */
export function isBipartite(name: OtherNetworkName): boolean {
  return bipartiteNetworks.has(name);
}

/** Each post answers one at most, so that threads are trees. */
export function isForest(name: OtherNetworkName): boolean {
  return name === "posts";
}

/** Measures that say nothing of a network, and why. */
export function measuresWithoutSense(name: OtherNetworkName, isDirected: boolean): string[] {
  return [
    ...(isDirected
      ? []
      : [
          "Ties have no direction: in- and out-degree, hub, authority and reciprocity are left out.",
        ]),
    ...(isBipartite(name)
      ? [
          "No tie joins two nodes of one kind: clustering, transitivity and the modularity of rewired networks are left out.",
        ]
      : []),
    ...(isForest(name)
      ? [
          "Threads are trees: clustering, cores, reciprocity and the modularity of rewired networks are left out.",
        ]
      : []),
  ];
}
