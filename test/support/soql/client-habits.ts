/* eslint-disable @typescript-eslint/no-explicit-any -- Read by name, as these clients read. */

interface Listed {
  title: string;
  identifier: string;
  issued: Date;
  modified: Date;
  theme: string;
}

/**
 * The requests that reporters' clients send, one after the other, and what they read out of the answers: written down from
 * the sources of RSocrata 1.7, sodapy 2.2 and openpolicedata 1.1, for machines that have neither R nor those packages.
 */
export class ClientHabits {
  constructor(private readonly origin: string) {}

  /** `ls.socrata(url)`: the table's columns are those that every dataset has. */
  async lsSocrata(): Promise<Listed[]> {
    const { dataset } = await this.json('/data.json');
    return dataset.map(({ title, identifier, issued, modified, theme }: any) => ({
      ...{ title, identifier, issued: posixct(issued), modified: posixct(modified), theme: String(theme) },
    }));
  }

  /** `read.socrata(url)`: the id is the address's last part; CSV, page after page until one is empty; types by the headers. */
  async readSocrata(url: string) {
    const id = url.split('/').at(-1)!;
    if (!/^[A-Za-z0-9]{4}-[A-Za-z0-9]{4}$/.test(id))
      throw new Error(`${id} is not a valid Socrata dataset unique identifier.`);
    const valid = `/resource/${id}.csv?$order=:id`;
    const rows: string[] = [];
    let response = await this.get(valid);
    const fields = JSON.parse(response.headers.get('x-soda2-fields')!) as string[];
    const types = JSON.parse(response.headers.get('x-soda2-types')!) as string[];
    for (;;) {
      if (response.headers.get('content-type')?.split(';')[0] !== 'text/csv') throw new Error('no CSV');
      const [, ...page] = (await response.text()).trimEnd().split('\n');
      if (page.length === 0) break;
      rows.push(...page);
      response = await this.get(`${valid}&$offset=${rows.length}`);
    }
    return { rows, types: Object.fromEntries(fields.map((field, at) => [field, types[at]])) };
  }

  /** `Socrata(host, token).datasets()` */
  async sodapyDatasets(): Promise<any[]> {
    const found: any[] = [];
    for (;;) {
      const query = `domains=${new URL(this.origin).host}&offset=${found.length}`;
      const { results, resultSetSize } = await this.json(`/api/catalog/v1?${query}`);
      found.push(...results);
      if (found.length >= resultSetSize || results.length === 0) return found;
    }
  }

  /** `client.get_all(id, …)`: a thousand at a time, until fewer come. */
  async sodapyGetAll(id: string, parameters: Record<string, string> = {}): Promise<any[]> {
    const limit = Number(parameters['$limit'] ?? 1000);
    const rows: any[] = [];
    for (let offset = 0; ; offset += limit) {
      const page = await this.sodapyGet(id, { ...parameters, $offset: String(offset) });
      rows.push(...page);
      if (page.length < limit) return rows;
    }
  }

  async sodapyGet(id: string, parameters: Record<string, string>): Promise<any[]> {
    return this.json(`/resource/${id}.json?${new URLSearchParams(parameters).toString()}`);
  }

  /**
   * `Socrata(url, id, date_field).load(year)` of openpolicedata: asks what kind of column the date is, builds its condition
   * by that, counts, and pages by `:id`.
   */
  async openPoliceData(id: string, dateField: string, year: number): Promise<{ count: number; rows: any[] }> {
    const { columns } = await this.json(`/api/views/${id}.json`);
    const where = conditionOf(
      columns.find(({ fieldName }: any) => fieldName === dateField),
      dateField,
      year,
    );
    const [{ count }] = await this.sodapyGet(id, { $select: 'count(*)', $where: where });
    const rows: any[] = [];
    while (rows.length < Number(count)) {
      const paging = { $limit: '25', $offset: String(rows.length), $order: ':id' };
      const page = await this.sodapyGet(id, { $where: where, ...paging });
      if (page.length === 0) break;
      rows.push(...page);
    }
    return { count: Number(count), rows };
  }

  /** As sodapy does it: what the server says of an error is what its user reads. */
  private async json(path: string): Promise<any> {
    const response = await this.get(path);
    const type = response.headers.get('content-type') ?? '';
    if (!/application\/(vnd\.geo\+)?json/.test(type)) throw new Error(`Unknown response format: ${type}`);
    return response.json();
  }

  private async get(path: string): Promise<Response> {
    const response = await fetch(`${this.origin}${path}`, { headers: { 'X-App-token': 'abc' } });
    if (response.ok) return response;
    throw new Error(`${response.status} Client Error: ${((await response.json()) as any).message}`);
  }
}

/** `as.POSIXct(text)` looks for a day, with a time after it or not. */
function posixct(text: string): Date {
  const day = /^\d{4}-\d\d-\d\d/.exec(text)?.[0];
  if (day === undefined) throw new Error('character string is not in a standard unambiguous format');
  return new Date(`${day}T00:00:00Z`);
}

function conditionOf({ dataTypeName, cachedContents }: any, field: string, year: number): string {
  if (dataTypeName === 'calendar_date')
    return `${field} between '${year}-01-01T00:00:00.000' and '${year}-12-31T23:59:59.999'`;
  // Of a text it must know what the smallest and the largest are, and gives up otherwise.
  if (![cachedContents.smallest, cachedContents.largest].every((each: string) => /^\d{4}(-\d\d-\d\d.*)?$/.test(each)))
    throw new Error('NotImplementedError');
  return `(${field} LIKE '%${year}%')`;
}
