import { RELATIONSHIP_TYPES, type RelationshipType } from '../vocabulary.ts';

/** Where an entity is named; offsets in the passage. */
export interface Named {
  entity: string;
  start: number;
  end: number;
}

/** Two entities that one sentence names. */
export interface ProposedLink {
  from: string;
  to: string;
  type: RelationshipType;
}

/** Said of two names by default: the sentence names both, and somebody has to read how it ties them. */
export const UNREAD: RelationshipType = 'NAMED_WITH';

/** Neighbours in a long list of names are tied only so often. */
const LINKS_AT_MOST = 8;

/** Ties each entity that a sentence names to the next; the type is that of the verb between, where it is plain. */
export function proposeLinks(named: readonly Named[], passage: string): ProposedLink[] {
  const links = new Map<string, ProposedLink>();
  const inOrder = withoutNested(named);
  for (const [index, from] of inOrder.entries()) {
    const to = inOrder[index + 1];
    if (to === undefined || from.entity === to.entity) continue;
    const key = [from.entity, to.entity].sort().join('\n');
    const type = typeBetween(passage.slice(from.end, to.start));
    const known = links.get(key);
    if (known === undefined || (known.type === UNREAD && type !== UNREAD)) {
      links.set(key, { from: from.entity, to: to.entity, type });
    }
  }
  return [...links.values()].slice(0, LINKS_AT_MOST);
}

function withoutNested(named: readonly Named[]): Named[] {
  const sorted = [...named].sort((a, b) => a.start - b.start || b.end - a.end);
  return sorted.filter(({ start }, index) => sorted.slice(0, index).every((other) => other.end <= start));
}

const DOUBT =
  /n['’]t\b|\b(?:not|never|no|neither|nor|without|if|whether|will|would|could|can|may|might|should|must|to|by|and|or|but|be|been|being|was|were|am|are|is)\b|[.;:()]/i;

const VERBS = RELATIONSHIP_TYPES.map(({ type, words }) => ({ type, words }))
  .filter(({ type }) => type !== UNREAD)
  .sort((a, b) => b.words.length - a.words.length);

function typeBetween(words: string): RelationshipType {
  const plain = words.replace(/\s+/g, ' ');
  if (plain.length > 60) return UNREAD;
  const found = VERBS.find((verb) => new RegExp(`(?<!\\p{L})${verb.words}(?!\\p{L})`, 'iu').test(plain));
  if (found === undefined || DOUBT.test(plain.replace(found.words, ''))) return UNREAD;
  return found.type;
}
