import { ActionIcon } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { select } from '../acts/select.ts';
import { NodeDetails } from '../details/NodeDetails.tsx';
import { RelationshipDetails } from '../details/RelationshipDetails.tsx';
import { ReadingPane } from '../reading/ReadingPane.tsx';
import { SelectedLine } from '../reading/SelectedLine.tsx';
import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';
import { useWorkspace } from '../use-workspace.ts';
import { Panel } from './Panel.tsx';

/** Whether there is anything to show at the right. */
export function useHasRight(): boolean {
  const selection = useWorkspace((state) => state.selection);
  const reading = useScreen((screen) => screen.reading);
  return selection !== null || reading !== null;
}

/** What is selected, or the text. */
export function RightPanel() {
  const selection = useWorkspace((state) => state.selection);
  const reading = useScreen((screen) => screen.reading);
  const stopReading = useScreen((screen) => screen.stopReading);
  if (reading) {
    return (
      <Panel
        heading={text.app.reading}
        onClose={() => select(null)}
        lead={
          selection && (
            <ActionIcon variant="subtle" color="gray" aria-label={text.reading.back} onClick={stopReading}>
              <IconArrowLeft size={18} />
            </ActionIcon>
          )
        }
        foot={<SelectedLine />}
      >
        <ReadingPane place={reading} />
      </Panel>
    );
  }
  if (!selection) return null;
  return (
    <Panel heading={text.app.details} onClose={() => select(null)}>
      {selection.kind === 'node' ? (
        <NodeDetails id={selection.id} />
      ) : (
        <RelationshipDetails key={selection.id} id={selection.id} />
      )}
    </Panel>
  );
}
