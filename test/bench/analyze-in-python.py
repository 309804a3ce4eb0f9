"""The script that one writes instead: Mastodon statuses as NDJSON to a network, measured, as CSV.

    python3 analyze-in-python.py statuses.ndjson folder

Who replies to, mentions or reposts whom, at most once a post and target; whoever has posted is in the network.
Standard library and igraph, one thread.
"""

import csv
import json
import os
import random
import sys
from collections import Counter

import igraph


def main(path, folder):
    handles, ties = read_ties(path)
    ids = sorted(handles, key=handles.get)
    node_of = {account: node for node, account in enumerate(ids)}
    pairs = sorted((node_of[source], node_of[target]) for source, target in ties)
    weights = [ties[ids[source], ids[target]] for source, target in pairs]
    graph = igraph.Graph(n=len(ids), edges=pairs, directed=True)
    graph.es["weight"] = weights

    undirected = graph.as_undirected(mode="collapse", combine_edges={"weight": "sum"})
    random.seed(1)
    communities = undirected.community_leiden(
        objective_function="modularity", weights="weight", n_iterations=2
    )
    count = len(ids)
    pair_count = (count - 1) * (count - 2)
    columns = {
        "id": [handles[account] for account in ids],
        "community": communities.membership,
        "in_degree": graph.indegree(),
        "out_degree": graph.outdegree(),
        "in_strength": graph.strength(mode="in", weights="weight"),
        "out_strength": graph.strength(mode="out", weights="weight"),
        "pagerank": graph.pagerank(weights="weight"),
        "betweenness": [value / pair_count for value in graph.betweenness()],
    }

    os.makedirs(folder, exist_ok=True)
    write_csv(os.path.join(folder, "nodes.csv"), columns, zip(*columns.values()))
    rows = (
        (handles[ids[source]], handles[ids[target]], weight)
        for (source, target), weight in zip(pairs, weights)
    )
    write_csv(os.path.join(folder, "edges.csv"), ("source", "target", "weight"), rows)
    modularity = undirected.modularity(communities, weights="weight")
    network = [
        ("vertices", count),
        ("ties", len(pairs)),
        ("total_edges", sum(weights)),
        ("modularity", modularity),
    ]
    write_csv(os.path.join(folder, "network.csv"), ("metric", "value"), network)


def read_ties(path):
    """Handles by account id, and how many posts of one account concern another."""
    handles = {}
    ties = Counter()
    seen = set()
    with open(path, "rb") as lines:
        for line in lines:
            post = json.loads(line)
            if post["uri"] in seen:
                continue
            seen.add(post["uri"])
            author = post["account"]["id"]
            handles[author] = post["account"]["acct"]
            if post["reblog"] is not None:
                original = post["reblog"]["account"]
                handles[original["id"]] = original["acct"]
                targets = {original["id"]}
            else:
                targets = set()
                for mention in post["mentions"]:
                    handles[mention["id"]] = mention["acct"]
                    targets.add(mention["id"])
                if post["in_reply_to_account_id"] is not None:
                    targets.add(post["in_reply_to_account_id"])
            for target in targets:
                if target != author:
                    ties[author, target] += 1
    # Whoever was answered and is nowhere named has a number only.
    for _, target in ties:
        handles.setdefault(target, target)
    return handles, ties


def write_csv(path, header, rows):
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(rows)


if __name__ == "__main__":
    main(*sys.argv[1:])
