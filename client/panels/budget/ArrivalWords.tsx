import { Button, Progress } from '@mantine/core';
import type { Arrival } from '../../api/load-graph.ts';
import { text } from '../text.ts';
import styles from './budget.module.css';

/** Share of the whole wait that the nodes take; the rest is for what ties them. */
const NODES_SHARE = 30;

/** How much of a graph has come, and a way to stop. */
export function ArrivalWords({ arrival, onStop }: { arrival: Arrival; onStop(): void }) {
  const { nodes, nodesToCome, relationships, relationshipsToCome } = arrival;
  const words =
    nodes < nodesToCome
      ? text.budget.arriving(nodes, nodesToCome)
      : relationshipsToCome === null
        ? text.budget.waitingForLinks(nodes)
        : text.budget.arrivingLinks(relationships, relationshipsToCome);
  const share =
    (nodes / Math.max(nodesToCome, 1)) * NODES_SHARE +
    (relationships / Math.max(relationshipsToCome ?? 1, 1)) * (100 - NODES_SHARE);
  return (
    <>
      <Progress className={styles.progress} value={share} aria-label={text.canvas.loading} size="sm" />
      <p>{words}</p>
      <Button variant="default" onClick={onStop}>
        {text.budget.stop}
      </Button>
    </>
  );
}
