import { cypherName, cypherText } from './cypher-text.ts';
import { found, type Place } from './import-problems.ts';

const ONLY_OURS = 'only scripts written by Throughline can be read';

/** What stands in a script where something else would, had Throughline written it. */
export class NotAsWritten extends Error {
  override name = 'NotAsWritten';
  readonly place: Place;

  constructor(message: string, place: Place) {
    super(`${message}; ${ONLY_OURS}`);
    this.place = place;
  }
}

/**
 * Goes through a script from its beginning to its end and takes what is allowed next, character for character as
 * `cypherText` and `cypherName` write it. All that takes throws `NotAsWritten` for anything else.
 */
export class CypherCursor {
  readonly #text: string;
  #at = 0;
  #line = 1;
  #lineStart = 0;
  #lineEnd: number;

  constructor(text: string) {
    this.#text = text;
    this.#at = text.startsWith('\uFEFF') ? 1 : 0;
    this.#lineEnd = this.#endOfLine();
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  /** Characters of the whole script. */
  get length(): number {
    return this.#text.length;
  }

  /** Where the next character stands. */
  get place(): Place {
    this.#follow();
    return { line: this.#line, column: this.#at - this.#lineStart + 1 };
  }

  /** What is left of the line. */
  get rest(): string {
    this.#follow();
    return this.#text.slice(this.#at, Math.min(this.#lineEnd, this.#at + 200)).trimEnd();
  }

  /** Whether these words come next; then they are taken. */
  takes(words: string): boolean {
    if (!this.#text.startsWith(words, this.#at)) return false;
    this.#at += words.length;
    return true;
  }

  /** Takes one of these words and tells which. */
  one<Word extends string>(...words: readonly Word[]): Word {
    return words.find((word) => this.takes(word)) ?? this.fail(words.map((word) => `"${word}"`).join(' or '));
  }

  /** Takes what a sticky expression finds. */
  matches(expression: RegExp): RegExpExecArray | undefined {
    expression.lastIndex = this.#at;
    const match = expression.exec(this.#text) ?? undefined;
    if (match !== undefined) this.#at += match[0].length;
    return match;
  }

  lineBreak(): void {
    if (!this.takes('\r\n') && !this.takes('\n')) this.fail('the end of the line');
  }

  /** The end of a statement: a semicolon and the end of the line, or of the file. */
  end(): void {
    this.one(';');
    if (!this.isAtEnd) this.lineBreak();
  }

  skipSpace(): void {
    this.matches(/\s*/y);
  }

  /** The text of a comment, of which each takes a line; undefined where there is none. */
  comment(): string | undefined {
    if (!this.takes('//')) return undefined;
    this.#follow();
    const words = this.#text.slice(this.#at, this.#lineEnd);
    this.#at = this.#lineEnd;
    return words.trim();
  }

  /** Goes behind the next semicolon that ends a line, or to the end. */
  skipStatement(): void {
    do {
      this.#follow();
      this.#at = Math.min(this.#lineEnd + 1, this.#text.length);
    } while (
      !this.isAtEnd &&
      !/;\s*$/.test(this.#text.slice(Math.max(this.#lineStart, this.#at - 9), this.#at))
    );
  }

  /** A text in single quotes. */
  text(): string {
    return this.#quoted("'", 'a text in single quotes', cypherText, (inner) =>
      inner.replace(/\\(?:u([0-9a-f]{4})|(.))/gs, (_, code?: string, mark = '') =>
        code === undefined ? (MARKS[mark] ?? mark) : String.fromCharCode(Number.parseInt(code, 16)),
      ),
    );
  }

  /** A name in backticks. */
  name(): string {
    return this.#quoted('`', 'a name in backticks', cypherName, (inner) =>
      inner
        .replaceAll('``', '`')
        .replace(/\\u([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    );
  }

  fail(allowed: string, place = this.place, rest = this.rest): never {
    throw new NotAsWritten(
      `has ${rest === '' ? 'nothing more in this line' : found(rest)} where ${allowed} must be`,
      place,
    );
  }

  #quoted(
    quote: string,
    allowed: string,
    write: (text: string) => string,
    read: (inner: string) => string,
  ): string {
    const start = this.#at;
    if (this.#text[start] !== quote) this.fail(allowed);
    this.#follow();
    const end = this.#closing(quote, start);
    if (end === undefined) this.fail(`${allowed} that is closed in its line`);
    const raw = this.#text.slice(start, end + 1);
    const text = read(raw.slice(1, -1));
    // Another spelling of the same text could mean something else to Cypher than it does here.
    if (write(text) !== raw) this.fail(`${allowed}, with its escapes as Throughline writes them,`);
    this.#at = end + 1;
    return text;
  }

  #closing(quote: string, start: number): number | undefined {
    for (let at = start + 1; at < this.#lineEnd; at += 1) {
      const character = this.#text[at];
      if (quote === "'" && character === '\\') at += 1;
      else if (quote === '`' && character === '`' && this.#text[at + 1] === '`') at += 1;
      else if (character === quote) return at;
    }
    return undefined;
  }

  /** Brings the number of the line to where the cursor is. */
  #follow(): void {
    while (this.#lineEnd < this.#at) {
      this.#line += 1;
      this.#lineStart = this.#lineEnd + 1;
      this.#lineEnd = this.#endOfLine();
    }
  }

  #endOfLine(): number {
    const at = this.#text.indexOf('\n', this.#lineStart);
    return at < 0 ? this.#text.length : at;
  }
}

const MARKS: Record<string, string> = { n: '\n', r: '\r', t: '\t' };
