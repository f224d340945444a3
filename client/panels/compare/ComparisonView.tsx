import { Button } from '@mantine/core';
import { IconFocus2 } from '@tabler/icons-react';
import { useState } from 'react';
import type { GraphNode } from '../../../server/contract/graph.ts';
import type { Comparison } from '../../../server/contract/neighbourhoods.ts';
import type { HopRelationship } from '../../../server/contract/paths.ts';
import { kindOfNode } from '../../workspace/kind-of-node.ts';
import { attempt } from '../acts/attempt.ts';
import { bringIn } from '../acts/bring-in.ts';
import { lightPart } from '../acts/light-words.ts';
import { KindIcon } from '../marks/KindIcon.tsx';
import { LinkLine } from '../paths/LinkLine.tsx';
import { text } from '../text.ts';
import styles from '../trace/trace.module.css';
import type { CompareQuestion } from './compare-question.ts';

const AT_FIRST = 10;

/** What two nodes share, then what each has alone; every tie with its sentence and quote. */
export function ComparisonView({ question, answer }: { question: CompareQuestion; answer: Comparison }) {
  const { a, b } = question;
  const { totals } = answer;
  const nodes = new Map(answer.graph.nodes.map((node) => [node.id, node]));
  return (
    <section className={styles.answer} aria-label={text.compare.results}>
      <h3>{text.compare.common(totals.common)}</h3>
      {answer.common.length > 0 && (
        <div>
          <Button
            variant="default"
            leftSection={<IconFocus2 size={14} />}
            onClick={() => attempt(() => lightCommon(question, answer))}
          >
            {text.compare.light}
          </Button>
        </div>
      )}
      <Neighbours
        total={totals.common}
        items={answer.common.map(({ node, withA, withB }) => ({ node, ties: [...withA, ...withB] }))}
        nodes={nodes}
      />
      <h3>{text.compare.direct}</h3>
      {answer.direct.length === 0 && <p className={styles.soft}>{text.compare.noDirect}</p>}
      {answer.direct.length > 0 && <Ties ties={answer.direct} />}
      {(
        [
          [a, totals.onlyA, answer.onlyA],
          [b, totals.onlyB, answer.onlyB],
        ] as const
      ).map(([side, total, own]) => (
        <details key={side.id} className={styles.fold}>
          <summary>{text.compare.only(side.caption, total)}</summary>
          <Neighbours
            total={total}
            items={own.map(({ node, relationships }) => ({ node, ties: relationships }))}
            nodes={nodes}
          />
        </details>
      ))}
    </section>
  );
}

interface NeighboursProps {
  total: number;
  items: readonly { node: string; ties: readonly HopRelationship[] }[];
  nodes: ReadonlyMap<string, GraphNode>;
}

function Neighbours({ total, items, nodes }: NeighboursProps) {
  const [shown, setShown] = useState(AT_FIRST);
  if (items.length === 0) return <p className={styles.soft}>{text.compare.none}</p>;
  return (
    <>
      <ul className={styles.list}>
        {items.slice(0, shown).map(({ node, ties }) => {
          const known = nodes.get(node);
          return (
            <li key={node} className={styles.item}>
              <h4>
                {known && <KindIcon label={kindOfNode(known)} />}
                {known?.caption ?? node}
              </h4>
              <Ties ties={ties} />
            </li>
          );
        })}
      </ul>
      {shown < items.length && (
        <Button variant="default" onClick={() => setShown(items.length)}>
          {text.app.showMore}
        </Button>
      )}
      {shown >= items.length && items.length < total && (
        <p className={styles.small}>{text.compare.firstOf(items.length, total)}</p>
      )}
    </>
  );
}

function Ties({ ties }: { ties: readonly HopRelationship[] }) {
  return (
    <>
      {ties.map((relationship) => (
        <LinkLine key={relationship.id} relationship={relationship} />
      ))}
    </>
  );
}

/** Puts what both are tied to on the canvas and lets it stand out. */
async function lightCommon({ a, b }: CompareQuestion, { common, graph }: Comparison): Promise<void> {
  const nodeIds = new Set([a.id, b.id, ...common.map(({ node }) => node)]);
  const ties = new Set(common.flatMap(({ withA, withB }) => [...withA, ...withB]).map(({ id }) => id));
  const words = text.compare.step(a.caption, b.caption);
  await bringIn(words, {
    nodes: graph.nodes.filter(({ id }) => nodeIds.has(id)),
    relationships: graph.relationships.filter(({ id }) => ties.has(id)),
  });
  lightPart({ words, nodeIds: [...nodeIds], relationshipIds: [...ties] });
}
