import type { Answer, TestApp } from '../support/test-app.js';

export const PATH = '/api/v1/use-of-force-reports';
const TYPES = { lines: 'application/x-ndjson', json: 'application/json', csv: 'text/csv', xml: 'application/xml' };
export type Format = keyof typeof TYPES;

/** Bulk submissions over HTTP, and what is stored of them. */
export class BulkDesk {
  private sent = 0;

  constructor(private readonly redress: TestApp) {}

  send(as: string, format: Format, body: string | Buffer, query = ''): Promise<Answer> {
    const headers = { 'content-type': TYPES[format], 'idempotency-key': `submission-${++this.sent}` };
    return this.redress.request('POST', `${PATH}/bulk${query}`, { as, body, headers });
  }

  async originals(departmentId: string): Promise<Record<string, unknown>[]> {
    const { rows } = await this.redress.database.owner.query<{ original: Record<string, unknown> }>(
      'SELECT original FROM redress.use_of_force_report WHERE department_id = $1 ORDER BY report_number',
      [departmentId],
    );
    return rows.map(({ original }) => original);
  }
}

/** Where the first fault of each rejected record lies. */
export const codesOf = ({ body }: Pick<Answer, 'body'>): unknown[] =>
  body.results.map((each: { line: number; faults: { path: string; code: string }[] }) => [
    each.line,
    each.faults[0]!.path,
    each.faults[0]!.code,
  ]);

/** As XML says it: a list's items are each an `<item>`. */
export function xmlOf(value: unknown, name: string): string {
  return value === null ? `<${name}/>` : `<${name}>${insideOf(value)}</${name}>`;
}

function insideOf(value: unknown): string {
  if (Array.isArray(value)) return value.map((item) => xmlOf(item, 'item')).join('');
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([key, inner]) => xmlOf(inner, key))
      .join('');
  return JSON.stringify(value).replace(/^"|"$/g, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** Two reports, one of them on two rows, for `simpleMapping`. */
export const TABLE = `Report,Case,Date,Time,City,County,Weather,Subject,Age,Race,Sex,Hurt,Badge,Rank,Force,Worked,Remark
A-1,C-1,3/4/2026,11:35 PM,Riverton,Atlantic,Rain; Fog,1,31,B,M,,0412,Sergeant,"Take down, head; Taser",no; yes,"said ""so"""
A-1,C-1,3/4/2026,11:35 PM,Riverton,Atlantic,Rain; Fog,2,to follow,Unknown,F,yes,0412,Sergeant,Whistle,,
A-2,C-2,12/24/2025,0705,Lakeside,,,1,40,W,F,no,77,Officer,Taser,yes,
`;
