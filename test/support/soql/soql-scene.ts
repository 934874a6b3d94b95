import { datasetId } from '../../../src/transparency/published/soda/dataset-id.js';
import { type Answer, TestApp } from '../test-app.js';
import { Chance } from './chance.js';
import { MADE_UP_COLUMNS, madeUpRows } from './made-up-table.js';
import { PlainTable } from './plain-evaluation.js';
import { type Cell, publishTable, rowsOf } from './published-table.js';
import { SoqlCampaign } from './soql-campaign.js';

/** A server with one made-up release, and the same rows in memory. */
export class SoqlScene {
  readonly id: string;

  private constructor(
    readonly redress: TestApp,
    readonly rows: Cell[][],
    readonly dataset: string,
  ) {
    this.id = datasetId(redress.jurisdiction.slug, dataset);
  }

  static async open(count = 60): Promise<SoqlScene> {
    const scene = new SoqlScene(await TestApp.start(), madeUpRows(new Chance(7), count), 'made-up');
    await scene.publish('1.0.0', scene.rows);
    return scene;
  }

  async publish(
    version: string,
    rows: readonly (readonly Cell[])[],
    { dataset = this.dataset, publishedAt }: { dataset?: string; publishedAt?: Date } = {},
  ) {
    const { slug: jurisdiction } = this.redress.jurisdiction;
    const { owner } = this.redress.database;
    const table = { jurisdiction, dataset, version, columns: MADE_UP_COLUMNS, ...(publishedAt ? { publishedAt } : {}) };
    return publishTable(owner, table, rowsOf(owner, rows));
  }

  ask(
    parameters: Record<string, string | string[]> = {},
    form = 'json',
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const query = Object.entries(parameters).flatMap(([name, given]) =>
      [given].flat().map((value) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`),
    );
    return this.redress.request('GET', `/resource/${this.id}.${form}?${query.join('&')}`, { headers });
  }

  campaign(): SoqlCampaign {
    const table = new PlainTable(MADE_UP_COLUMNS, this.rows);
    const ask = (parameters: Record<string, string>) => this.ask(parameters);
    return new SoqlCampaign({ ask, table, columns: MADE_UP_COLUMNS, rows: this.rows.length });
  }

  stop(): Promise<void> {
    return this.redress.stop();
  }
}
