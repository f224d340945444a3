import { ActionIcon } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { closeRight, select } from '../acts/select.ts';
import { NodeDetails } from '../details/NodeDetails.tsx';
import { RelationshipDetails } from '../details/RelationshipDetails.tsx';
import { LitBlock } from '../reading/LitBlock.tsx';
import { ReadingFoot } from '../reading/ReadingFoot.tsx';
import { ReadingPane } from '../reading/ReadingPane.tsx';
import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';
import { useWorkspace } from '../use-workspace.ts';
import { Panel } from './Panel.tsx';

/** The text, what is selected, or the answer to a question. */
export function RightPanel() {
  const selection = useWorkspace((state) => state.selection);
  const reading = useScreen((screen) => screen.reading);
  const lit = useScreen((screen) => screen.lit);
  const stopReading = useScreen((screen) => screen.stopReading);
  if (reading) {
    return (
      <Panel
        heading={text.app.reading}
        onClose={closeRight}
        fills
        lead={
          selection && (
            <ActionIcon variant="subtle" color="gray" aria-label={text.reading.back} onClick={stopReading}>
              <IconArrowLeft size={18} />
            </ActionIcon>
          )
        }
        foot={<ReadingFoot />}
      >
        <ReadingPane place={reading} />
      </Panel>
    );
  }
  if (!selection) {
    return (
      lit && (
        <Panel heading={text.lit.heading} onClose={closeRight}>
          <LitBlock lit={lit} nothing={text.lit.noAnswer} />
        </Panel>
      )
    );
  }
  return (
    <Panel
      heading={text.app.details}
      onClose={closeRight}
      lead={
        lit && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={text.lit.back}
            onClick={() => select(null, { keepLit: true })}
          >
            <IconArrowLeft size={18} />
          </ActionIcon>
        )
      }
    >
      {selection.kind === 'node' ? (
        <NodeDetails id={selection.id} />
      ) : (
        <RelationshipDetails key={selection.id} id={selection.id} />
      )}
    </Panel>
  );
}
