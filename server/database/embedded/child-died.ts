/** A process of the embedded engine ended by itself, without an answer. */
export class ChildDied extends Error {
  override name = 'ChildDied';
  readonly lastRss: number;

  constructor(lastRss: number) {
    super('A process of the embedded engine ended by itself');
    this.lastRss = lastRss;
  }
}
