import { Checkbox } from '@mantine/core';
import { visibleGraph } from '../../workspace/visible-graph.ts';
import { hideUnlinkedNodes } from '../acts/change-canvas.ts';
import { text } from '../text.ts';
import { useWorkspace } from '../use-workspace.ts';

/** Hides the nodes too that what is hidden left without a link; there only where there are such nodes. */
export function UnlinkedNodes({ className }: { className?: string | undefined }) {
  const isOn = useWorkspace((state) => state.content.filters.unlinked);
  const count = useWorkspace((state) => visibleGraph(state.content).unlinkedNodeCount);
  if (count === 0 && !isOn) return null;
  return (
    <Checkbox
      size="xs"
      className={className ?? ''}
      checked={isOn}
      label={text.filter.unlinked(count)}
      onChange={(event) => hideUnlinkedNodes(event.currentTarget.checked)}
    />
  );
}
