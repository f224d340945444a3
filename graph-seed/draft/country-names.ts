/**
 * The names of countries and of the world's regions in English, from Unicode's CLDR as the runtime carries it.
 * Other names in daily use are added here.
 */

/** Regions in CLDR that are unions or test values, not countries. */
const NO_COUNTRY = new Set(['EU', 'EZ', 'UN', 'QO', 'ZZ', 'XA', 'XB']);

const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  US: ['USA', 'U.S.', 'U.S.A.', 'America', 'United States of America'],
  GB: ['U.K.', 'Britain', 'Great Britain'],
  AE: ['UAE'],
  CD: ['DRC', 'Democratic Republic of the Congo', 'Democratic Republic of Congo'],
  CI: ['Ivory Coast'],
  CN: ['PRC', "People's Republic of China"],
  CZ: ['Czech Republic'],
  HK: ['Hong Kong'],
  KP: ['DPRK', "Democratic People's Republic of Korea"],
  KR: ['ROK', 'Republic of Korea'],
  MM: ['Myanmar', 'Burma'],
  MO: ['Macao', 'Macau'],
  PS: ['Palestine'],
  RU: ['Russian Federation'],
  SZ: ['Swaziland'],
  TR: ['Turkey'],
  VA: ['Holy See', 'Vatican'],
};

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

const { countries, regions } = readNames();

/** The usual name of the country that is called so, in English; undefined when it is none. */
export function countryCalled(name: string): string | undefined {
  return countries.get(plainName(name));
}

/** Whether this is a continent or another large region of the world: Europe, Latin America. */
export function isWorldRegion(name: string): boolean {
  return regions.has(plainName(name));
}

function plainName(name: string): string {
  return name.replaceAll('’', "'").replace(/ & /g, ' and ');
}

function readNames(): { countries: Map<string, string>; regions: Set<string> } {
  const long = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const short = new Intl.DisplayNames('en', { type: 'region', fallback: 'none', style: 'short' });
  const countries = new Map<string, string>();
  for (const code of LETTERS.flatMap((first) => LETTERS.map((second) => first + second))) {
    const name = long.of(code);
    if (name === undefined || NO_COUNTRY.has(code)) continue;
    const names = [name, short.of(code) ?? name, ...(OTHER_NAMES[code] ?? [])];
    for (const one of names) countries.set(plainName(one), name);
  }
  const regions = new Set<string>();
  for (let code = 2; code < 1000; code += 1) {
    const name = long.of(String(code).padStart(3, '0'));
    if (name !== undefined) regions.add(plainName(name));
  }
  return { countries, regions };
}
