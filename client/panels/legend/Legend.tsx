import { useMemo } from 'react';
import { compareKinds } from '../../look/kinds.ts';
import { formatCount } from '../../look/words.ts';
import { countContent } from '../../workspace/count-content.ts';
import { visibleGraph } from '../../workspace/visible-graph.ts';
import { filterOut, showAll } from '../acts/change-canvas.ts';
import { KindIcon } from '../marks/KindIcon.tsx';
import { plainKind } from '../marks/plain-kind.ts';
import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';
import { useWorkspace } from '../use-workspace.ts';
import styles from './legend.module.css';

/** Kinds listed here at most; the Filter panel has them all. */
const MOST = 14;

/** What the colours and pictograms mean, how many there are, and what is hidden. A click hides or shows a kind. */
export function Legend() {
  const content = useWorkspace((state) => state.content);
  const light = useScreen((screen) => screen.light);
  const openLeft = useScreen((screen) => screen.openLeft);
  const labels = useMemo(() => countContent(content).labels, [content]);
  const graph = visibleGraph(content);
  if (content.nodes.size === 0) return null;
  const listed = labels.slice(0, MOST).sort((a, b) => compareKinds(a.name, b.name));
  const isSomethingHidden = graph.hiddenNodeCount > 0 || graph.hiddenRelationshipCount > 0;
  return (
    <section className={styles.legend} aria-label={text.legend.heading}>
      <ul className={styles.kinds}>
        {listed.map(({ name, count }) => {
          const hidden = content.filters.labels.has(name);
          return (
            <li key={name}>
              <button
                type="button"
                className={styles.kind}
                aria-pressed={!hidden}
                title={hidden ? text.legend.show(plainKind(name)) : text.legend.hide(plainKind(name))}
                data-hidden={hidden || undefined}
                onClick={() => filterOut('labels', name, !hidden)}
                onMouseEnter={() => light(hidden ? null : name)}
                onMouseLeave={() => light(null)}
                onFocus={(event) =>
                  event.currentTarget.matches(':focus-visible') && light(hidden ? null : name)
                }
                onBlur={() => light(null)}
              >
                <KindIcon label={name} size={16} />
                <span className={styles.name}>{plainKind(name)}</span>
                <span className={styles.count}>{formatCount(count)}</span>
              </button>
            </li>
          );
        })}
        {labels.length > MOST && (
          <li>
            <button type="button" className={styles.kind} onClick={() => openLeft('filter')}>
              {text.legend.more(labels.length - MOST)}
            </button>
          </li>
        )}
      </ul>
      <p className={styles.sum}>
        <span>{text.legend.drawn(graph.nodes.length, graph.relationships.length)}</span>
        {isSomethingHidden && (
          <>
            <span aria-hidden> · </span>
            <span>{text.legend.hidden(graph.hiddenNodeCount, graph.hiddenRelationshipCount)}</span>
            <button type="button" className={styles.showAll} onClick={showAll}>
              {text.legend.showAll}
            </button>
          </>
        )}
      </p>
    </section>
  );
}
