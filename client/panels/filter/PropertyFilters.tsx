import { useMemo, useState } from 'react';
import type { GraphNode, Relationship } from '../../../server/contract/graph.ts';
import type { PropertyOwner } from '../../workspace/workspace-content.ts';
import { text } from '../text.ts';
import { useWorkspace } from '../use-workspace.ts';
import styles from './filter.module.css';
import { PropertyForm } from './PropertyForm.tsx';

/** Every property that occurs, each to be opened and filtered by. */
export function PropertyFilters({ owner }: { owner: PropertyOwner }) {
  const things = useWorkspace((state) => state.content[owner]);
  const filters = useWorkspace((state) => state.content.filters.properties[owner]);
  const names = useMemo(() => namesIn(things, [...filters.keys()]), [things, filters]);
  if (names.length === 0) return null;
  return (
    <fieldset className={styles.section}>
      <legend>{text.properties.heading[owner]}</legend>
      {names.map((name) => (
        <Property key={name} owner={owner} name={name} active={filters.has(name)} />
      ))}
    </fieldset>
  );
}

function Property({ owner, name, active }: { owner: PropertyOwner; name: string; active: boolean }) {
  const [open, setOpen] = useState(active);
  return (
    <details className={styles.property} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={styles.propertyName}>
        {name}
        {active && <span className={styles.active}>{text.properties.active}</span>}
      </summary>
      {open && <PropertyForm owner={owner} property={name} />}
    </details>
  );
}

function namesIn(
  things: ReadonlyMap<string, GraphNode | Relationship>,
  filtered: readonly string[],
): string[] {
  const names = new Set(filtered);
  for (const { properties } of things.values()) for (const name of Object.keys(properties)) names.add(name);
  return [...names].sort((one, other) => one.localeCompare(other));
}
