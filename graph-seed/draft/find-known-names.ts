import type { DatasetEntity, DatasetPassage } from '../dataset.ts';

/** Where a text uses a name or an alias that other documents know. */
export interface KnownMention {
  entity: DatasetEntity;
  name: string;
  passage: number;
  start: number;
  end: number;
}

/** Finds names and aliases as whole words, exactly as written; of two that overlap the longer counts. */
export function findKnownNames(
  passages: readonly DatasetPassage[],
  entities: readonly DatasetEntity[],
): KnownMention[] {
  const bearers = bearersByName(entities);
  return passages.flatMap(({ number, text }) => {
    const found = [...bearers].flatMap(([name, entity]) =>
      placesOfName(name, text).map((start) => ({
        entity,
        name,
        passage: number,
        start,
        end: start + name.length,
      })),
    );
    return longestOf(found);
  });
}

/** A name belongs to the entity that has it as its name before those that have it as an alias. */
function bearersByName(entities: readonly DatasetEntity[]): Map<string, DatasetEntity> {
  const bearers = new Map<string, DatasetEntity>();
  for (const entity of entities) {
    for (const alias of entity.aliases) if (!bearers.has(alias)) bearers.set(alias, entity);
  }
  for (const entity of [...entities].reverse()) bearers.set(entity.name, entity);
  return bearers;
}

function placesOfName(name: string, text: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + name.length)) {
    if (isBoundary(text, at) && isBoundary(text, at + name.length)) places.push(at);
  }
  return places;
}

/** Words of these scripts stand without spaces between them. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

function isBoundary(text: string, at: number): boolean {
  const around = /(\S?)$/u.exec(text.slice(Math.max(0, at - 2), at))?.[1] ?? '';
  const next = String.fromCodePoint(text.codePointAt(at) ?? 0x20);
  if (UNSPACED.test(around) || UNSPACED.test(next)) return true;
  return !(/[\p{L}\p{M}\p{N}]/u.test(around) && /[\p{L}\p{M}\p{N}]/u.test(next));
}

function longestOf(mentions: readonly KnownMention[]): KnownMention[] {
  const kept: KnownMention[] = [];
  for (const mention of [...mentions].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (last === undefined || mention.start >= last.end) kept.push(mention);
    else if (mention.end - mention.start > last.end - last.start) kept[kept.length - 1] = mention;
  }
  return kept;
}
