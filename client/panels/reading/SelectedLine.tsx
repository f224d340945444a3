import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { plainType } from '../../look/words.ts';
import { kindOfNode } from '../../workspace/kind-of-node.ts';
import { sentenceOf } from '../../workspace/sentence-of.ts';
import type { Selection } from '../../workspace/workspace.ts';
import type { WorkspaceContent } from '../../workspace/workspace-content.ts';
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
  const announce = useScreen((screen) => screen.announce);
  const words = selection ? wordsOf(selection, nodes, relationships) : null;

  useEffect(() => {
    if (words !== null) announce(words);
  }, [words, announce]);

  if (!selection) return null;
  const node = nodes.get(selection.id);
  return (
    <div className={styles.selected}>
      {selection.kind === 'node' ? <KindIcon label={node ? kindOfNode(node) : ''} /> : <LinkIcon />}
      <span className={styles.selectedWords}>{words}</span>
      <Button variant="default" onClick={stopReading}>
        {text.app.details}
      </Button>
    </div>
  );
}

function wordsOf(
  { kind, id }: Selection,
  nodes: WorkspaceContent['nodes'],
  relationships: WorkspaceContent['relationships'],
): string {
  const captionOf = (nodeId: string) => nodes.get(nodeId)?.caption ?? nodeId;
  if (kind === 'node') return captionOf(id);
  const relationship = relationships.get(id);
  if (!relationship) return text.details.link;
  return sentenceOf(relationship, captionOf(relationship.source), captionOf(relationship.target), plainType);
}
