import { Button } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { plainDetail } from '../../api/api-problem.ts';
import { neighboursQuery } from '../../api/queries.ts';
import { formatCount, plainType } from '../../look/words.ts';
import { attempt } from '../acts/attempt.ts';
import { expandNode } from '../acts/expand-node.ts';
import { text } from '../text.ts';
import { useWorkspace } from '../use-workspace.ts';
import styles from './details.module.css';
import type { LinkGroup } from './group-links.ts';
import { NeighbourRow } from './NeighbourRow.tsx';

const ROWS_AT_FIRST = 12;

interface Props {
  nodeId: string;
  group: LinkGroup;
  openAtFirst: boolean;
  /** The node is only here, and so are its links. */
  isOwn?: boolean;
}

/** The links of a node by one type and direction: counted, listed page by page, added to the canvas at once. */
export function NeighbourGroup({ nodeId, group, openAtFirst, isOwn = false }: Props) {
  const [open, setOpen] = useState(openAtFirst);
  const [adding, setAdding] = useState(false);
  const { type, direction, count, gathered } = group;
  const words = plainType(type);
  const Arrow = direction === 'out' ? IconArrowRight : IconArrowLeft;
  const Chevron = open ? IconChevronDown : IconChevronRight;
  const add = async () => {
    setAdding(true);
    await attempt(() => expandNode(nodeId, { type, direction }));
    setAdding(false);
  };
  return (
    <div className={styles.group}>
      <div className={styles.groupHead}>
        <button type="button" className={styles.toggle} aria-expanded={open} onClick={() => setOpen(!open)}>
          <Chevron size={14} aria-hidden style={{ flex: 'none' }} />
          <span className={styles.arrow} role="img" aria-label={text.details[direction]}>
            <Arrow size={14} aria-hidden />
          </span>
          <span className={styles.typeName}>{words}</span>
          <span className={styles.count}>{formatCount(count)}</span>
        </button>
        {gathered < count && (
          <Button
            variant="default"
            size="compact-xs"
            loading={adding}
            aria-label={text.details.addGroup(count, words)}
            onClick={add}
          >
            {text.details.add}
          </Button>
        )}
      </div>
      {open && (isOwn ? <OwnRows nodeId={nodeId} group={group} /> : <Rows nodeId={nodeId} group={group} />)}
    </div>
  );
}

/** The links of a node that is only here, as the workspace has them. */
function OwnRows({ nodeId, group }: Pick<Props, 'nodeId' | 'group'>) {
  const content = useWorkspace((state) => state.content);
  const [shown, setShown] = useState(ROWS_AT_FIRST);
  const { type, direction } = group;
  const [near, far] = direction === 'out' ? (['source', 'target'] as const) : (['target', 'source'] as const);
  const links = [...content.relationships.values()].filter(
    (link) => link.type === type && link[near] === nodeId,
  );
  return (
    <>
      <ul className={styles.rows}>
        {links.slice(0, shown).map((link) => (
          <NeighbourRow key={link.id} relationship={link} neighbour={content.nodes.get(link[far])} />
        ))}
      </ul>
      {links.length > shown && (
        <Button variant="default" size="compact-xs" mb={8} ml={18} onClick={() => setShown(links.length)}>
          {text.app.showMore}
        </Button>
      )}
    </>
  );
}

function Rows({ nodeId, group }: Pick<Props, 'nodeId' | 'group'>) {
  const query = useInfiniteQuery(neighboursQuery(nodeId, group.type, group.direction));
  if (query.isPending) return <p className={styles.soft}>{text.details.loading}</p>;
  if (query.isError && !query.data) return <p className={styles.soft}>{plainDetail(query.error)}</p>;
  const nodes = new Map(query.data.pages.flatMap((page) => page.graph.nodes).map((node) => [node.id, node]));
  return (
    <>
      <ul className={styles.rows}>
        {query.data.pages
          .flatMap((page) => page.graph.relationships)
          .map((relationship) => (
            <NeighbourRow
              key={relationship.id}
              relationship={relationship}
              neighbour={nodes.get(group.direction === 'out' ? relationship.target : relationship.source)}
            />
          ))}
      </ul>
      {query.hasNextPage && (
        <Button
          variant="default"
          size="compact-xs"
          mb={8}
          ml={18}
          loading={query.isFetchingNextPage}
          onClick={() => query.fetchNextPage()}
        >
          {text.app.showMore}
        </Button>
      )}
    </>
  );
}
