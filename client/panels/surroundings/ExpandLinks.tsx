import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { nodeQuery } from '../../api/queries.ts';
import { visibleGraph } from '../../workspace/visible-graph.ts';
import type { NodeName } from '../../workspace/workspace.ts';
import { attempt } from '../acts/attempt.ts';
import { EXPAND_LIMIT, expandAmongDrawn, expandNode } from '../acts/expand-node.ts';
import { countLinksOf } from '../details/group-links.ts';
import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';
import styles from '../trace/trace.module.css';
import { useWorkspace } from '../use-workspace.ts';

/** Adds the links of one node: the next ones that are missing, or only those to what is shown. */
export function ExpandLinks({ node }: { node: NodeName }) {
  const query = useQuery(nodeQuery(node.id));
  const relationships = useWorkspace((state) => state.content.relationships);
  const drawn = useWorkspace((state) => visibleGraph(state.content).relationships);
  const announce = useScreen((screen) => screen.announce);
  const [said, setSaid] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const all = query.data?.neighbourCounts.reduce((sum, { count }) => sum + count, 0) ?? 0;
  const gathered = countLinksOf(node.id, relationships.values());
  const shown = Math.min(countLinksOf(node.id, drawn), all);
  const hidden = Math.min(gathered, all) - shown;
  const missing = Math.max(0, all - gathered);
  const run = async (act: () => Promise<void>) => {
    setBusy(true);
    setSaid(null);
    await attempt(act);
    setBusy(false);
  };
  return (
    <section className={styles.answer} aria-label={text.around.expand(node.caption)}>
      <h3>{text.around.expand(node.caption)}</h3>
      <p className={styles.small}>{text.details.links(all, shown, hidden)}</p>
      {query.data && missing === 0 && hidden === 0 && <p className={styles.small}>{text.around.allThere}</p>}
      {missing > 0 && (
        <div className={styles.acts}>
          <Button
            variant="default"
            leftSection={<IconPlus size={14} />}
            loading={busy}
            onClick={() => run(() => expandNode(node.id))}
          >
            {text.around.next(Math.min(missing, EXPAND_LIMIT))}
          </Button>
          <Button
            variant="default"
            loading={busy}
            onClick={() =>
              run(async () => {
                const added = await expandAmongDrawn(node.id);
                const words = added === 0 ? text.around.amongNone : text.around.amongSome(added);
                setSaid(words);
                announce(words);
              })
            }
          >
            {text.around.among}
          </Button>
        </div>
      )}
      {said && <p role="status">{said}</p>}
    </section>
  );
}
