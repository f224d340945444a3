/**
 * THE list of what a graph of a text is made of. A kind or type that is not here is refused at loading,
 * so that the same thing has the same name in every document.
 */

export const NODE_KINDS = [
  { kind: 'Person', meaning: 'A human being, named' },
  { kind: 'Country', meaning: 'A state; its government and capital are taken for it where the text does so' },
  {
    kind: 'Institution',
    meaning: 'A body that acts or lasts: ministry, armed force, alliance, group of states, school',
  },
  {
    kind: 'Agreement',
    meaning: 'What parties have bound themselves to, or a part of it: treaty, article, pact, framework',
  },
  { kind: 'Document', meaning: 'A written work: strategy, programme, joint statement' },
  {
    kind: 'Policy',
    meaning: 'What somebody means to do, or how: programme, target, limit, capability, rule',
  },
  { kind: 'Event', meaning: 'What happens at some time: visit, summit, speech, war' },
  { kind: 'Place', meaning: 'Somewhere, without being a state: region, sea, island, city' },
  { kind: 'Threat', meaning: 'What endangers somebody or something' },
  { kind: 'Concept', meaning: 'An idea, value, group or condition that the text reasons with' },
] as const;

export const RELATIONSHIP_TYPES = [
  // Who belongs where
  { type: 'LEADS', words: 'leads', meaning: 'Stands at the head of' },
  { type: 'LED', words: 'led', meaning: 'Stood at the head of in an earlier time' },
  {
    type: 'SERVES_IN_GOVERNMENT_OF',
    words: 'serves in the government of',
    meaning: 'Holds an office of state, not the highest',
  },
  { type: 'MEMBER_OF', words: 'is a member of', meaning: 'Belongs to a body or a group of states' },
  { type: 'PART_OF', words: 'is part of', meaning: 'Belongs to a larger whole of its own sort' },
  { type: 'PARTY_TO', words: 'is a party to', meaning: 'Is bound by an agreement' },
  { type: 'ALLIED_WITH', words: 'is allied with', meaning: 'Has promised, and been promised, help in war' },
  { type: 'BASED_IN', words: 'is in', meaning: 'Lies in or has its seat in' },
  { type: 'STATIONED_IN', words: 'is stationed in', meaning: 'Armed forces that are or will be in a place' },
  { type: 'WITHDREW_FROM', words: 'withdrew from', meaning: 'Left a body or an agreement' },

  // What was agreed, written and said
  { type: 'SIGNED', words: 'signed', meaning: 'Concluded an agreement' },
  { type: 'ISSUED', words: 'issued', meaning: 'Gave out a document under its name' },
  { type: 'PRODUCED', words: 'produced', meaning: 'Had as its result' },
  {
    type: 'REVISED',
    words: 'revised',
    meaning: 'Wrote anew or changed an existing document, policy or rule',
  },
  { type: 'GAVE', words: 'gave', meaning: 'Delivered a speech' },
  { type: 'PRAISES', words: 'praises', meaning: 'Speaks well of' },
  { type: 'CRITICIZES', words: 'criticizes', meaning: 'Speaks against the conduct of' },
  { type: 'WEARY_OF', words: 'has heard enough from', meaning: 'Is tired of the requests or warnings of' },
  { type: 'CONDEMNED', words: 'condemned', meaning: 'Declared to be wrong, in public' },
  { type: 'WELCOMED', words: 'welcomed', meaning: 'Received with approval' },
  { type: 'PROMISES', words: 'promises', meaning: 'Gives its word to do or to reach' },
  { type: 'NAMES_AS_CHALLENGE', words: 'names as a challenge', meaning: 'Calls a challenge or a danger' },
  { type: 'FOCUSED_ON', words: 'focused on', meaning: 'Had as its main matter' },
  { type: 'ADDRESSED', words: 'dealt with', meaning: 'Had among its matters' },
  { type: 'FEATURED_IN', words: 'featured in', meaning: 'Was prominent in' },

  // Meeting and travelling
  { type: 'MADE', words: 'made', meaning: 'Undertook a journey or a visit' },
  {
    type: 'TOOK_PART_IN',
    words: 'took part in',
    meaning: 'Was present at an event as one of those concerned',
  },
  { type: 'HOSTS', words: 'hosts', meaning: 'Holds an event in its own house' },
  { type: 'HELD_AT', words: 'took place at', meaning: 'An event and its place or venue' },
  {
    type: 'TOOK_PLACE_IN',
    words: 'took place in',
    meaning: 'An event and the country, city or region of it',
  },
  { type: 'PREPARED', words: 'prepared', meaning: 'Served to make ready' },
  { type: 'PRECEDED', words: 'came before', meaning: 'Happened shortly before and led up to' },

  // Asking and turning to
  { type: 'ASKED', words: 'asked', meaning: 'Put a request to a person' },
  { type: 'CALLED_ON', words: 'called on', meaning: 'Publicly urged somebody to act' },
  { type: 'CALLED_FOR', words: 'called for', meaning: 'Publicly wanted something done' },
  { type: 'CALLED_FOR_RETURN_TO', words: 'called for a return to', meaning: 'Wanted somebody to go back to' },
  {
    type: 'URGED_TO_RETURN_TO',
    words: 'is urged to return to',
    meaning: 'Is asked by another to go back to',
  },
  { type: 'URGED_TO', words: 'is urged to bring about', meaning: 'Is asked by another to do' },
  { type: 'APPEALED_TO', words: 'appealed to', meaning: 'Tried to win over' },
  { type: 'SOUGHT_SUPPORT_FROM', words: 'sought support from', meaning: 'Wanted another to back its plans' },
  { type: 'COOPERATES_WITH', words: 'works with', meaning: 'Acts jointly with' },
  { type: 'RESPONDED_TO', words: 'responded to', meaning: 'Acted because of' },
  { type: 'SUPPORTS', words: 'supports', meaning: 'Helps, or is needed as help for' },
  { type: 'PROVIDES', words: 'provides', meaning: 'Gives or is to give for the use of others' },

  // Policy: what is done, meant and ruled
  { type: 'ADOPTED', words: 'adopted', meaning: 'Took up as its policy' },
  { type: 'PURSUES', words: 'pursues', meaning: 'Works towards, or means to carry out' },
  { type: 'TARGETS', words: 'aims at', meaning: 'Has set itself a figure or state to reach' },
  { type: 'INCREASES', words: 'increases', meaning: 'Makes larger' },
  { type: 'LIFTED', words: 'lifted', meaning: 'Did away with a limit or a ban' },
  { type: 'REPLACES', words: 'replaces', meaning: 'Takes the place of' },
  { type: 'AUTHORIZES', words: 'authorizes', meaning: 'Gives leave to do or to have' },
  { type: 'REQUIRES', words: 'requires', meaning: 'Cannot do or be without' },
  { type: 'LIMITS', words: 'limits', meaning: 'Sets bounds to' },
  { type: 'ESTABLISHES', words: 'establishes', meaning: 'Sets up something new' },
  { type: 'DEVELOPS', words: 'develops', meaning: 'Works out or builds up over time' },
  { type: 'MOBILIZES', words: 'draws on', meaning: 'Brings its means to bear' },
  { type: 'INTEGRATED', words: 'integrated', meaning: 'Joined the parts of into one' },
  { type: 'IMPLEMENTS', words: 'carries out', meaning: 'Puts into practice' },
  { type: 'COVERS', words: 'covers', meaning: 'Has as its subject or takes in' },
  { type: 'CONCERNS', words: 'concerns', meaning: 'Is about' },
  { type: 'APPLIES_TO', words: 'applies to', meaning: 'Is in force for' },
  {
    type: 'COMMITTED_TO_DEFEND_IN',
    words: 'is committed to defence in',
    meaning: 'Has promised defence in a place or domain',
  },

  // Effect on one another
  { type: 'TRANSFORMED', words: 'transformed', meaning: 'Changed thoroughly' },
  { type: 'TRANSFORMS', words: 'transforms', meaning: 'Changes thoroughly, now or in time to come' },
  { type: 'EXPANDED', words: 'expanded', meaning: 'Made wider in reach' },
  { type: 'STRENGTHENS', words: 'strengthens', meaning: 'Makes stronger' },
  { type: 'REAFFIRMED', words: 'reaffirmed', meaning: 'Confirmed what held before' },
  { type: 'INFLUENCED', words: 'influenced', meaning: 'Had an effect on' },
  { type: 'TESTS', words: 'tests', meaning: 'Will show how strong it is' },
  { type: 'PROMOTES', words: 'promotes', meaning: 'Furthers' },
  { type: 'PROTECTS', words: 'protects', meaning: 'Guards against harm' },
  { type: 'DEFENDS', words: 'defends', meaning: 'Stands up for' },
  { type: 'OPPOSES', words: 'opposes', meaning: 'Is against' },
  { type: 'UNDERMINES', words: 'undermines', meaning: 'Weakens from within' },
  { type: 'THREATENS', words: 'threatens', meaning: 'Endangers' },
  { type: 'POSES', words: 'poses', meaning: 'Is the source of a danger' },
  { type: 'WAGES', words: 'wages', meaning: 'Fights a war' },
  { type: 'INVADED', words: 'invaded', meaning: 'Entered with armed force' },
  { type: 'SANCTIONS', words: 'punishes', meaning: 'Acts to make a wrongdoer pay' },
  { type: 'FALLS_SHORT_OF', words: 'falls short of', meaning: 'Does not meet a need or demand' },
  { type: 'CONTRASTS_WITH', words: 'stands in contrast to', meaning: 'Is shown up as unlike' },

  // Not yet read
  {
    type: 'NAMED_WITH',
    words: 'is named with',
    meaning:
      'Stands in one sentence with; what a draft proposes until somebody has read how the two are tied',
  },
] as const;

