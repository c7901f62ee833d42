# Burt's constraint, effective size, PageRank and the warmest way of networkx.
import math

import networkx as nx

graph = nx.Graph()
graph.add_nodes_from(range(question["people"]))
for a, b, weight, chance in question["ties"]:
    graph.add_edge(a, b, weight=weight, length=-math.log(chance))


def listed(values):
    return [values[node] for node in range(question["people"])]


def way(pair):
    """The chance of the warmest way; none where there is none."""
    try:
        length, _ = nx.bidirectional_dijkstra(graph, *pair, weight="length")
    except nx.NetworkXNoPath:
        return 0.0
    return math.exp(-length)


def short_way(pair):
    """The same within three steps: every such path is looked at."""
    chances = [0.0]
    for path in nx.all_simple_paths(graph, *pair, cutoff=question["steps"]):
        steps = zip(path, path[1:])
        chances.append(math.exp(-sum(graph.edges[step]["length"] for step in steps)))
    return max(chances)


start = {node: 1.0 for node in question["chosen"]}
still = 1e-12 / question["people"]
works = {
    "constraint": lambda: listed(nx.constraint(graph, weight="weight")),
    # One by one it copies the whole graph for each; all at once it is right where all ties count alike.
    "plain_size": lambda: listed(nx.effective_size(graph)),
    # By strength all at once gives other values than one by one, which are Burt's.
    "size": lambda: list(
        nx.effective_size(graph, nodes=question["some"], weight="weight").values()
    ),
    "rank": lambda: listed(
        nx.pagerank(graph, personalization=start, tol=still, max_iter=1000, weight="weight")
    ),
    "way": lambda: [way(pair) for pair in question["pairs"]],
    "short_way": lambda: [short_way(pair) for pair in question["pairs"]],
}
answers = {}
for name, work in works.items():
    seconds, values = best(work)
    answers[name] = {"seconds": seconds, "values": values}
answer(answers)
