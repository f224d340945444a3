import { plainType } from '../../look/words.ts';

/** A label as a word of its own: `SourceDocument` reads "Source document". */
export function plainKind(label: string): string {
  const words = plainType(label);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
