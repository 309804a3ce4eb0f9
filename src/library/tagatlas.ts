// biome-ignore-all lint/performance/noBarrelFile: a package has one door
/* What `import … from "tagatlas"` gives; docs/library.md tells of it. */
export { buildNetwork, type CommunityNetwork, type NetworkOptions } from "./build-network.js";
export {
  fromGraphology,
  type PersonAttributes,
  type TieAttributes,
  toGraphology,
} from "./graphology.js";
export {
  type Community,
  type MeasuredNetwork,
  type MeasureOptions,
  measureNetwork,
  type Person,
  type Tie,
} from "./measure-network.js";
export { type Posts, type ReadOptions, readPosts } from "./read-posts.js";
export {
  listOf,
  type Recommendations,
  type RecommendOptions,
  recommend,
} from "./recommend.js";
