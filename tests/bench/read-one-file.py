"""Reads one file with NetworkX; prints seconds of the processor, peak memory and how many edges were found, as JSON."""

import json
import resource
import sys
import time

import networkx

path = sys.argv[1]
began = time.process_time()
if path.endswith(".gexf"):
    graph = networkx.read_gexf(path)
elif path.endswith(".graphml"):
    graph = networkx.read_graphml(path)
else:
    sys.exit("NetworkX has no reader for this file")
seconds = time.process_time() - began
megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"seconds": seconds, "megabytes": megabytes, "relationships": graph.number_of_edges()}))
