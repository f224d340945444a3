import type { FileHead } from './file-head.ts';
import type { GraphBuilder } from './graph-builder.ts';
import type { ImportProblems } from './import-problems.ts';
import { JsonObject, type JsonSource, type JsonValue } from './json-source.ts';

/** What the readers of the forms of JSON share. */
export interface JsonReading {
  source: JsonSource;
  builder: GraphBuilder;
  problems: ImportProblems;
  head: FileHead;
}

/** The members of a list that are objects; a problem for every other. */
export function objectsIn(
  list: JsonValue | undefined,
  field: string,
  { problems, source }: JsonReading,
  within: JsonObject,
): JsonObject[] {
  if (list === undefined) return [];
  if (!Array.isArray(list)) return problems.stop('must be a list', source.placeOf(within), field);
  return list.filter((item, at): item is JsonObject => {
    if (item instanceof JsonObject) return true;
    problems.add('must be an object', source.placeOf(within), `${field}[${at}]`);
    return false;
  });
}
