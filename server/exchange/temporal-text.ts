import type { TypedValue } from '../contract/graph.ts';

const DATE = '([+-]?\\d{4,9})-(\\d\\d)-(\\d\\d)';
const TIME = '(?:[01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:\\.\\d{1,9})?)?';
const ZONE = '(?:Z|[+-](?:0\\d|1[0-7]):[0-5]\\d(?::[0-5]\\d)?|[+-]18:00)';
const NUMBER = '-?\\d{1,15}';

const FORMS: Partial<Record<TypedValue['$type'], RegExp>> = {
  Date: new RegExp(`^${DATE}$`),
  Time: new RegExp(`^${TIME}${ZONE}$`),
  LocalTime: new RegExp(`^${TIME}$`),
  DateTime: new RegExp(`^${DATE}T${TIME}(?:${ZONE})(?:\\[([\\w+\\-/]+)\\])?$`),
  LocalDateTime: new RegExp(`^${DATE}T${TIME}$`),
  Duration: new RegExp(
    `^P(?=.)(?:${NUMBER}Y)?(?:${NUMBER}M)?(?:${NUMBER}W)?(?:${NUMBER}D)?(?:T(?=.)(?:${NUMBER}H)?(?:${NUMBER}M)?(?:${NUMBER}(?:\\.\\d{1,9})?S)?)?$`,
  ),
};

/** Whether the text of a temporal value is one: of its ISO 8601 form, on a day and in a zone that exist. */
export function isTemporal({ $type, value }: TypedValue): boolean {
  const match = FORMS[$type]?.exec(value);
  if (match === null || match === undefined) return false;
  const [, year, month, day, zone] = match;
  if (year !== undefined && !isDay(Number(year), Number(month), Number(day))) return false;
  return zone === undefined || isZone(zone);
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(0);
  // Leap years come back every 400 years, and Date knows fewer years than Neo4j.
  date.setUTCFullYear(2000 + (((year % 400) + 400) % 400), month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
