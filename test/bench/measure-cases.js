// @ts-nocheck: it runs on the built files, which have no types.
import { nearlyEqual, proportional, similarPartition } from "./compare-measures.js";

const address = (name) => new URL(`../../dist/${name}.js`, import.meta.url);
const built = (name) => import(address(name).href);

/** From so many people on igraph's exact path measures take minutes: named by hand, or left out. */
const manyPeople = 50_000;

/** As the program does it, on so many threads. */
const betweennessOn = (count) => async () => {
  const { findBetweenness } = await built("measure/node/betweenness");
  const { withThreads } = await built("measure/parts/run-parts");
  const threads = { count, workerUrl: address("measure/parts/part-worker") };
  return async ({ outward, inward }) => {
    // Not divided, as igraph's.
    const options = { outward, inward, metrics: "nodexl", seed: 1, onShare: () => {} };
    const { values } = await withThreads(threads, (run) => findBetweenness({ ...options, run }));
    return values;
  };
};

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
    load: betweennessOn(1),
    igraph: "betweenness",
    compare: nearlyEqual(1e-9),
    longFrom: manyPeople,
  },
  {
    name: "betweenness-on-2-threads",
    load: betweennessOn(2),
    igraph: "betweenness",
    compare: nearlyEqual(1e-9),
    longFrom: manyPeople,
  },
  {
    // Ours gives farness, eccentricity and diameter in the same call, igraph one of them.
    name: "all-distances",
    load: async () => {
      const { measureDistances } = await built("kernel/distances");
      return ({ undirected }) => measureDistances(undirected).harmonic;
    },
    igraph: "harmonic",
    compare: nearlyEqual(1e-9),
    longFrom: manyPeople,
  },
  {
    name: "pagerank",
    load: async () => {
      const { measurePagerank } = await built("measure/node/pagerank");
      return ({ network, inward }) => measurePagerank(network, inward);
    },
    igraph: "pagerank",
    compare: nearlyEqual(1e-9),
  },
  {
    name: "hubs-and-authorities",
    load: async () => {
      const { scoreHubsAndAuthorities } = await built("kernel/hits");
      return ({ outward, inward }) => {
        const { hub, authority } = scoreHubsAndAuthorities(outward, inward);
        const both = new Float64Array(2 * hub.length);
        both.set(hub);
        both.set(authority, hub.length);
        return both;
      };
    },
    igraph: "hits",
    compare: proportional(1e-9),
  },
  {
    name: "eigenvector",
    load: async () => {
      const { scoreEigenvector } = await built("kernel/eigenvector");
      return ({ undirected }) => scoreEigenvector(undirected);
    },
    igraph: "eigenvector",
    compare: proportional(1e-9),
  },
  {
    name: "core-numbers",
    load: async () => {
      const { findCoreNumbers } = await built("kernel/core-numbers");
      return ({ undirected }) => findCoreNumbers(undirected);
    },
    igraph: "core_numbers",
    compare: nearlyEqual(0),
  },
  {
    name: "leiden",
    load: async () => {
      const { findByLeiden } = await built("kernel/leiden");
      return ({ undirected }) => findByLeiden(undirected, 1);
    },
    igraph: "leiden",
    compare: similarPartition(1e-3),
  },
  {
    name: "louvain",
    load: async () => {
      const { findByLouvain } = await built("kernel/louvain");
      return ({ undirected }) => findByLouvain(undirected, 1);
    },
    igraph: "louvain",
    compare: similarPartition(1e-3),
  },
  {
    name: "clauset-newman-moore",
    load: async () => {
      const { clausetNewmanMoore } = await built("kernel/clauset-newman-moore");
      return ({ undirected }) => clausetNewmanMoore(undirected);
    },
    igraph: "clauset_newman_moore",
    compare: similarPartition(1e-3),
  },
];
