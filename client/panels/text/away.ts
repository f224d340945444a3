export const away = {
  tryingAgain: (seconds: number) => (seconds > 0 ? `Trying again in ${seconds} s.` : 'Trying now.'),
  degraded: 'The database does not answer.',
  waiting: 'The graph appears by itself as soon as it can be read.',
  back: 'The connection is back.',
};
