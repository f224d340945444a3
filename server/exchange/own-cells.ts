import type { PropertyValue } from '../contract/graph.ts';
import { type Exact, readExact, restoreProperties } from './exact-values.ts';
import { found } from './import-problems.ts';
import { readPlain } from './plain-values.ts';
import type { ColumnKind } from './property-columns.ts';

/** One value in a file that Throughline wrote, and what the id of its column says. */
export interface OwnCell {
  property: string;
  kind: ColumnKind;
  text: string;
}

/** A node or relationship as it was before it was written. */
export interface OwnElement {
  id: string | undefined;
  caption?: string | undefined;
  labels?: readonly string[] | undefined;
  type?: string | undefined;
  properties: Map<string, PropertyValue>;
}

interface Written {
  /** As it stands in the file. */
  id: string | undefined;
  cells: readonly OwnCell[];
  /** Whether every element has a property `id` that repeats its id. */
  repeatsId: boolean;
  /** What the format does to a text. */
  clean: (text: string) => string;
  /** Gets the property and what is wrong with its text. */
  onProblem: (property: string, message: string) => void;
}

/**
 * Gives back what the writers wrote: plain values by the kinds that the ids of their columns tell, and in the place of
 * those that the format could not hold what the column `throughline` says. A plain value that was edited since wins.
 */
export function readOwnCells({ id, cells, repeatsId, clean, onProblem }: Written): OwnElement {
  const plain = new Map<string, PropertyValue>();
  const texts = new Map<string, string>();
  let exact: Exact | undefined;
  let labels: readonly string[] | undefined;
  for (const { property, kind, text } of cells) {
    if (kind === 'exact') {
      exact = readExact(text);
      if (exact === undefined)
        onProblem('throughline', `${found(text)} is not what Throughline writes there`);
    } else if (kind === 'labels') labels = labelsIn(text);
    else if (kind !== 'same') {
      texts.set(property, text);
      const value = readPlain(kind, text);
      if (value === undefined) onProblem(property, `${found(text)} is not a ${kind}`);
      else plain.set(property, value);
    }
  }
  const properties = exact?.properties === undefined ? plain : restored(plain, exact, texts, clean);
  const trueId = exact?.id ?? id;
  if (repeatsId && trueId !== undefined) properties.set('id', trueId);
  return {
    id: trueId,
    caption: exact?.caption,
    labels: exact?.labels ?? labels,
    type: exact?.type,
    properties,
  };
}

function restored(
  plain: ReadonlyMap<string, PropertyValue>,
  exact: Exact,
  texts: ReadonlyMap<string, string>,
  clean: (text: string) => string,
): Map<string, PropertyValue> {
  const whole = restoreProperties(Object.fromEntries(plain), exact, (property) => texts.get(property), clean);
  return new Map(Object.entries(whole));
}

function labelsIn(text: string): string[] {
  const list = readPlain('list', text);
  return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : [];
}
