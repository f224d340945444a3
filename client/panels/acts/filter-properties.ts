import type { PropertyFilter } from '../../workspace/property-filter.ts';
import { setPropertyFilter } from '../../workspace/steps/set-property-filter.ts';
import { workspace } from '../../workspace/workspace.ts';
import type { PropertyOwner } from '../../workspace/workspace-content.ts';
import { text } from '../text.ts';

/** With more on the canvas than this, a range that is being drawn takes effect when it is let go. */
const LIVE_AT_MOST = 5000;

/**
 * Filters by a property. What is not settled yet replaces itself in the history, so that drawing a range, or typing a
 * word, is one step.
 */
export function filterProperty(
  owner: PropertyOwner,
  property: string,
  filter: PropertyFilter,
  settled = true,
): void {
  const { content, replaceStep, settleStep } = workspace.getState();
  const group = `filter ${owner} ${property}`;
  const name = text.steps.filterBy(property);
  const size = content.nodes.size + content.relationships.size;
  if (settled || size <= LIVE_AT_MOST) {
    replaceStep(name, group, setPropertyFilter(owner, property, filter));
  }
  if (settled) settleStep(name, group);
}

/** Shows again all that a property hides. */
export function clearPropertyFilter(owner: PropertyOwner, property: string): void {
  workspace
    .getState()
    .step(
      text.steps.filterByNone(property),
      setPropertyFilter(owner, property, { rule: null, hidesMissing: false }),
    );
}
