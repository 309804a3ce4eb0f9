"""igraph in a process that stays: takes a network, then a command a line, and times one call of each.

    OMP_NUM_THREADS=1 python3 igraph-process.py

Commands and answers are lines of JSON. `{"load": path}` reads a network: the number of its nodes, then a
line `source target weight` for each tie. `{"run": name}` calls the algorithm of that name once, on a
graph that is there already. Ways back from igraph's own objects are not in the times.
"""

import json
import random
import sys
import time

import igraph


def load(path):
    with open(path) as lines:
        node_count = int(next(lines))
        rows = [line.split() for line in lines]
    directed = igraph.Graph(
        n=node_count,
        edges=[(int(source), int(target)) for source, target, _ in rows],
        directed=True,
    )
    directed.es["weight"] = [float(weight) for _, _, weight in rows]
    undirected = directed.as_undirected(mode="collapse", combine_edges={"weight": "sum"})
    return directed, undirected


# Each takes the directed graph and its projection, and gives what is timed.
algorithms = {
    "betweenness": lambda directed, _: directed.betweenness(directed=True),
    "harmonic": lambda _, undirected: undirected.harmonic_centrality(normalized=False),
    "eccentricity": lambda _, undirected: undirected.eccentricity(),
    "diameter": lambda _, undirected: [undirected.diameter(directed=False, unconn=True)],
    "average_distance": lambda _, undirected: [undirected.average_path_length(unconn=True)],
    "pagerank": lambda directed, _: directed.pagerank(weights="weight", implementation="prpack"),
    "hubs": lambda directed, _: directed.hub_score(weights="weight"),
    "authorities": lambda directed, _: directed.authority_score(weights="weight"),
    # Both, one after the other, as whoever wants both calls them.
    "hits": lambda directed, _: (
        directed.hub_score(weights="weight") + directed.authority_score(weights="weight")
    ),
    "eigenvector": lambda _, undirected: undirected.eigenvector_centrality(
        directed=False, weights="weight"
    ),
    "core_numbers": lambda _, undirected: undirected.coreness(),
    "core_depth": lambda _, undirected: [max(undirected.coreness())],
    "louvain": lambda _, undirected: undirected.community_multilevel(weights="weight"),
    "leiden": lambda _, undirected: undirected.community_leiden(
        objective_function="modularity", weights="weight", n_iterations=2
    ),
    "clauset_newman_moore": lambda _, undirected: undirected.community_fastgreedy(
        weights="weight"
    ),
}


def values_of(result):
    if isinstance(result, igraph.VertexDendrogram):
        return result.as_clustering().membership
    if isinstance(result, igraph.VertexClustering):
        return result.membership
    return result


random.seed(1)
graphs = None
for line in sys.stdin:
    command = json.loads(line)
    if "load" in command:
        graphs = load(command["load"])
        answer = {"nodes": graphs[0].vcount(), "version": igraph.__version__}
    else:
        algorithm = algorithms[command["run"]]
        cpu = time.process_time()
        since = time.perf_counter()
        result = algorithm(*graphs)
        wall_seconds = time.perf_counter() - since
        cpu_seconds = time.process_time() - cpu
        answer = {
            "wallSeconds": wall_seconds,
            "cpuSeconds": cpu_seconds,
            "values": values_of(result),
        }
    print(json.dumps(answer), flush=True)
