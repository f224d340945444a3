import { useEffect, useMemo } from 'react';
import { scaleGradient } from '../../look/number-scale.ts';
import { formatCount } from '../../look/words.ts';
import { visibleGraph } from '../../workspace/visible-graph.ts';
import { workspace } from '../../workspace/workspace.ts';
import type { MeasureName } from '../../workspace/workspace-content.ts';
import { colourBy, sizeBy } from '../acts/set-looks.ts';
import { FoldedList } from '../legend/FoldedList.tsx';
import { useScheme } from '../marks/use-scheme.ts';
import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';
import { useWorkspace } from '../use-workspace.ts';
import styles from './look.module.css';
import { type Group, groupsOf, middleOf, type NumberScale, scaleOf } from './look-of-nodes.ts';
import { formatMeasure, isMeasure, meaningOfMeasure, nameOfMeasure } from './measure-names.ts';
import { keepMeasures, type MeasureValues, stopMeasure, useMeasures } from './measures-store.ts';

/** What colours and sizes tell where it is not the usual, as a part of the legend. */
export function LookLegend() {
  const { colour, size } = useWorkspace((state) => state.content.appearance);
  if (colour === null && size === null) return null;
  return (
    <div className={styles.legend}>
      {colour !== null && isMeasure(colour) && <Told measure={colour} by="colour" />}
      {size !== null && isMeasure(size) && <Told measure={size} by="size" />}
    </div>
  );
}

function Told({ measure, by }: { measure: MeasureName; by: 'colour' | 'size' }) {
  const state = useMeasures((states) => states.get(measure));
  const visible = useWorkspace((each) => visibleGraph(each.content));
  const announce = useScreen((screen) => screen.announce);
  const name = nameOfMeasure(measure);
  const end = by === 'colour' ? colourBy : sizeBy;
  const values = state?.values ?? null;
  const isComputing = state?.computing != null;
  useEffect(() => {
    if (isComputing) announce(text.look.computing(name, null));
  }, [isComputing, name, announce]);
  const percent = state?.computing?.progress;
  return (
    <div className={styles.told}>
      <span className={styles.name} title={meaningOfMeasure(measure)}>
        {by === 'colour' ? text.look.colour : text.look.size} {name}
      </span>
      {!state?.computing && (
        <button type="button" className={styles.act} onClick={() => end(null)}>
          {by === 'colour' ? text.look.byKind : text.look.usualSize}
        </button>
      )}
      {state?.computing ? (
        <>
          <span role="status">
            {text.look.computing(name, percent == null ? null : Math.round(percent * 100))}
          </span>
          <button
            type="button"
            className={styles.act}
            onClick={() => {
              stopMeasure(measure);
              end(null);
            }}
          >
            {text.look.cancel}
          </button>
        </>
      ) : state?.error ? (
        <>
          <span role="alert">{text.look.failed(name)}</span>
          <button type="button" className={styles.act} onClick={() => keepMeasures([measure], visible)}>
            {text.look.retry}
          </button>
        </>
      ) : null}
      {values &&
        (by === 'size' ? (
          <Sizes scale={scaleOf(measure, values, visible.nodes.length)} measure={measure} />
        ) : measure === 'community' ? (
          <Groups values={values} />
        ) : (
          <Scale scale={scaleOf(measure, values, visible.nodes.length)} measure={measure} />
        ))}
      {values?.sampled !== undefined && (
        <span className={styles.soft}>{text.look.estimated(values.sampled, values.numbers.size)}</span>
      )}
    </div>
  );
}

function Scale({ scale, measure }: { scale: NumberScale; measure: MeasureName }) {
  const scheme = useScheme();
  const name = nameOfMeasure(measure);
  const [low, middle, high] = [scale.low, middleOf(scale), scale.high].map((number) =>
    formatMeasure(measure, number),
  );
  return (
    <span className={styles.scale} role="img" aria-label={text.look.scale(name, low ?? '', high ?? '')}>
      <span>{low}</span>
      <span className={styles.ramp} style={{ background: scaleGradient(scheme) }}>
        <span className={styles.middle} />
      </span>
      <span>{high}</span>
      <span className={styles.soft}>{text.look.middle(middle ?? '')}</span>
      {scale.missing > 0 && <span className={styles.soft}>{text.look.without(scale.missing)}</span>}
    </span>
  );
}

function Sizes({ scale, measure }: { scale: NumberScale; measure: MeasureName }) {
  const name = nameOfMeasure(measure);
  const [low, high] = [scale.low, scale.high].map((number) => formatMeasure(measure, number));
  return (
    <span className={styles.scale} role="img" aria-label={text.look.sizes(name, low ?? '', high ?? '')}>
      <span className={styles.disc} style={{ width: 6, height: 6 }} />
      <span>{low}</span>
      <span className={styles.disc} style={{ width: 18, height: 18 }} />
      <span>{high}</span>
      {scale.missing > 0 && <span className={styles.soft}>{text.look.without(scale.missing)}</span>}
    </span>
  );
}

function Groups({ values }: { values: MeasureValues }) {
  const visible = useWorkspace((state) => visibleGraph(state.content));
  const scheme = useScheme();
  const { groups, rest } = useMemo(() => groupsOf(values, visible), [values, visible]);
  const entries = groups.map((group) => ({
    key: group.leader.id,
    entry: (
      <button
        type="button"
        className={styles.group}
        title={text.look.group(group.leader.caption, group.nodeIds.length)}
        onClick={() => lightGroup(group)}
      >
        <span className={styles.disc} style={{ background: group.fill[scheme] }} />
        {text.look.around(group.leader.caption)}
        <span className={styles.soft}>{formatCount(group.nodeIds.length)}</span>
      </button>
    ),
  }));
  if (rest.nodeCount > 0) {
    const words = text.look.rest(rest.groupCount, rest.nodeCount);
    entries.push({ key: '', entry: <span className={styles.soft}>{words}</span> });
  }
  return <FoldedList label={text.look.names.community} rows={2} entries={entries} />;
}

/** The group stands out, with the links within it. */
function lightGroup({ leader, nodeIds }: Group): void {
  const inside = new Set(nodeIds);
  const { content, select } = workspace.getState();
  select(null);
  useScreen.getState().lightPart({
    words: text.look.around(leader.caption),
    nodeIds,
    relationshipIds: visibleGraph(content)
      .relationships.filter(({ source, target }) => inside.has(source) && inside.has(target))
      .map(({ id }) => id),
  });
}
