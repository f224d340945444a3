import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { NodeResponse } from '../../../server/contract/nodes.ts';
import { nodeQuery } from '../../api/queries.ts';
import { plainType } from '../../look/words.ts';
import { kindOfNode } from '../../workspace/kind-of-node.ts';
import { ownNodeDetails } from '../../workspace/own-details.ts';
import { visibleGraph } from '../../workspace/visible-graph.ts';
import { KindIcon } from '../marks/KindIcon.tsx';
import { plainKind } from '../marks/plain-kind.ts';
import { Quote } from '../marks/Quote.tsx';
import { useScreen } from '../screen-store.ts';
import { PanelFailed, PanelLoading } from '../states/PanelState.tsx';
import { text } from '../text.ts';
import { useWorkspace } from '../use-workspace.ts';
import styles from './details.module.css';
import { Facts } from './Facts.tsx';
import { countLinksOf, groupLinks } from './group-links.ts';
import { NeighbourGroup } from './NeighbourGroup.tsx';
import { NodeActions } from './NodeActions.tsx';
import { ReadButton } from './ReadButton.tsx';

const TOLD = new Set(['name', 'title', 'aliases', 'summary', 'evidence', 'documents']);
/** With more links than this only the first groups are open. */
const FEW_LINKS = 10;
const QUOTES_AT_FIRST = 3;

export function NodeDetails({ id }: { id: string }) {
  const content = useWorkspace((state) => state.content);
  const own = ownNodeDetails(content, id);
  const query = useQuery({ ...nodeQuery(id), enabled: own === undefined });
  if (own) return <Loaded key={id} answer={own} isOwn />;
  if (query.isPending) return <PanelLoading words={text.details.loading} />;
  if (query.isError) {
    return <PanelFailed heading={text.details.failed} error={query.error} onRetry={() => query.refetch()} />;
  }
  return <Loaded key={id} answer={query.data} />;
}

function Loaded({ answer, isOwn = false }: { answer: NodeResponse; isOwn?: boolean }) {
  const { node, neighbourCounts, evidence } = answer;
  const graph = useWorkspace((state) => visibleGraph(state.content));
  const relationships = useWorkspace((state) => state.content.relationships);
  const announce = useScreen((screen) => screen.announce);
  const [quotes, setQuotes] = useState(QUOTES_AT_FIRST);
  const kind = kindOfNode(node);
  const groups = groupLinks(node.id, neighbourCounts, relationships.values());
  const all = groups.reduce((sum, group) => sum + group.count, 0);
  const gathered = groups.reduce((sum, group) => sum + group.gathered, 0);
  const drawn = countLinksOf(node.id, graph.relationships);
  const { aliases, summary } = node.properties;

  // biome-ignore lint/correctness/useExhaustiveDependencies: said once for each selection, not at each change of the canvas
  useEffect(() => {
    if (useScreen.getState().quiet === node.id) useScreen.setState({ quiet: null });
    else announce(text.details.announceNode(node.caption, plainType(kind), all, drawn));
  }, [node.id]);

  return (
    <article className={styles.pane}>
      <header className={styles.head}>
        <KindIcon label={kind} size={28} />
        <div>
          <h2 className={styles.title}>{node.caption}</h2>
          <div className={styles.kind}>{plainKind(kind)}</div>
        </div>
      </header>
      {typeof summary === 'string' && summary !== '' && <p className={styles.text}>{summary}</p>}
      {Array.isArray(aliases) && aliases.length > 0 && (
        <p className={styles.soft}>
          {text.details.alsoCalled}: {aliases.join(', ')}
        </p>
      )}
      {isOwn && <p className={styles.soft}>{text.import.onlyHereMark}</p>}
      <NodeActions node={node} all={all} gathered={gathered} />
      <section className={styles.section}>
        <h3 className={styles.sectionHead}>{text.details.links(all, drawn, gathered - drawn)}</h3>
        {groups.length === 0 && <p className={styles.soft}>{text.details.noLinks}</p>}
        <div>
          {groups.map((group, index) => (
            <NeighbourGroup
              key={`${group.direction} ${group.type}`}
              nodeId={node.id}
              group={group}
              isOwn={isOwn}
              openAtFirst={all <= FEW_LINKS || index < 2}
            />
          ))}
        </div>
      </section>
      {evidence.length > 0 && (
        <section className={styles.section}>
          <h3 className={styles.sectionHead}>{text.details.named(evidence.length)}</h3>
          <ReadButton evidence={evidence} />
          {evidence.slice(0, quotes).map((each) => (
            <Quote key={`${each.passage} ${each.start}`} evidence={each} />
          ))}
          {evidence.length > quotes && (
            <button type="button" className={styles.statement} onClick={() => setQuotes(evidence.length)}>
              {text.app.showMore}
            </button>
          )}
        </section>
      )}
      <Facts properties={node.properties} told={TOLD} />
    </article>
  );
}
