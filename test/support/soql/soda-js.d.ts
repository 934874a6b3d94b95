/** The package brings no types of its own; this is as much of it as the tests use. */
declare module 'soda-js' {
  type Row = Record<string, unknown>;
  interface Emitter {
    on(event: 'success', take: (rows: Row[]) => void): Emitter;
    on(event: 'error', take: (error: unknown) => void): Emitter;
  }
  interface Query {
    withDataset(id: string): Query;
    soql(text: string): Query;
    select(...items: string[]): Query;
    where(...items: (string | Record<string, unknown>)[]): Query;
    group(...items: string[]): Query;
    having(...items: string[]): Query;
    order(...items: string[]): Query;
    limit(count: number): Query;
    offset(count: number): Query;
    q(text: string): Query;
    getRows(): Emitter;
  }
  const soda: {
    Consumer: new (host: string) => { query(): Query };
    expr: Record<'and' | 'or', (...parts: string[]) => string> &
      Record<'eq' | 'gt' | 'gte' | 'lt' | 'lte', (column: string, value: unknown) => string>;
  };
  export default soda;
}
