import { Button } from '@mantine/core';
import { plainType } from '../../look/words.ts';
import { kindOfNode } from '../../workspace/kind-of-node.ts';
import { sentenceOf } from '../../workspace/sentence-of.ts';
import { KindIcon } from '../marks/KindIcon.tsx';
import { LinkIcon } from '../marks/LinkIcon.tsx';
import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';
import { useWorkspace } from '../use-workspace.ts';
import styles from './reading.module.css';

/** Below the text: what is selected, and the way to its details. */
export function SelectedLine() {
  const selection = useWorkspace((state) => state.selection);
  const { nodes, relationships } = useWorkspace((state) => state.content);
  const stopReading = useScreen((screen) => screen.stopReading);
  if (!selection) return null;
  const node = nodes.get(selection.id);
  const relationship = relationships.get(selection.id);
  const captionOf = (id: string) => nodes.get(id)?.caption ?? id;
  return (
    <div className={styles.selected}>
      {selection.kind === 'node' ? <KindIcon label={node ? kindOfNode(node) : ''} /> : <LinkIcon />}
      <span className={styles.selectedWords}>
        {selection.kind === 'node'
          ? captionOf(selection.id)
          : relationship
            ? sentenceOf(
                relationship,
                captionOf(relationship.source),
                captionOf(relationship.target),
                plainType,
              )
            : text.details.link}
      </span>
      <Button variant="default" onClick={stopReading}>
        {text.app.details}
      </Button>
    </div>
  );
}
