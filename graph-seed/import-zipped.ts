import type { Graph } from '../server/contract/graph.ts';
import type { ImportAnswer, ImportReport } from '../server/contract/imports.ts';
import type { GraphLoader, GraphRecords, TakenIds } from '../server/database/graph-database.ts';
import type { ReadGraph } from '../server/exchange/read-graph-file.ts';
import { databaseLosses } from '../server/imports/database-losses.ts';
import { type LoadReadOptions, NOTHING_TAKEN } from '../server/imports/load-dataset-file.ts';
import type { Dataset } from './dataset.ts';
import { toRecords } from './load-dataset.ts';
import { withPrefix } from './rename-ids.ts';

/** The entities of a dataset and what ties them, as the graph of a file; its texts have no place on a canvas. */
export function datasetGraph(dataset: Dataset, fileName: string): ReadGraph {
  const { nodes, relationships } = toRecords(dataset);
  const names = new Map(dataset.entities.map(({ id, name }) => [id, name]));
  const entities = nodes.filter(({ labels }) => labels.includes('Entity'));
  const graph: Graph = {
    nodes: entities.map(({ id, labels, properties }) => ({
      id,
      labels: [...labels],
      caption: names.get(id) ?? id,
      properties,
    })),
    relationships: relationships.filter(({ source, target }) => names.has(source) && names.has(target)),
  };
  return { graph, report: reportOf(dataset, fileName), places: new Map() };
}

interface LoadZippedOptions extends LoadReadOptions {
  name: string;
}

/**
 * Loads a dataset with its texts under a name of its own, in place of one of the same name; everything else stays.
 * `read` is its graph, as `datasetGraph` gives it.
 * Where an id is in use by something else, all of its ids get the name before them. Rejects with a `DatabaseError`.
 */
export async function loadZippedDataset(
  dataset: Dataset,
  { graph, report }: ReadGraph,
  { name, replaceEverything = false, onProgress }: LoadZippedOptions,
  loader: GraphLoader,
): Promise<ImportAnswer> {
  let nodePrefix = '';
  const make = (taken: TakenIds): GraphRecords => {
    const plain = toRecords(dataset);
    nodePrefix = clashes(plain, taken) ? `${name}/` : '';
    const records = nodePrefix === '' ? plain : toRecords(withPrefix(dataset, nodePrefix));
    return {
      nodes: records.nodes.map((node) => ({ ...node, properties: { ...node.properties, dataset: name } })),
      relationships: records.relationships.map((relationship) => ({
        ...relationship,
        properties: { ...relationship.properties, dataset: name },
      })),
    };
  };
  let replaced = replaceEverything;
  if (replaceEverything) {
    await loader.replaceAll(make(NOTHING_TAKEN), { replaceEverything, onProgress });
  } else ({ replaced } = await loader.putDataset(name, make, { onProgress }));
  const renamed = `All ids begin with "${nodePrefix}", since some are taken by what is loaded`;
  const losses = databaseLosses(graph, loader.keeps);
  const { nodeCount, relationshipCount } = report;
  return {
    report: { ...report, notes: [...(nodePrefix === '' ? [] : [renamed]), ...losses] },
    dataset: { name, replaced, nodeCount, relationshipCount, nodePrefix },
  };
}

function clashes({ nodes, relationships }: GraphRecords, taken: TakenIds): boolean {
  return (
    nodes.some(({ id }) => taken.nodes.has(id)) || relationships.some(({ id }) => taken.relationships.has(id))
  );
}

function reportOf({ documents, entities, relationships }: Dataset, fileName: string): ImportReport {
  const [first] = documents;
  return {
    fileName,
    format: 'dataset',
    ...(first === undefined ? {} : { title: first.title }),
    nodeCount: entities.length,
    relationshipCount: relationships.length,
    notes: [],
    tables: [],
  };
}
