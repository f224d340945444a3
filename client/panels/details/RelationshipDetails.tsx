import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { GraphNode } from '../../../server/contract/graph.ts';
import type { RelationshipResponse } from '../../../server/contract/relationships.ts';
import { relationshipQuery } from '../../api/queries.ts';
import { formatDate, plainType } from '../../look/words.ts';
import { kindOfNode, statusOf } from '../../workspace/kind-of-node.ts';
import { ownRelationshipDetails } from '../../workspace/own-details.ts';
import { select } from '../acts/select.ts';
import { KindIcon } from '../marks/KindIcon.tsx';
import { Quote } from '../marks/Quote.tsx';
import { StatusMark } from '../marks/StatusMark.tsx';
import { useScreen } from '../screen-store.ts';
import { PanelFailed, PanelLoading } from '../states/PanelState.tsx';
import { text } from '../text.ts';
import { useWorkspace } from '../use-workspace.ts';
import styles from './details.module.css';
import { Facts } from './Facts.tsx';
import { ReadButton } from './ReadButton.tsx';

const TOLD = new Set(['statement', 'status', 'speaker', 'date', 'evidence', 'document', 'documents']);

export function RelationshipDetails({ id }: { id: string }) {
  const content = useWorkspace((state) => state.content);
  const own = ownRelationshipDetails(content, id, plainType);
  const query = useQuery({ ...relationshipQuery(id), enabled: own === undefined });
  if (own) return <Loaded answer={own} />;
  if (query.isPending) return <PanelLoading words={text.details.loading} />;
  if (query.isError) {
    return <PanelFailed heading={text.details.failed} error={query.error} onRetry={() => query.refetch()} />;
  }
  return <Loaded answer={query.data} />;
}

function Loaded({ answer }: { answer: RelationshipResponse }) {
  const { relationship, source, target, sentence, speakerName, evidence } = answer;
  const announce = useScreen((screen) => screen.announce);
  const status = statusOf(relationship);
  const { date } = relationship.properties;

  useEffect(() => announce(sentence), [sentence, announce]);

  return (
    <article className={styles.pane}>
      <h2 className={styles.sentence}>{sentence}</h2>
      <div className={styles.ends}>
        <End node={source} />
        <span className={styles.endType}>↓ {plainType(relationship.type)}</span>
        <End node={target} />
      </div>
      {(status || typeof date === 'string') && (
        <div className={styles.actions}>
          {status && <StatusMark status={status} speaker={speakerName} />}
          {typeof date === 'string' && <span className={styles.soft}>{formatDate(date)}</span>}
        </div>
      )}
      <ReadButton evidence={evidence} />
      {(evidence.length > 0 || status !== null) && (
        <section className={styles.section}>
          <h3 className={styles.sectionHead}>{text.details.evidence}</h3>
          {evidence.map((each) => (
            <Quote key={`${each.passage} ${each.start}`} evidence={each} />
          ))}
          {evidence.length === 0 && (
            <p className={styles.soft}>
              {status === 'background' ? text.details.noEvidence : text.details.noQuote}
            </p>
          )}
        </section>
      )}
      <Facts properties={relationship.properties} told={TOLD} />
    </article>
  );
}

function End({ node }: { node: GraphNode }) {
  return (
    <button
      type="button"
      className={styles.row}
      onClick={() => select({ kind: 'node', id: node.id }, { look: true })}
    >
      <KindIcon label={kindOfNode(node)} />
      {node.caption}
    </button>
  );
}
