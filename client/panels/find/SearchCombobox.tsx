import { Combobox, Loader, TextInput, useCombobox } from '@mantine/core';
import { type ReactNode, type Ref, useEffect, useRef, useState } from 'react';
import type { SearchHit } from '../../../server/contract/search.ts';
import { plainDetail } from '../../api/api-problem.ts';
import { text } from '../text.ts';
import styles from './find.module.css';
import { HitLine, keyOfHit } from './HitLine.tsx';
import { useSearch } from './use-search.ts';

const LIMIT = 20;
const EXTRA = 'extra';
const STATE = 'state';

interface Props {
  label: string;
  labelHidden?: boolean;
  placeholder: string;
  words: string;
  onWords(words: string): void;
  onPick(hit: SearchHit): void;
  /** Leaves out relationships, where only a node can be chosen. */
  nodesOnly?: boolean;
  /** A choice that needs no search, shown first. */
  extra?: { label: ReactNode; onPick(): void } | undefined;
  /** Something is chosen, so its name is not searched for. */
  settled?: boolean;
  left?: ReactNode;
  right?: ReactNode;
  /** Pixels kept for `right`. */
  rightWidth?: number;
  error?: string | undefined;
  inputRef?: Ref<HTMLInputElement>;
  /** What was typed is not a choice yet: the input is marked with it, for the form that is sent. */
  unchosen?: boolean;
  /** Esc empties the field once its list is closed. */
  clearsOnEscape?: boolean;
  className?: string | undefined;
}

/** A field that finds as one types; arrow keys and Enter choose, Esc closes. */
export function SearchCombobox(props: Props) {
  const { words, onWords, settled = false, nodesOnly = false, extra } = props;
  const [wanted, setWanted] = useState(false);
  const search = useSearch(settled ? '' : words, LIMIT);
  const hits = nodesOnly ? search.hits.filter((hit) => 'node' in hit) : search.hits;
  const asked = words.trim() !== '' && !settled;
  const state = stateWords(words, hits.length, search);
  const combobox = useCombobox({
    opened: wanted && (hits.length > 0 || extra !== undefined || (asked && state !== null)),
    onOpenedChange: setWanted,
    onDropdownClose: () => combobox.resetSelectedOption(),
  });

  const submit = (value: string) => {
    combobox.closeDropdown();
    if (value === EXTRA) return extra?.onPick();
    const hit = hits.find((each) => keyOfHit(each) === value);
    if (hit) props.onPick(hit);
  };

  // Enter before the hits are there means the first of them.
  const awaited = useRef(false);
  useEffect(() => {
    if (!awaited.current || search.searching) return;
    awaited.current = false;
    const [first] = hits;
    if (first) submit(keyOfHit(first));
  });

  return (
    <Combobox store={combobox} onOptionSubmit={submit} shadow="md" withinPortal>
      <Combobox.Target withExpandedAttribute>
        <TextInput
          role="combobox"
          aria-autocomplete="list"
          ref={props.inputRef}
          className={props.className}
          {...(props.labelHidden ? { 'aria-label': props.label } : { label: props.label })}
          placeholder={props.placeholder}
          value={words}
          data-unchosen={props.unchosen ? props.label : undefined}
          error={props.error}
          leftSection={props.left}
          rightSection={
            search.searching ? <Loader size={14} aria-label={text.find.searching} /> : props.right
          }
          {...(props.rightWidth && !search.searching ? { rightSectionWidth: props.rightWidth } : {})}
          rightSectionPointerEvents={search.searching ? 'none' : 'all'}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            awaited.current = false;
            onWords(event.currentTarget.value);
            combobox.openDropdown();
            combobox.updateSelectedOptionIndex();
          }}
          onFocus={() => combobox.openDropdown()}
          onClick={() => combobox.openDropdown()}
          onBlur={() => {
            awaited.current = false;
            combobox.closeDropdown();
          }}
          onKeyDown={(event) => {
            if (
              event.key === 'Escape' &&
              (combobox.dropdownOpened || (props.clearsOnEscape && words !== ''))
            ) {
              event.stopPropagation();
              awaited.current = false;
              if (!combobox.dropdownOpened) onWords('');
            }
            if (event.key !== 'Enter' || combobox.getSelectedOptionIndex() >= 0) return;
            const first = hits[0];
            if (asked && search.searching) {
              event.preventDefault();
              awaited.current = true;
            } else if (asked && first && combobox.dropdownOpened) {
              event.preventDefault();
              submit(keyOfHit(first));
            }
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown className={styles.dropdown ?? ''}>
        <Combobox.Options aria-label={props.label} className={styles.options ?? ''}>
          {extra && <Combobox.Option value={EXTRA}>{extra.label}</Combobox.Option>}
          {hits.map((hit) => (
            <Combobox.Option key={keyOfHit(hit)} value={keyOfHit(hit)}>
              <HitLine hit={hit} />
            </Combobox.Option>
          ))}
          {asked && state !== null && (
            <Combobox.Option value={STATE} disabled className={styles.nothing ?? ''}>
              {state}
            </Combobox.Option>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

/** What to say in place of hits; null where there are some. */
function stateWords(words: string, hitCount: number, search: ReturnType<typeof useSearch>): string | null {
  if (search.error) return plainDetail(search.error);
  if (hitCount > 0) return null;
  if (search.searching) return text.find.searching;
  return `${text.find.nothing(words.trim())} ${text.find.nothingHint}`;
}
