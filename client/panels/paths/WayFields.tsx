import { IconGripVertical } from '@tabler/icons-react';
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import type { NodeName } from '../../workspace/workspace.ts';
import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';
import { type DraftQuestion, fieldOfPlace, movePlace } from './draft-question.ts';
import { NodeField } from './NodeField.tsx';
import styles from './paths.module.css';
import type { ChangeDraft } from './paths-store.ts';

interface Props {
  draft: DraftQuestion;
  change: ChangeDraft;
  errorOf(field: string): string | undefined;
}

/** From, the stops, and To in the order of the way; with a stop in between each can be moved by drag or arrow keys. */
export function WayFields({ draft, change, errorOf }: Props) {
  const { from, via, to } = draft;
  const list = useRef<HTMLDivElement>(null);
  const last = via.length + 1;
  const places = [from, ...via, to];
  const labelOf = (index: number) =>
    index === 0 ? text.paths.from : index === last ? text.paths.to : text.paths.via(index, via.length);

  const errorOfPlace = (index: number) => {
    const field = fieldOfPlace(draft, index);
    return field === null ? undefined : errorOf(field);
  };

  const put = (index: number, node: NodeName | null) => {
    if (index === 0) change({ from: node });
    else if (index === last) change({ to: node });
    else change((now) => ({ via: now.via.map((stop, i) => (i === index - 1 ? node : stop)) }));
  };
  const move = (index: number, target: number) => {
    if (target < 0 || target > last || target === index) return;
    change(movePlace(draft, index, target));
    const name = places[index]?.caption ?? labelOf(index);
    useScreen.getState().announce(text.paths.moved(name, target + 1, last + 1));
    list.current?.querySelectorAll<HTMLElement>('[data-grip]')[target]?.focus();
  };

  return (
    <div className={styles.fields} ref={list} data-movable={via.length > 0 || undefined}>
      {places.map((place, index) => {
        const label = labelOf(index);
        const isStop = index > 0 && index < last;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a place is its number on the way
          <div key={index} className={styles.place} data-place>
            {via.length > 0 && (
              <Grip
                words={text.paths.move(place?.caption ?? label)}
                onStep={(by) => move(index, index + by)}
                onDrop={(target) => move(index, target)}
                rows={() => [...(list.current?.querySelectorAll('[data-place]') ?? [])]}
              />
            )}
            <NodeField
              label={label}
              value={place}
              onChange={(node) => put(index, node)}
              error={errorOfPlace(index)}
              className={styles.field}
              {...(isStop
                ? {
                    onRemove: () => change({ via: via.toSpliced(index - 1, 1) }),
                    removeWords: text.paths.removeVia(index),
                  }
                : {})}
            />
          </div>
        );
      })}
    </div>
  );
}

interface GripProps {
  words: string;
  onStep(by: -1 | 1): void;
  /** Dropped over the place with this number. */
  onDrop(target: number): void;
  rows(): Element[];
}

/** Moves its place: arrow keys by one, a drag to the place that it ends over. */
function Grip({ words, onStep, onDrop, rows }: GripProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    onStep(event.key === 'ArrowUp' ? -1 : 1);
  };
  const onPointerUp = (event: PointerEvent<HTMLButtonElement>) => {
    const over = rows().findIndex((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      return event.clientY >= top && event.clientY < bottom;
    });
    if (over !== -1) onDrop(over);
  };
  return (
    <button
      type="button"
      data-grip
      className={styles.grip}
      aria-label={words}
      title={words}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerUp={onPointerUp}
    >
      <IconGripVertical size={14} aria-hidden />
    </button>
  );
}
