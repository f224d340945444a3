import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PathQuestion } from '../../../server/contract/paths.ts';
import { plainReasons } from '../../api/api-problem.ts';
import { surroundingsQuery } from '../../api/queries.ts';
import type { NodeName } from '../../workspace/workspace.ts';
import { attempt } from '../acts/attempt.ts';
import { ChosenField } from '../chosen/ChosenField.tsx';
import { text } from '../text.ts';
import { setGroupOptions, useGroupOptions } from '../trace/group-options.ts';
import { MOST_HOPS } from '../trace/group-question.ts';
import { statusesWith } from '../trace/statuses-with.ts';
import styles from '../trace/trace.module.css';
import { useWorkspace } from '../use-workspace.ts';
import { drawSurroundings, keepOnlySurroundings, MOST_DRAWN, useSurroundings } from './draw-surroundings.ts';
import { ExpandLinks } from './ExpandLinks.tsx';

/** As the contract has it. */
const MOST_CENTRES = 100;
const HOPS = Array.from({ length: MOST_HOPS }, (_, i) => i + 1);
const DIRECTIONS = ['any', 'out'] as const;

/** Everything within some links of the chosen nodes, or of the selected one, counted before it is drawn. */
export function AroundPanel() {
  const chosen = useWorkspace((state) => state.chosen);
  const selected = useWorkspace(({ selection, content }) =>
    selection?.kind === 'node' ? content.nodes.get(selection.id) : undefined,
  );
  const { hops, direction, background } = useGroupOptions();
  const centre: readonly NodeName[] = chosen.length > 0 ? chosen : selected ? [selected] : [];
  const request = {
    nodeIds: centre.map(({ id }) => id),
    hops,
    direction,
    statuses: statusesWith(background),
  };
  const [only] = centre;
  return (
    <div className={styles.task}>
      <p className={styles.soft}>{text.around.intro}</p>
      <ChosenField />
      <NativeSelect
        label={text.around.within}
        value={String(hops)}
        data={HOPS.map((each) => ({ value: String(each), label: text.around.hops(each) }))}
        onChange={(event) => setGroupOptions({ hops: Number(event.currentTarget.value) })}
      />
      <NativeSelect
        label={text.paths.direction}
        value={direction}
        data={DIRECTIONS.map((value) => ({ value, label: text.paths.directions[value] }))}
        onChange={(event) =>
          setGroupOptions({ direction: event.currentTarget.value === 'out' ? 'out' : 'any' })
        }
      />
      <Checkbox
        size="xs"
        label={text.chosen.background}
        checked={background}
        onChange={(event) => setGroupOptions({ background: event.currentTarget.checked })}
      />
      {centre.length === 0 || centre.length > MOST_CENTRES ? (
        <p className={styles.small}>
          {centre.length === 0 ? text.around.need : text.chosen.tooMany(MOST_CENTRES)}
        </p>
      ) : (
        <Counted centre={centre} request={request} />
      )}
      {only && centre.length === 1 && <ExpandLinks key={only.id} node={only} />}
    </div>
  );
}

interface CountedProps {
  centre: readonly NodeName[];
  request: { nodeIds: string[]; hops: number; direction: 'any' | 'out'; statuses: PathQuestion['statuses'] };
}

function Counted({ centre, request }: CountedProps) {
  const query = useQuery(surroundingsQuery(request));
  const drawn = useSurroundings((state) => state.drawn);
  const [drawing, setDrawing] = useState(false);
  if (query.isPending) return <p role="status">{text.around.counting}</p>;
  if (query.isError) return <p role="alert">{plainReasons(query.error)}</p>;
  const { nodeCount, relationshipCount, levels, truncated } = query.data;
  const draw = async () => {
    setDrawing(true);
    await attempt(() => drawSurroundings(centre, request));
    setDrawing(false);
  };
  const isDrawn = drawn !== null && JSON.stringify(drawn.request) === JSON.stringify(request);
  return (
    <section className={styles.answer} aria-label={text.around.results}>
      <p role="status">
        {text.around.found(nodeCount, relationshipCount, request.hops)}
        {truncated && ` ${text.around.atLeast}`}
      </p>
      {levels.length > 1 && (
        <p className={styles.small}>
          {levels.map((count, index) => text.around.level(count, index + 1)).join(', ')}
        </p>
      )}
      {nodeCount > MOST_DRAWN ? (
        <p>{text.around.tooMany(MOST_DRAWN)}</p>
      ) : (
        <div className={styles.acts}>
          <Button loading={drawing} onClick={draw}>
            {text.around.draw}
          </Button>
          {isDrawn && (
            <Button variant="default" onClick={keepOnlySurroundings}>
              {text.around.keepOnly}
            </Button>
          )}
        </div>
      )}
      {isDrawn && <p>{drawn.newcomers === 0 ? text.around.allDrawn : text.around.drawn(drawn.newcomers)}</p>}
    </section>
  );
}
