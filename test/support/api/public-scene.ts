import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ReleaseFiles } from '../../../src/platform/storage/release-files.js';
import { ReleaseCatalogue } from '../../../src/transparency/published/release-catalogue.js';
import { ApiScene } from './api-scene.js';
import { boardCharter } from '../board-room.js';
import { Chance } from '../soql/chance.js';
import { MADE_UP_COLUMNS, madeUpRows } from '../soql/made-up-table.js';
import { publishTable, rowsOf } from '../soql/published-table.js';
import { datasetId } from '../../../src/transparency/published/soda/dataset-id.js';
import { PASSWORD, TestApp } from '../test-app.js';
import { RegisterStaff } from '../../../src/identity/index.js';
import type { StaffRole } from '../../../src/shared/actor.js';
import { SealHistory } from '../../../src/audit-log/index.js';

const DATASET = 'made-up';
const VERSION = '1.0.0';
const FILES = ['data.csv', 'manifest.json', 'dictionary.json', 'dictionary.csv', 'report.json', 'report.html'];

/** Of somebody who can sign in, by the fields of that body. */
async function credentials(redress: TestApp): Promise<Record<string, string>> {
  const signInName = 'caller';
  const caller = { signInName, displayName: 'A caller', password: PASSWORD, roles: ['auditor'] as StaffRole[] };
  await redress.app.get(RegisterStaff).run(redress.system, caller);
  return { 'body jurisdiction': redress.jurisdiction.slug, 'body signInName': signInName, 'body password': PASSWORD };
}

/** A server with something behind every public address: a release, a charter, a posted agenda. */
export class PublicScene {
  private constructor(
    readonly redress: TestApp,
    readonly calls: ApiScene,
    readonly known: Readonly<Record<string, string>>,
  ) {}

  static async open(): Promise<PublicScene> {
    const redress = await TestApp.start(boardCharter);
    const calls = await ApiScene.open(redress);
    const { owner } = redress.database;
    const { slug: jurisdiction } = redress.jurisdiction;
    const release = { jurisdiction, dataset: DATASET, version: VERSION, columns: MADE_UP_COLUMNS };
    await publishTable(owner, release, rowsOf(owner, madeUpRows(new Chance(7), 20)));
    const directory = await redress.app.get(ReleaseFiles).makeDirectory(release);
    for (const file of FILES) writeFileSync(join(directory, file), '1');
    const id = datasetId(jurisdiction, DATASET);
    await redress.app.get(SealHistory).run();
    const { body } = await redress.request('GET', '/api/v1/use-of-force-profiles');
    const [profile] = body.profiles ?? body.items ?? [];
    const known = {
      ...calls.shared,
      dataset: DATASET,
      '/resource/{file} file': `${id}.json`,
      '/api/views/{file} file': `${id}.json`,
      '/api/views/metadata/v1/{file} file': `${id}.json`,
      '/api/v1/datasets/{jurisdiction}/{dataset}/releases/{version}/{file} version': VERSION,
      '/api/v1/datasets/{jurisdiction}/{dataset}/releases/{version}/{file} file': 'data.csv',
      ...(await credentials(redress)),
      ...(profile ? { profileId: String(profile.profile ?? profile.id), version: String(profile.version) } : {}),
    };
    return new PublicScene(redress, calls, known);
  }

  /** Where the server listens from now on. */
  async listen(): Promise<string> {
    await this.redress.app.listen(0, '127.0.0.1');
    return this.redress.app.getUrl();
  }

  /** From now on the list of datasets has a number where the description has a text. */
  plantBreach(): void {
    this.redress.app.get(ReleaseCatalogue).list = () => Promise.resolve('[{"jurisdiction":1}]');
  }

  /** From now on the list of datasets cannot be made. */
  plantFailure(): void {
    this.redress.app.get(ReleaseCatalogue).list = () => Promise.reject(new TypeError('planted'));
  }

  stop(): Promise<void> {
    return this.redress.stop();
  }
}
