import type { Relationship } from '../../../server/contract/graph.ts';
import type { SceneGraph, SceneNode, SceneRelationship } from '../../scene/scene-model.ts';
import { countDegrees } from '../../workspace/count-content.ts';
import { kindOfNode, statusOf } from '../../workspace/kind-of-node.ts';
import { visibleGraph } from '../../workspace/visible-graph.ts';
import type { WorkspaceContent } from '../../workspace/workspace-content.ts';

/** Looks of nodes that tell something else than kind and number of links, by node id. */
export interface NodeLooks {
  fills: ReadonlyMap<string, NonNullable<SceneNode['fill']>> | null;
  radii: ReadonlyMap<string, number> | null;
}

/**
 * What is drawn, for the scene. Unless it is to tell something else, a node's size tells of all that is gathered, so that
 * hiding resizes nothing.
 */
export function sceneOf(content: WorkspaceContent, { fills, radii }: NodeLooks): SceneGraph {
  const { nodes, relationships } = visibleGraph(content);
  const degrees = countDegrees(content.relationships);
  return {
    nodes: nodes.map((node) => {
      const { x, y } = content.positions.get(node.id) ?? { x: 0, y: 0 };
      const radius = radii?.get(node.id);
      const fill = fills?.get(node.id);
      return {
        id: node.id,
        caption: node.caption,
        label: kindOfNode(node),
        degree: degrees.get(node.id) ?? 0,
        x,
        y,
        pinned: content.pinned.has(node.id),
        ...(radius === undefined ? {} : { radius }),
        ...(fill === undefined ? {} : { fill }),
      };
    }),
    relationships: linksOf(relationships),
  };
}

const known = new WeakMap<readonly Relationship[], SceneRelationship[]>();

/** The same list for the same relationships, so that the scene need not look at each when only nodes changed. */
function linksOf(relationships: readonly Relationship[]): SceneRelationship[] {
  let links = known.get(relationships);
  if (!links) {
    links = relationships.map((relationship) => {
      const status = statusOf(relationship);
      const { id, source, target, type } = relationship;
      return { id, source, target, type, ...(status ? { status } : {}) };
    });
    known.set(relationships, links);
  }
  return links;
}
