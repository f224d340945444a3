import { ActionIcon, CloseButton } from '@mantine/core';
import { IconCrosshair } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { kindOfNode } from '../../workspace/kind-of-node.ts';
import type { NodeName } from '../../workspace/workspace.ts';
import { beginPicking } from '../canvas/pick-mode.ts';
import { SearchCombobox } from '../find/SearchCombobox.tsx';
import { KindIcon } from '../marks/KindIcon.tsx';
import { text } from '../text.ts';
import { useWorkspace } from '../use-workspace.ts';
import styles from './paths.module.css';

interface Props {
  label: string;
  value: NodeName | null;
  onChange(value: NodeName | null): void;
  error?: string | undefined;
  placeholder?: string;
  /** Empties the field after a choice, for fields that collect. */
  collects?: boolean;
  /** The button at the end takes the whole field away, instead of emptying it. */
  onRemove?(): void;
  removeWords?: string;
  className?: string | undefined;
}

/** A field that holds one node: found by typing, picked on the canvas, or taken from the selection. */
export function NodeField(props: Props) {
  const { label, value, onChange, error, placeholder = text.paths.placeholder, collects, onRemove } = props;
  const [words, setWords] = useState(value?.caption ?? '');
  const selected = useWorkspace(({ selection, content }) =>
    selection?.kind === 'node' ? content.nodes.get(selection.id) : undefined,
  );

  const typing = useRef(false);

  // The value also changes from outside: swapped, taken from the details, or set by an example.
  useEffect(() => {
    if (value) setWords(value.caption);
    else if (!typing.current) setWords('');
    typing.current = false;
  }, [value]);

  const choose = (node: NodeName | null) => {
    onChange(node && { id: node.id, caption: node.caption, labels: node.labels });
    if (collects || !node) setWords('');
  };
  const settled = value !== null && words === value.caption;

  return (
    <SearchCombobox
      label={label}
      placeholder={placeholder}
      words={words}
      settled={settled}
      nodesOnly
      unchosen={value === null && words.trim() !== ''}
      error={error}
      onWords={(next) => {
        setWords(next);
        if (!value) return;
        typing.current = true;
        onChange(null);
      }}
      onPick={(hit) => 'node' in hit && choose(hit.node)}
      extra={
        selected && selected.id !== value?.id
          ? {
              label: (
                <span className={styles.extra}>
                  <KindIcon label={kindOfNode(selected)} />
                  {text.paths.pickSelected(selected.caption)}
                </span>
              ),
              onPick: () => choose(selected),
            }
          : undefined
      }
      left={value && value.labels.length > 0 && settled ? <KindIcon label={kindOfNode(value)} /> : null}
      right={
        <span className={styles.fieldTools}>
          {onRemove ? (
            <CloseButton size={30} aria-label={props.removeWords} onClick={onRemove} />
          ) : (
            words !== '' && (
              <CloseButton size={30} aria-label={text.paths.emptyField(label)} onClick={() => choose(null)} />
            )
          )}
          <ActionIcon
            variant="subtle"
            color="gray"
            size={30}
            aria-label={text.paths.pick(label)}
            title={text.paths.pick(label)}
            onClick={() => beginPicking(label, choose)}
          >
            <IconCrosshair size={16} />
          </ActionIcon>
        </span>
      }
      rightWidth={onRemove || words !== '' ? 66 : 38}
      className={props.className}
    />
  );
}
