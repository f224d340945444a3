const SPECIAL: Record<string, string> = { '~id': ':ID', '~from': ':START_ID', '~to': ':END_ID' };

/**
 * The header of a table for Amazon Neptune (`~id`, `~label`, `~from`, `~to`, `name:Type`) in the words of neo4j-admin,
 * which mean the same; undefined for any other. Dates stay texts, since Neptune has them in more forms.
 */
export function neptuneAsNeo4j(names: readonly string[]): string[] | undefined {
  const hasEnds = names.includes('~from') && names.includes('~to');
  if (!hasEnds && !names.includes('~id')) return undefined;
  return names.map((name) => {
    if (name === '~label') return hasEnds ? ':TYPE' : ':LABEL';
    const special = SPECIAL[name];
    if (special !== undefined) return special;
    const [, plain, type = '', list = ''] = /^(.*):(\w+)(?:\((?:single|set)\))?(\[\])?$/i.exec(name) ?? [];
    if (plain === undefined) return name;
    return `${plain}:${/^date(time)?$/i.test(type) ? 'string' : type.toLowerCase()}${list}`;
  });
}
