import type { GraphNode } from '../../../server/contract/graph.ts';
import type { Path } from '../../../server/contract/paths.ts';
import { kindOfNode } from '../../workspace/kind-of-node.ts';
import { KindIcon } from '../marks/KindIcon.tsx';
import { text } from '../text.ts';
import { HopLine } from './HopLine.tsx';
import styles from './paths.module.css';

interface Props {
  path: Path;
  number: number;
  nodes: ReadonlyMap<string, GraphNode>;
  chosen: boolean;
  onChoose(): void;
}

/** One path: its chain, and when chosen each hop in words. */
export function PathCard({ path, number, nodes, chosen, onChoose }: Props) {
  return (
    <li className={styles.card} data-chosen={chosen || undefined}>
      <button type="button" className={styles.chain} aria-pressed={chosen} onClick={onChoose}>
        <span className={styles.cardTitle}>{text.paths.pathTitle(number, path.length)}</span>
        <span className={styles.chainNames}>
          {path.nodeIds.map((id, index) => {
            const node = nodes.get(id);
            return (
              <span key={id}>
                {index > 0 && <span className={styles.arrow}> → </span>}
                {node && <KindIcon label={kindOfNode(node)} size={15} />} {node?.caption ?? id}
              </span>
            );
          })}
        </span>
      </button>
      {chosen && (
        <ol className={styles.hops}>
          {path.hops.map((hop, index) => (
            <HopLine key={`${hop.from} ${hop.to}`} hop={hop} number={index + 1} />
          ))}
        </ol>
      )}
    </li>
  );
}
