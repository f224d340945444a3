import { castDraft } from 'immer';
import { isIdle, type PropertyFilter } from '../property-filter.ts';
import type { PropertyOwner } from '../workspace-content.ts';
import type { Change } from './change.ts';

/** Filters nodes or relationships by a property; a filter that hides nothing is none. */
export function setPropertyFilter(owner: PropertyOwner, property: string, filter: PropertyFilter): Change {
  return (draft) => {
    const filters = draft.filters.properties[owner];
    if (isIdle(filter)) filters.delete(property);
    else filters.set(property, castDraft(filter));
  };
}
