import { Button, Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { STATUSES } from '../../../server/contract/evidence.ts';
import { documentsQuery } from '../../api/queries.ts';
import { compareKinds } from '../../look/kinds.ts';
import { formatCount, plainType } from '../../look/words.ts';
import { countContent, type NamedCount } from '../../workspace/count-content.ts';
import { visibleGraph } from '../../workspace/visible-graph.ts';
import type { FilterKind } from '../../workspace/workspace-content.ts';
import { filterOut, showAll } from '../acts/change-canvas.ts';
import { KindIcon } from '../marks/KindIcon.tsx';
import { plainKind } from '../marks/plain-kind.ts';
import { StatusLine } from '../marks/StatusMark.tsx';
import { text } from '../text.ts';
import { useWorkspace } from '../use-workspace.ts';
import styles from './filter.module.css';
import { PropertyFilters } from './PropertyFilters.tsx';
import { UnlinkedNodes } from './UnlinkedNodes.tsx';

/** Hides and shows what is gathered, by kind, type, status and properties, and by document where there are several. */
export function FilterPanel() {
  const content = useWorkspace((state) => state.content);
  const counts = useMemo(() => countContent(content), [content]);
  const titles = useQuery(documentsQuery).data?.documents ?? [];
  const titleOf = (id: string) => titles.find((document) => document.id === id)?.title ?? id;
  const { hiddenNodeCount, hiddenRelationshipCount } = visibleGraph(content);
  if (content.nodes.size === 0) return <p className={styles.note}>{text.filter.nothing}</p>;
  const isSomethingHidden = hiddenNodeCount + hiddenRelationshipCount > 0;
  const statuses = STATUSES.flatMap((status) => counts.statuses.filter(({ name }) => name === status));
  return (
    <div className={styles.panel}>
      <div className={styles.sum}>
        <span>
          {isSomethingHidden
            ? text.legend.hidden(hiddenNodeCount, hiddenRelationshipCount)
            : text.filter.nothingHidden}
        </span>
        {isSomethingHidden && (
          <Button variant="default" size="compact-sm" onClick={showAll}>
            {text.filter.showAll}
          </Button>
        )}
      </div>
      <UnlinkedNodes />
      <Section
        kind="labels"
        heading={text.filter.labels}
        items={counts.labels.toSorted((a, b) => compareKinds(a.name, b.name))}
        mark={(name) => <KindIcon label={name} size={16} />}
        words={plainKind}
      />
      {counts.documents.length > 1 && (
        <Section
          kind="documents"
          heading={text.filter.documents}
          items={counts.documents}
          words={titleOf}
          countWords={text.filter.documentCount}
        />
      )}
      <Section
        kind="statuses"
        heading={text.filter.statuses}
        items={statuses}
        mark={(name) =>
          STATUSES.filter((each) => each === name).map((status) => (
            <StatusLine key={status} status={status} />
          ))
        }
        words={(name) =>
          STATUSES.filter((each) => each === name).map((status) => text.status[status])[0] ?? name
        }
      />
      <Section kind="types" heading={text.filter.types} items={counts.types} words={plainType} />
      <PropertyFilters owner="nodes" />
      <PropertyFilters owner="relationships" />
    </div>
  );
}

interface SectionProps {
  kind: FilterKind;
  heading: string;
  items: readonly NamedCount[];
  mark?(name: string): ReactNode;
  words(name: string): string;
  /** What is counted, where a number alone would not say it. */
  countWords?(count: number): string;
}

function Section({ kind, heading, items, mark, words, countWords = formatCount }: SectionProps) {
  const hidden = useWorkspace((state) => state.content.filters[kind]);
  if (items.length === 0) return null;
  return (
    <fieldset className={styles.section}>
      <legend>{heading}</legend>
      {items.map(({ name, count }) => (
        <div key={name} className={styles.line}>
          <Checkbox
            size="xs"
            checked={!hidden.has(name)}
            onChange={(event) => filterOut(kind, name, !event.currentTarget.checked, words(name))}
            label={
              <span className={styles.label}>
                {mark?.(name)}
                {words(name)}
              </span>
            }
          />
          <span className={styles.count}>{countWords(count)}</span>
        </div>
      ))}
    </fieldset>
  );
}
