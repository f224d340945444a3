import { CloseButton } from '@mantine/core';
import { kindOfNode } from '../../workspace/kind-of-node.ts';
import type { NodeName } from '../../workspace/workspace.ts';
import { KindIcon } from '../marks/KindIcon.tsx';
import { text } from '../text.ts';
import { NodeField } from './NodeField.tsx';
import styles from './paths.module.css';

interface Props {
  avoid: readonly NodeName[];
  error: string | undefined;
  onAdd(node: NodeName): void;
  onRemove(id: string): void;
}

/** Nodes that a path must not pass. */
export function AvoidNodes({ avoid, error, onAdd, onRemove }: Props) {
  return (
    <div>
      <NodeField
        label={text.paths.avoid}
        placeholder={text.paths.avoidPlaceholder}
        value={null}
        collects
        error={error}
        onChange={(node) => node && onAdd(node)}
      />
      {avoid.length > 0 && (
        <ul className={styles.avoided}>
          {avoid.map((node) => (
            <li key={node.id}>
              <KindIcon label={kindOfNode(node)} />
              {node.caption}
              <CloseButton
                size={30}
                aria-label={text.paths.removeAvoid(node.caption)}
                onClick={() => onRemove(node.id)}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
