import { Loader, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { plainDetail } from '../../api/api-problem.ts';
import { attempt } from '../acts/attempt.ts';
import { selectHit } from '../acts/select.ts';
import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';
import styles from './find.module.css';
import { HitLine, keyOfHit } from './HitLine.tsx';
import { Outline } from './Outline.tsx';
import { useSearch } from './use-search.ts';

const LIMIT = 50;

/** Search with all its results in view; while nothing is typed, the canvas as a list. */
export function FindPanel() {
  const [words, setWords] = useState('');
  const { hits, total, searching, error, words: found } = useSearch(words, LIMIT);
  const announce = useScreen((screen) => screen.announce);
  const asked = words.trim() !== '';
  const settled = asked && !searching && error === null;

  useEffect(() => {
    if (settled) announce(total === 0 ? text.find.nothing(found) : text.find.found(total));
  }, [settled, total, found, announce]);

  return (
    <div className={styles.panel}>
      <TextInput
        data-find-field
        label={text.find.label}
        placeholder={text.find.placeholder}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        leftSection={<IconSearch size={16} aria-hidden />}
        rightSection={searching ? <Loader size={14} aria-label={text.find.searching} /> : null}
        autoComplete="off"
        spellCheck={false}
      />
      {!asked && <Outline />}
      {asked && error && <p className={styles.note}>{plainDetail(error)}</p>}
      {settled && total === 0 && (
        <div className={styles.empty}>
          <strong>{text.find.nothing(found)}</strong>
          <p>{text.find.nothingHint}</p>
        </div>
      )}
      {asked && hits.length > 0 && (
        <>
          <p className={styles.note}>
            {total > hits.length ? text.find.foundSome(hits.length, total) : text.find.found(total)}
          </p>
          <ul className={styles.list} aria-label={text.find.heading}>
            {hits.map((hit) => (
              <li key={keyOfHit(hit)}>
                <button type="button" className={styles.row} onClick={() => attempt(() => selectHit(hit))}>
                  <HitLine hit={hit} />
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
