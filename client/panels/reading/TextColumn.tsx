import { useQuery } from '@tanstack/react-query';
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { DocumentResponse } from '../../../server/contract/documents.ts';
import { documentQuery } from '../../api/queries.ts';
import { lightWords } from '../acts/light-words.ts';
import type { ReadingPlace } from '../reading-place.ts';
import type { LitPart } from '../screen-store.ts';
import { PanelFailed, PanelLoading } from '../states/PanelState.tsx';
import { text } from '../text.ts';
import { useWorkspace } from '../use-workspace.ts';
import { findStop, firstStop, type Stop } from './find-stop.ts';
import { findWords } from './find-words.ts';
import { PassageBlock } from './PassageBlock.tsx';
import styles from './reading.module.css';
import { selectedWords } from './selected-words.ts';
import { focusStop, showWords } from './show-words.ts';
import { useNear } from './use-near.ts';

interface Props {
  documentId: string;
  place: ReadingPlace;
  lit: LitPart | null;
  /** Above the text, and scrolled with it. */
  head(answer: DocumentResponse): ReactNode;
}

/** One text in a column that scrolls by itself. */
export function TextColumn({ documentId, ...rest }: Props) {
  const query = useQuery(documentQuery(documentId));
  if (query.isPending) return <PanelLoading words={text.reading.loading} />;
  if (query.isError) {
    return <PanelFailed heading={text.reading.failed} error={query.error} onRetry={() => query.refetch()} />;
  }
  return <Loaded key={documentId} answer={query.data} {...rest} />;
}

const ARROWS: Record<string, readonly [Stop['kind'], 1 | -1]> = {
  ArrowRight: ['mark', 1],
  ArrowLeft: ['mark', -1],
  ArrowDown: ['sentence', 1],
  ArrowUp: ['sentence', -1],
};
/** Of the text in the usual width of the panel; only for passages that nobody has looked at. */
const CHARACTERS_PER_LINE = 48;
const LINE_HEIGHT = 28;

function Loaded({ answer, place, lit, head }: Omit<Props, 'documentId'> & { answer: DocumentResponse }) {
  const { document, passages } = answer;
  const scroller = useRef<HTMLElement>(null);
  const ids = useMemo(() => passages.map(({ id }) => id), [passages]);
  const near = useNear(scroller, ids);
  const selection = useWorkspace((state) => state.selection);
  const words = useMemo(
    () => findWords(document.id, passages, { place, selection, lit }),
    [document.id, passages, place, selection, lit],
  );
  const [stop, setStop] = useState<Stop | null>(() => firstStop(passages, 'sentence'));
  const wantsFocus = useRef(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: also when the same words are come for again
  useEffect(() => {
    if (words && scroller.current) return showWords(scroller.current, words);
  }, [words, place]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a stop far away is drawn a moment later
  useEffect(() => {
    if (!wantsFocus.current || !stop || !scroller.current) return;
    if (focusStop(scroller.current, stop)) wantsFocus.current = false;
  }, [stop, near]);

  const light = (passageId: string | undefined, start: number, end: number) => {
    const passage = passages.find(({ id }) => id === passageId);
    if (passage) lightWords(passage, { documentId: document.id, passageId: passage.id, start, end });
  };

  const onClick = (event: MouseEvent) => {
    const target = event.target instanceof Element ? event.target : null;
    const hit = target?.closest<HTMLElement>('[data-end], [data-whole]');
    if (!hit || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (selectedWords(event.currentTarget as HTMLElement)) return;
    const passageId = hit.closest<HTMLElement>('[data-passage]')?.dataset.passage;
    const { start, end, stop: name, whole } = hit.dataset;
    if (whole !== undefined) return light(passageId, 0, Number(whole));
    const from = Number(start ?? name?.split(' ')[1]);
    light(passageId, from, Number(end));
    if (passageId) setStop({ passageId, kind: start === undefined ? 'sentence' : 'mark', start: from });
  };

  const onPointerUp = (event: MouseEvent) => {
    const column = event.currentTarget as HTMLElement;
    // The browser settles what is selected after this event.
    requestAnimationFrame(() => {
      const selected = selectedWords(column);
      if (selected) light(selected.passageId, selected.start, selected.end);
    });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const arrow = ARROWS[event.key];
    const isOnStop = event.target instanceof HTMLElement && event.target.dataset.stop !== undefined;
    if (!arrow || !stop || !isOnStop || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey)
      return;
    event.preventDefault();
    goTo(findStop(passages, stop, ...arrow));
  };
  const goTo = (next: Stop | null) => {
    if (!next) return;
    wantsFocus.current = true;
    setStop(next);
  };

  return (
    <section
      ref={scroller}
      className={styles.column}
      aria-label={document.title}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      onClick={onClick}
      onPointerUp={onPointerUp}
      onKeyDown={onKeyDown}
    >
      {head(answer)}
      {passages.map((passage) => {
        const isStopHere = stop?.passageId === passage.id;
        const isNear = near.has(passage.id) || isStopHere || words?.passageId === passage.id;
        return (
          <PassageBlock
            key={passage.id}
            documentId={document.id}
            passage={passage}
            isNear={isNear}
            roughHeight={Math.ceil(passage.text.length / CHARACTERS_PER_LINE) * LINE_HEIGHT}
            stop={isStopHere ? stop : null}
            selection={isNear ? selection : null}
            lit={isNear ? lit : null}
          />
        );
      })}
    </section>
  );
}
