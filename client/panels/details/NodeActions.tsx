import { Button } from '@mantine/core';
import {
  IconCircleDotted,
  IconEyeOff,
  IconFocus2,
  IconPinnedOff,
  IconPlus,
  IconRoute,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { GraphNode } from '../../../server/contract/graph.ts';
import { isNodeVisible } from '../../workspace/visible-graph.ts';
import { attempt } from '../acts/attempt.ts';
import { hideNodes, keepOnlyNeighbours, reveal, unpin } from '../acts/change-canvas.ts';
import { EXPAND_LIMIT, expandNode } from '../acts/expand-node.ts';
import { bringNode } from '../acts/select.ts';
import { lookAt } from '../acts/view-trail.ts';
import { beginTrace } from '../paths/paths-store.ts';
import { text } from '../text.ts';
import { useWorkspace } from '../use-workspace.ts';
import styles from './details.module.css';

interface ActionsProps {
  node: GraphNode;
  /** Links in the whole graph, and how many of them are in the workspace. */
  all: number;
  gathered: number;
}

/** What can be done with a node; where it is not drawn, first of all drawing it. */
export function NodeActions({ node, all, gathered }: ActionsProps) {
  const isGathered = useWorkspace((state) => state.content.nodes.has(node.id));
  const visible = useWorkspace((state) => isNodeVisible(state.content, node.id));
  const pinned = useWorkspace((state) => state.content.pinned.has(node.id));
  const [adding, setAdding] = useState(false);
  const add = async () => {
    setAdding(true);
    await attempt(() => expandNode(node.id));
    setAdding(false);
  };
  const trace = (
    <>
      <Button
        variant="default"
        leftSection={<IconRoute size={14} />}
        onClick={() => beginTrace('from', node)}
      >
        {text.details.traceFrom}
      </Button>
      <Button variant="default" leftSection={<IconRoute size={14} />} onClick={() => beginTrace('to', node)}>
        {text.details.traceTo}
      </Button>
    </>
  );
  if (!visible) {
    return (
      <div className={styles.section}>
        <p className={styles.soft}>{isGathered ? text.details.hiddenNow : text.details.notDrawn}</p>
        <div className={styles.actions}>
          <Button onClick={() => (isGathered ? reveal(node) : attempt(() => bringNode(node)))}>
            {isGathered ? text.details.reveal : text.details.putOnCanvas}
          </Button>
          {trace}
        </div>
      </div>
    );
  }
  return (
    <div className={styles.actions}>
      {trace}
      <Button variant="default" leftSection={<IconFocus2 size={14} />} onClick={() => lookAt([node.id])}>
        {text.details.center}
      </Button>
      {gathered < all && (
        <Button variant="default" leftSection={<IconPlus size={14} />} loading={adding} onClick={add}>
          {all > EXPAND_LIMIT ? text.details.addSome(EXPAND_LIMIT) : text.details.addAll}
        </Button>
      )}
      <Button
        variant="default"
        leftSection={<IconCircleDotted size={14} />}
        title={text.details.isolateMeans}
        onClick={() => keepOnlyNeighbours([node.id])}
      >
        {text.details.isolate}
      </Button>
      <Button variant="default" leftSection={<IconEyeOff size={14} />} onClick={() => hideNodes([node.id])}>
        {text.details.hide}
      </Button>
      {pinned && (
        <Button variant="default" leftSection={<IconPinnedOff size={14} />} onClick={() => unpin([node.id])}>
          {text.details.unpin}
        </Button>
      )}
    </div>
  );
}
