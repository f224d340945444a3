import { MultiDirectedGraph } from 'graphology';
import Sigma from 'sigma';

/** Sigma and graphology with their default settings and nothing else: the limit. */
const query = new URLSearchParams(location.search);
const stage = document.getElementById('stage');
if (!stage) throw new Error('the page has no stage');
const [left, top, width, height] = (query.get('box') ?? '').split(',');
Object.assign(stage.style, {
  left: `${left}px`,
  top: `${top}px`,
  width: `${width}px`,
  height: `${height}px`,
});
const answer = await fetch(query.get('graph') ?? '');
const graph = new MultiDirectedGraph();
graph.import(await answer.json());
new Sigma(graph, stage);
