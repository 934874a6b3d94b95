import { createHash } from 'node:crypto';
import type { Row } from './naive-cut.js';
import type { Asked, ReleaseDesk } from './release-desk.js';

export interface ReadDataset {
  /** As the API tells of it: what one row is, its columns, its releases */
  // Read by name, as a client would.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  shown: any;
  /** Columns of a page of rows */
  columns: string[];
  text: string;
  sha256: string;
  /** What SODA counts */
  counted: string;
  /** The portal's first page */
  home: string;
  /** How the dataset's own page, its builders and its chart are answered */
  pages: number[];
}

/** A dataset as anybody meets it: its description, its file, a page of rows, its number in the catalogue, its card. */
export async function readDataset(desk: ReleaseDesk, asked: Asked): Promise<ReadDataset> {
  const get = (path: string) => desk.redress.request('GET', path);
  const address = desk.address(asked);
  const { body: shown } = await get(address);
  const { body: page } = await get(`${address}/rows?limit=3`);
  const { text } = await get(`${address}/releases/${asked.version}/data.csv`);
  const { body: catalogue } = await get('/api/catalog/v1?limit=50');
  const entry = catalogue.results.find(({ resource }: { resource: Row }) => resource.name === shown.title);
  const { body: counted } = await get(`/resource/${entry.resource.id}.json?$select=count(*)`);
  const columns = Object.keys(page.rows[0]).filter((name) => name !== 'row_number');
  const own = `/datasets/${desk.redress.jurisdiction.slug}/${asked.dataset}`;
  const pages: number[] = [];
  for (const path of ['', '/query', '/chart', '/chart.csv']) pages.push((await get(`${own}${path}?lang=es`)).status);
  const sha256 = createHash('sha256').update(text).digest('hex');
  return { shown, columns, text, sha256, counted: counted[0].count, home: (await get('/')).text, pages };
}