export type NodeKind = (typeof NODE_KINDS)[number]['kind'];
export type RelationshipType = (typeof RELATIONSHIP_TYPES)[number]['type'];

export const NODE_KIND_NAMES: readonly NodeKind[] = NODE_KINDS.map(({ kind }) => kind);
export const RELATIONSHIP_TYPE_NAMES: readonly RelationshipType[] = RELATIONSHIP_TYPES.map(
  ({ type }) => type,
);

const kinds: ReadonlyMap<string, (typeof NODE_KINDS)[number]> = new Map(
  NODE_KINDS.map((entry) => [entry.kind, entry]),
);
const types: ReadonlyMap<string, (typeof RELATIONSHIP_TYPES)[number]> = new Map(
  RELATIONSHIP_TYPES.map((entry) => [entry.type, entry]),
);

export function isNodeKind(name: string): name is NodeKind {
  return kinds.has(name);
}

export function isRelationshipType(name: string): name is RelationshipType {
  return types.has(name);
}

/** What a kind means; undefined for a label from elsewhere. */
export function kindMeaning(name: string): string | undefined {
  return kinds.get(name)?.meaning;
}

/** What a type means; undefined for a type from elsewhere. */
export function typeMeaning(name: string): string | undefined {
  return types.get(name)?.meaning;
}

/** A type as a verb phrase between two names: SIGNED reads "signed". A foreign type is put in small letters. */
export function typeWords(name: string): string {
  return types.get(name)?.words ?? name.toLowerCase().replaceAll('_', ' ');
}
