import type { NodeKind } from '../vocabulary.ts';
import { countryCalled } from './country-names.ts';
import { isAcronym } from './guess-kind.ts';
import type { NameMention } from './read-names.ts';

/** Where a text names something, in one of its passages. */
export interface PlacedMention extends NameMention {
  /** Number of the passage, from 1. */
  passage: number;
}

/** Mentions that seem to mean the same thing. */
export interface NamedThing {
  name: string;
  kind: NodeKind;
  aliases: string[];
  mentions: PlacedMention[];
}

interface Form {
  name: string;
  mentions: PlacedMention[];
}

/** Puts mentions together by name: surnames with full names, short forms with long ones, names of one country. */
export function gatherNames(mentions: readonly PlacedMention[]): NamedThing[] {
  const forms = formsOf(mentions);
  const kinds = kindsOf(forms);
  const roots = rootsOf(forms, kinds);
  const things = new Map<string, Form[]>();
  for (const form of forms.values()) {
    const root = roots(form.name);
    things.set(root, [...(things.get(root) ?? []), form]);
  }
  return [...things].map(([root, members]) => thingOf(root, members, kinds));
}

function formsOf(mentions: readonly PlacedMention[]): Map<string, Form> {
  const forms = new Map<string, Form>();
  for (const mention of mentions) {
    const form = forms.get(mention.name);
    if (form === undefined) forms.set(mention.name, { name: mention.name, mentions: [mention] });
    else form.mentions.push(mention);
  }
  return forms;
}

/** The kind that most mentions of a form point to; that of its pair where none does. */
function kindsOf(forms: ReadonlyMap<string, Form>): Map<string, NodeKind> {
  const kinds = new Map<string, NodeKind>();
  for (const { name, mentions } of forms.values()) {
    const votes = mentions.flatMap(({ kind }) => (kind === undefined ? [] : [kind]));
    const kind = mostFrequent(votes);
    if (kind !== undefined) kinds.set(name, kind);
  }
  for (const { name, mentions } of forms.values()) {
    const paired = mentions.map(({ pairedWith }) => kinds.get(pairedWith ?? ''));
    const kind = mostFrequent(paired.filter((other) => other !== undefined));
    if (kind !== undefined && kind !== 'Country' && !kinds.has(name)) kinds.set(name, kind);
  }
  return kinds;
}

/** Tells for each form the name of the thing that it means. */
function rootsOf(
  forms: ReadonlyMap<string, Form>,
  kinds: ReadonlyMap<string, NodeKind>,
): (name: string) => string {
  const parents = new Map<string, string>();
  const root = (name: string): string => {
    let at = name;
    for (let next = parents.get(at); next !== undefined; next = parents.get(at)) at = next;
    return at;
  };
  const unite = (name: string, into: string): void => {
    const [child, parent] = [root(name), root(into)];
    if (child !== parent) parents.set(child, parent);
  };
  const fullNames = [...forms.keys()].filter((name) => name.includes(' '));
  const byLastWord = groupBy(
    fullNames.filter((name) => (kinds.get(name) ?? 'Person') === 'Person' && name.split(' ').length < 5),
    (name) => name.slice(name.lastIndexOf(' ') + 1),
  );
  const byInitials = groupBy(fullNames, (name) => (name.match(/(?<!\p{L})\p{Lu}/gu) ?? []).join(''));
  for (const { name, mentions } of forms.values()) {
    const country = countryCalled(name);
    if (country !== undefined && country !== name) unite(name, country);
    for (const { aliases, shortFor, isPluralPossessive } of mentions) {
      for (const alias of aliases) if (forms.has(alias)) unite(alias, name);
      if (shortFor !== undefined) unite(name, shortFor);
      const singular = name.slice(0, -1);
      if (isPluralPossessive && hasWord(forms, singular)) unite(name, singular);
    }
    if (name.includes(' ')) continue;
    const bearers = [...(byLastWord.get(name) ?? []), ...(byLastWord.get(`${name}s`) ?? [])];
    const [bearer] = bearers;
    const arePeople = [name, bearer ?? ''].some((one) => kinds.get(one) === 'Person');
    if (bearers.length === 1 && bearer !== undefined && arePeople) unite(name, bearer);
    if (isAcronym(name) && root(name) === name) {
      const long = byInitials.get(name.replaceAll('.', '')) ?? [];
      if (long.length === 1 && long[0] !== undefined) unite(name, long[0]);
    }
  }
  return root;
}

/** A singular that the text names too, alone or as the last word of a longer name. */
function hasWord(forms: ReadonlyMap<string, Form>, name: string): boolean {
  const last = name.slice(name.lastIndexOf(' ') + 1);
  return forms.has(name) || forms.has(last);
}

function thingOf(root: string, members: readonly Form[], kinds: ReadonlyMap<string, NodeKind>): NamedThing {
  const mentions = members
    .flatMap((form) => form.mentions)
    .sort((a, b) => a.passage - b.passage || a.start - b.start);
  const aliases = mentions.flatMap((mention) => [mention.name, ...mention.aliases]);
  const votes = members.flatMap(({ name }) => kinds.get(name) ?? []);
  const kind = countryCalled(root) === undefined ? (kinds.get(root) ?? mostFrequent(votes)) : 'Country';
  return {
    name: root,
    kind: kind ?? 'Concept',
    aliases: [...new Set(aliases)].filter((alias) => alias !== root),
    mentions,
  };
}

function mostFrequent<T>(items: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}

function groupBy(names: readonly string[], keyOf: (name: string) => string): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const name of names) {
    const group = groups.get(keyOf(name));
    if (group === undefined) groups.set(keyOf(name), [name]);
    else group.push(name);
  }
  return groups;
}
