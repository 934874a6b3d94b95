import { randomUUID } from 'node:crypto';
import { type CharterDocument, genericCharter } from '../../src/charter/index.js';
import { madeUpRows, MADE_UP_COLUMNS } from './soql/made-up-table.js';
import { Chance } from './soql/chance.js';
import { publishTable, rowsOf } from './soql/published-table.js';
import { type Answer, TestApp } from './test-app.js';

export const FILES = [
  'data.csv',
  'data.csv.gz',
  'data.jsonl',
  'data.parquet',
  'data.xlsx',
  'data.newform',
  'dictionary.json',
  'datapackage.json',
  'report.html',
].map((name, at) => ({ name, sha256: String(at).repeat(64), bytes: 100 + at }));

const CATALOGUE = {
  publisher: 'Lakeside Office of Police Accountability',
  contact: { name: 'Data desk', email: 'data@lakeside.example.gov' },
  licence: 'https://creativecommons.org/publicdomain/zero/1.0/',
  themes: ['Justice', 'Public Safety'],
};
const LAKESIDE: CharterDocument = {
  ...genericCharter,
  publication: { ...genericCharter.publication, catalogue: CATALOGUE },
};

/** Two places that have released something: riverton, whose charter says nothing for catalogues, and lakeside, whose does. */
export class CatalogueScene {
  private constructor(readonly redress: TestApp) {}

  static async open(): Promise<CatalogueScene> {
    const redress = await TestApp.start();
    await redress.elsewhere('lakeside', LAKESIDE);
    const scene = new CatalogueScene(redress);
    await scene.publish('riverton', '1.0.0');
    await scene.publish('lakeside', '1.0.0');
    await scene.publish('lakeside', '1.1.0');
    return scene;
  }

  async publish(jurisdiction: string, version: string, dataset = 'made-up'): Promise<void> {
    const { owner } = this.redress.database;
    const rows = madeUpRows(new Chance(3), 8);
    const table = { jurisdiction, dataset, version, columns: MADE_UP_COLUMNS, files: FILES };
    const place = `City of ${jurisdiction[0]!.toUpperCase()}${jurisdiction.slice(1)}`;
    await publishTable(owner, { ...table, place }, rowsOf(owner, rows));
  }

  /** A posted meeting, a recommendation, a report, a department’s month: pages that a sitemap lists. */
  async postPages(): Promise<void> {
    const { owner } = this.redress.database;
    await owner.query(
      `INSERT INTO published.meeting (id, jurisdiction, jurisdiction_name, time_zone, board, kind, starts_at, status, posted_at,
         sequence, changed_at)
       VALUES ($1, 'riverton', 'City of Riverton', 'America/Chicago', 'Review board', 'regular', now(), 'announced', now(), 1, now())`,
      [randomUUID()],
    );
    await owner.query(
      `INSERT INTO published.policy_recommendation (id, jurisdiction, jurisdiction_name, time_zone, number, kind, addressed_to, title,
         text, issued_on, answer_due_on, status, published_at, changed_at)
       VALUES ($1, 'riverton', 'City of Riverton', 'America/Chicago', 1, 'policy', 'chief', 'Cameras', 'Keep them on.', now(), now(),
         'issued', now(), now())`,
      [randomUUID()],
    );
    await this.postReports();
  }

  private async postReports(): Promise<void> {
    const { owner } = this.redress.database;
    // It was published by nobody: the owner sets the triggers aside.
    await owner.query('ALTER TABLE published.board_report DISABLE TRIGGER USER');
    await owner.query(
      `INSERT INTO published.board_report (id, jurisdiction, jurisdiction_name, period, title, edition, content_sha256, sources, published_at)
       VALUES ($1, 'riverton', 'City of Riverton', '2025', 'Report', 1, repeat('0', 64), '[]', now())`,
      [randomUUID()],
    );
    await owner.query(
      `INSERT INTO published.department_reporting (jurisdiction, jurisdiction_name, department_id, department, grain, period, asked,
         missing, programmes, k, as_of, reports)
       VALUES ('riverton', 'City of Riverton', $1, 'Riverton Police', 'month', '2025-01', 1, 1, '[]', 11, now(), 0)`,
      [randomUUID()],
    );
  }

  get(url: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.redress.request('GET', url, { headers });
  }

  stop(): Promise<void> {
    return this.redress.stop();
  }
}
