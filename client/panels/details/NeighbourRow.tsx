import type { GraphNode, Relationship } from '../../../server/contract/graph.ts';
import { kindOfNode } from '../../workspace/kind-of-node.ts';
import { select } from '../acts/select.ts';
import { KindIcon } from '../marks/KindIcon.tsx';
import { text } from '../text.ts';
import styles from './details.module.css';

interface Props {
  relationship: Relationship;
  /** Undefined for a link of the node with itself, whose other end is the node on show. */
  neighbour: GraphNode | undefined;
}

/** One neighbour, and the sentence that ties it. */
export function NeighbourRow({ relationship, neighbour }: Props) {
  const { statement } = relationship.properties;
  return (
    <li className={styles.neighbour}>
      {neighbour && (
        <button
          type="button"
          className={styles.row}
          onClick={() => select({ kind: 'node', id: neighbour.id }, { look: true })}
        >
          <KindIcon label={kindOfNode(neighbour)} />
          {neighbour.caption}
        </button>
      )}
      <button
        type="button"
        className={styles.statement}
        onClick={() => select({ kind: 'relationship', id: relationship.id }, { look: true })}
      >
        {typeof statement === 'string' && statement !== '' ? statement : text.paths.showDetails}
      </button>
    </li>
  );
}
