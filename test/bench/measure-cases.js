// @ts-nocheck: it runs on the built files, which have no types.
import { nearlyEqual, similarPartition } from "./compare-measures.js";

const built = (name) => import(new URL(`../../dist/${name}`, import.meta.url).href);

/** From so many people on igraph's exact path measures take minutes: named by hand, or left out. */
const manyPeople = 50_000;

/**
 * What is timed, in the order of the table. `load` gives the function to time, which takes the graphs
 * of a network (network, projection, outward, inward, undirected: see `measure-graphs.js`) and gives a
 * value a node or the community of each, perhaps later. `igraph` is a command of `igraph-process.py`;
 * `compare` (see `compare-measures.js`) gives how far the two are apart and throws where that is too
 * far. With so many people as `longFrom` says, a case runs only where it is named.
 */
export const measureCases = [
  {
    name: "betweenness",
    load: async () => {
      const { countBetweenness } = await built("measure/kernel/betweenness.js");
      return ({ outward }) => countBetweenness(outward);
    },
    igraph: "betweenness",
    compare: nearlyEqual(1e-9),
    longFrom: manyPeople,
  },
  {
    name: "pagerank",
    load: async () => {
      const { measurePagerank } = await built("measure/pagerank.js");
      return ({ network }) => measurePagerank(network);
    },
    igraph: "pagerank",
    compare: nearlyEqual(1e-9),
  },
  {
    name: "core-depth",
    load: async () => {
      const { measureCoreDepth } = await built("measure/core-depth.js");
      return ({ undirected }) => [measureCoreDepth(undirected)];
    },
    igraph: "core_depth",
    compare: nearlyEqual(0),
  },
  {
    name: "louvain",
    load: async () => {
      const { findCommunities } = await built("measure/communities.js");
      return ({ projection }) => findCommunities(projection, 1).of;
    },
    igraph: "louvain",
    compare: similarPartition(0.02),
  },
];
