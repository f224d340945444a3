import { useMemo } from 'react';
import { STATUSES } from '../../../server/contract/evidence.ts';
import { compareKinds } from '../../look/kinds.ts';
import { countContent } from '../../workspace/count-content.ts';
import { visibleGraph } from '../../workspace/visible-graph.ts';
import { showAll } from '../acts/change-canvas.ts';
import { LookLegend } from '../appearance/LookLegend.tsx';
import { KindIcon } from '../marks/KindIcon.tsx';
import { plainKind } from '../marks/plain-kind.ts';
import { StatusLine } from '../marks/StatusMark.tsx';
import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';
import { useWorkspace } from '../use-workspace.ts';
import { FoldedList } from './FoldedList.tsx';
import { LegendEntry } from './LegendEntry.tsx';
import styles from './legend.module.css';

/** Kinds listed here at most; the Filter panel has them all. */
const MOST = 14;

/**
 * What the colours, pictograms and line styles mean, how many there are of each, and what is hidden. A click hides or
 * shows a kind, or all links that stand in the text in one way.
 */
export function Legend() {
  const content = useWorkspace((state) => state.content);
  const light = useScreen((screen) => screen.light);
  const openLeft = useScreen((screen) => screen.openLeft);
  const { labels, statuses } = useMemo(() => countContent(content), [content]);
  const graph = visibleGraph(content);
  if (content.nodes.size === 0) return null;
  const isColoured = content.appearance.colour !== null;
  const listed = labels.slice(0, MOST).sort((a, b) => compareKinds(a.name, b.name));
  const kinds = listed.map(({ name, count }) => ({
    key: name,
    entry: (
      <LegendEntry
        filter="labels"
        name={name}
        words={plainKind(name)}
        count={count}
        mark={<KindIcon label={name} size={16} plain={isColoured} />}
        onPoint={(pointed) => light(pointed ? name : null)}
      />
    ),
  }));
  if (labels.length > MOST) {
    const more = (
      <button type="button" className={styles.kind} onClick={() => openLeft('filter')}>
        {text.legend.more(labels.length - MOST)}
      </button>
    );
    kinds.push({ key: '', entry: more });
  }
  const ways = STATUSES.filter((status) => statuses.some(({ name }) => name === status)).map((status) => ({
    key: status,
    entry: (
      <LegendEntry
        filter="statuses"
        name={status}
        words={text.legend.statuses[status]}
        count={statuses.find(({ name }) => name === status)?.count ?? 0}
        mark={<StatusLine status={status} />}
      />
    ),
  }));
  const isSomethingHidden = graph.hiddenNodeCount > 0 || graph.hiddenRelationshipCount > 0;
  return (
    <section className={styles.legend} aria-label={text.legend.heading}>
      <div className={styles.groups}>
        <FoldedList label={text.filter.labels} rows={isColoured ? 1 : 2} entries={kinds} />
        {ways.length > 1 && <FoldedList label={text.filter.statuses} rows={1} entries={ways} />}
      </div>
      <LookLegend />
      <p className={styles.sum}>
        <button
          type="button"
          className={styles.showAll}
          title={text.look.heading}
          onClick={() => openLeft('look')}
        >
          {text.look.open}
        </button>
        <span aria-hidden> · </span>
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
