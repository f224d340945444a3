import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { addToChosen } from '../acts/choose-nodes.ts';
import { NodeField } from '../paths/NodeField.tsx';
import { text } from '../text.ts';
import { useWorkspace } from '../use-workspace.ts';
import { ChosenChips } from './ChosenChips.tsx';
import styles from './chosen.module.css';

/** The nodes chosen together, and three ways to add one: typing, picking, or what is selected. */
export function ChosenField({ error }: { error?: string | undefined }) {
  const chosen = useWorkspace((state) => state.chosen);
  const selected = useWorkspace(({ selection, content }) =>
    selection?.kind === 'node' ? content.nodes.get(selection.id) : undefined,
  );
  const offered = selected && !chosen.some(({ id }) => id === selected.id) ? selected : null;
  return (
    <div className={styles.fields}>
      {chosen.length > 0 && <ChosenChips />}
      <NodeField
        label={text.chosen.add}
        value={null}
        collects
        error={error}
        onChange={(node) => node && addToChosen(node)}
      />
      {offered && (
        <Button
          variant="subtle"
          size="compact-sm"
          justify="flex-start"
          leftSection={<IconPlus size={14} />}
          onClick={() => addToChosen(offered)}
        >
          {text.chosen.takeSelected(offered.caption)}
        </Button>
      )}
      <p className={styles.hint}>{text.chosen.hint}</p>
    </div>
  );
}
