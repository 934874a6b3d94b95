import pg from 'pg';

/** The words that a value marks itself by: they may be in values of a statement, and never in its text. */
export const MARK = 'quaggamark';
/** Two that most rules let through, or that break out of a text which is put together. */
export const MARKED: readonly string[] = [MARK, `${MARK}'"\\--`];

type Query = (this: pg.Client, ...words: unknown[]) => unknown;

/** Sees every statement that this process sends to PostgreSQL, by whichever library: all of them come through this one door. */
export class SqlWatch {
  private found: string[] = [];
  private readonly query = Reflect.get(pg.Client.prototype, 'query') as Query;

  constructor() {
    const { found, query } = { found: (text: string) => this.found.push(text), query: this.query };
    Reflect.set(pg.Client.prototype, 'query', function (this: pg.Client, ...words: unknown[]) {
      const [first] = words as [string | { text?: string } | undefined];
      const text = typeof first === 'string' ? first : first?.text;
      if (text?.toLowerCase().includes(MARK)) found(text);
      return query.apply(this, words);
    });
  }

  /** Statements whose text held the mark, since it was last asked. */
  marked(): string[] {
    const found = this.found;
    this.found = [];
    return found;
  }

  stop(): void {
    Reflect.set(pg.Client.prototype, 'query', this.query);
  }
}
