import { Combobox, Modal, TextInput, useCombobox } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { SearchHit } from '../../../server/contract/search.ts';
import { allActions, perform } from '../acts/actions.ts';
import { attempt } from '../acts/attempt.ts';
import { selectHit } from '../acts/select.ts';
import { currentTarget } from '../acts/target.ts';
import { HitLine, keyOfHit } from '../find/HitLine.tsx';
import { useSearch } from '../find/use-search.ts';
import { text } from '../text.ts';
import { ActionLine } from './ActionLine.tsx';
import { listActions } from './list-actions.ts';
import styles from './palette.module.css';
import { closePalette, takeTyped } from './palette-store.ts';

const MOST_HITS = 8;

/** Finds what is in the graph and everything that can be done, as one types. */
export default function Palette() {
  const [typed, setTyped] = useState('');
  const begin = () => setTyped((since) => takeTyped() + since);
  const [target] = useState(currentTarget);
  const [actions] = useState(allActions);
  const groups = useMemo(() => listActions(actions, typed, target), [actions, typed, target]);
  const search = useSearch(typed, MOST_HITS);
  const hits = typed.trim() === '' ? [] : search.hits.slice(0, MOST_HITS);
  const combobox = useCombobox({ opened: true });
  const first = groups[0]?.lines[0]?.action.id ?? hits[0];

  // The first that answers is the one that Enter means.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each new list
  useEffect(() => {
    combobox.selectFirstOption();
  }, [first, typed]);

  const awaited = useRef(false);
  useEffect(() => {
    if (!awaited.current || search.searching) return;
    awaited.current = false;
    if (hits[0]) go(hits[0]);
  });

  const go = (hit: SearchHit) => {
    closePalette();
    void attempt(() => selectHit(hit));
  };
  const submit = (value: string) => {
    const hit = hits.find((each) => keyOfHit(each) === value);
    if (hit) return go(hit);
    const action = actions.find(({ id }) => id === value);
    if (!action) return;
    closePalette();
    // The focus has gone back to where it was before the act moves it.
    requestAnimationFrame(() => void perform(action, target));
  };
  const isEmpty = groups.length === 0 && hits.length === 0;

  return (
    <Modal.Root
      opened
      onClose={closePalette}
      size={600}
      yOffset="10vh"
      padding={0}
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label={text.palette.label}>
        <Combobox store={combobox} onOptionSubmit={submit}>
          <Combobox.EventsTarget withExpandedAttribute>
            <TextInput
              role="combobox"
              aria-autocomplete="list"
              aria-label={text.palette.label}
              placeholder={text.palette.placeholder}
              variant="unstyled"
              size="md"
              classNames={{ root: styles.field ?? '' }}
              leftSection={<IconSearch size={18} aria-hidden />}
              data-autofocus
              autoComplete="off"
              spellCheck={false}
              value={typed}
              onFocus={begin}
              onChange={(event) => {
                awaited.current = false;
                setTyped(event.currentTarget.value);
              }}
              onKeyDown={(event) => {
                // The list, always open, keeps Escape from the window around it.
                if (event.key === 'Escape') closePalette();
                if (event.key !== 'Enter' || !isEmpty || !search.searching) return;
                event.preventDefault();
                awaited.current = true;
              }}
            />
          </Combobox.EventsTarget>
          <Combobox.Options tabIndex={0} aria-label={text.palette.results} className={styles.options ?? ''}>
            {groups.map(({ group, lines }) => (
              <Combobox.Group key={group} label={text.actions.groups[group]}>
                {lines.map((line) => (
                  <Combobox.Option key={line.action.id} value={line.action.id} disabled={!line.available}>
                    <ActionLine {...line} />
                  </Combobox.Option>
                ))}
              </Combobox.Group>
            ))}
            {hits.length > 0 && (
              <Combobox.Group label={text.palette.found}>
                {hits.map((hit) => (
                  <Combobox.Option key={keyOfHit(hit)} value={keyOfHit(hit)}>
                    <HitLine hit={hit} />
                  </Combobox.Option>
                ))}
              </Combobox.Group>
            )}
            {isEmpty && (
              <Combobox.Option value="" disabled>
                {search.searching ? text.find.searching : text.palette.nothing(typed.trim())}
              </Combobox.Option>
            )}
          </Combobox.Options>
        </Combobox>
      </Modal.Content>
    </Modal.Root>
  );
}
