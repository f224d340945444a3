import { useMemo, useState } from 'react';
import type { GraphNode } from '../../../server/contract/graph.ts';
import { compareKinds } from '../../look/kinds.ts';
import { formatCount, plainType } from '../../look/words.ts';
import { kindOfNode } from '../../workspace/kind-of-node.ts';
import { sentenceOf } from '../../workspace/sentence-of.ts';
import { visibleGraph } from '../../workspace/visible-graph.ts';
import { select } from '../acts/select.ts';
import { KindIcon } from '../marks/KindIcon.tsx';
import { LinkIcon } from '../marks/LinkIcon.tsx';
import { plainKind } from '../marks/plain-kind.ts';
import { text } from '../text.ts';
import { useWorkspace } from '../use-workspace.ts';
import styles from './find.module.css';

/** Rows of one group that are drawn before "show more". */
const PAGE = 60;

/** Everything on the canvas as a list, by kind, so that the graph can be used without the drawing. */
export function Outline() {
  const graph = useWorkspace((state) => visibleGraph(state.content));
  const names = useWorkspace((state) => state.content.nodes);
  const groups = useMemo(() => groupByKind(graph.nodes), [graph.nodes]);
  const nameOf = (id: string) => names.get(id)?.caption ?? id;
  if (graph.nodes.length === 0) return <p className={styles.note}>{text.find.nothingDrawn}</p>;
  return (
    <section aria-label={text.find.outline}>
      <p className={styles.note}>{text.find.outlineHint}</p>
      {groups.map(([kind, nodes]) => (
        <Group key={kind} heading={plainKind(kind)} icon={<KindIcon label={kind} />} items={nodes}>
          {(node) => (
            <button
              type="button"
              className={styles.row}
              onClick={() => select({ kind: 'node', id: node.id }, { look: true })}
            >
              <span className={styles.hitSentence}>{node.caption}</span>
            </button>
          )}
        </Group>
      ))}
      <Group heading={text.find.outlineLinks} icon={<LinkIcon />} items={graph.relationships}>
        {(relationship) => (
          <button
            type="button"
            className={styles.row}
            onClick={() => select({ kind: 'relationship', id: relationship.id }, { look: true })}
          >
            <span className={styles.hitSentence}>
              {sentenceOf(relationship, nameOf(relationship.source), nameOf(relationship.target), plainType)}
            </span>
          </button>
        )}
      </Group>
    </section>
  );
}

interface GroupProps<T> {
  heading: string;
  icon: React.ReactNode;
  items: readonly T[];
  children(item: T): React.ReactNode;
}

function Group<T extends { id: string }>({ heading, icon, items, children }: GroupProps<T>) {
  const [shown, setShown] = useState(PAGE);
  const [open, setOpen] = useState(false);
  if (items.length === 0) return null;
  return (
    <details className={styles.group} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={styles.groupHead}>
        {icon}
        <span className={styles.groupName}>{heading}</span>
        <span className={styles.count}>{formatCount(items.length)}</span>
      </summary>
      {open && (
        <ul className={styles.list}>
          {items.slice(0, shown).map((item) => (
            <li key={item.id}>{children(item)}</li>
          ))}
        </ul>
      )}
      {open && shown < items.length && (
        <button type="button" className={styles.more} onClick={() => setShown(shown + PAGE)}>
          {text.app.showMore}
        </button>
      )}
    </details>
  );
}

function groupByKind(nodes: readonly GraphNode[]): [string, GraphNode[]][] {
  const groups = new Map<string, GraphNode[]>();
  for (const node of nodes) {
    const kind = kindOfNode(node);
    const group = groups.get(kind);
    if (group) group.push(node);
    else groups.set(kind, [node]);
  }
  for (const group of groups.values()) group.sort((a, b) => a.caption.localeCompare(b.caption));
  return [...groups].sort(([a], [b]) => compareKinds(a, b));
}
