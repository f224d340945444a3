const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A relationship type in plain words: `MEMBER_OF` and `memberOf` both read "member of". */
export function plainType(type: string): string {
  return type
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/[_\s]+/g, ' ')
    .trim()
    .toLowerCase();
}

/** `1,204`, or with a noun `1 link`, `1,204 links`; `many` where the plural is not noun + s. */
export function formatCount(count: number, noun?: string, many = `${noun}s`): string {
  // By hand: the first use of `Intl` takes longer than all else on the way to the first frame of the graph.
  const number = Number.isInteger(count)
    ? String(count).replace(/\B(?=(\d{3})+$)/g, ',')
    : count.toLocaleString('en-GB');
  return noun === undefined ? number : `${number} ${count === 1 ? noun : many}`;
}

/** A whole or partial ISO date: `2023`, `Jan 2023`, `13 Jan 2023`; anything else comes back as it is. */
export function formatDate(date: string): string {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.*)?$/.exec(date);
  if (!match) return date;
  const [, year = '', month, day] = match;
  if (month === undefined) return year;
  const name = MONTHS[Number(month) - 1];
  if (name === undefined) return date;
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}
