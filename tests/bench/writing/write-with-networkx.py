"""Writes a graph of the given size with NetworkX and prints what that took, as JSON."""

import io
import json
import random
import resource
import sys
import time

import networkx

writer, node_count, edge_count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
random.seed(1)
graph = networkx.MultiDiGraph()
for number in range(node_count):
    graph.add_node(f"n{number}", label=f"Node {number}", labels='["Entity"]', name=f"Node {number}")
for number in range(edge_count):
    ends = (f"n{random.randrange(node_count)}", f"n{random.randrange(node_count)}")
    graph.add_edge(*ends, key=f"r{number}", label="SIGNED", statement=f"Statement {number}.", status="asserted", date="2022")
buffer = io.BytesIO()
began = time.perf_counter()
if writer == "gexf":
    networkx.write_gexf(graph, buffer)
elif writer == "graphml":
    networkx.write_graphml_xml(graph, buffer)
elapsed = time.perf_counter() - began
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"ms": elapsed * 1000, "bytes": buffer.tell(), "peakMb": peak}))
