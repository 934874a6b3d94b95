import { join } from 'node:path';
import { ReleaseFiles } from '../../src/platform/storage/release-files.js';
import { BuildRelease } from '../../src/transparency/index.js';
import { generateComplaints } from './generated-complaints.js';
import type { Answer, SignedIn, TestApp } from './test-app.js';

/** A release that was asked for, by the names that its files and addresses have. */
export interface Asked {
  id: string;
  dataset: string;
  version: string;
}

/** Two people of the records office, and the steps from a request to the public as they take them over HTTP. */
export class ReleaseDesk {
  private constructor(
    readonly redress: TestApp,
    readonly clerk: SignedIn,
    readonly director: SignedIn,
  ) {}

  static async open(redress: TestApp, complaints = 0): Promise<ReleaseDesk> {
    if (complaints > 0) await generateComplaints(redress.database.owner, redress.jurisdiction.id, complaints, 6);
    return new ReleaseDesk(redress, await redress.staff('records'), await redress.staff('director'));
  }

  async request(dataset = 'complaint-allegations'): Promise<Asked> {
    const { body } = await this.redress.request('POST', '/api/v1/releases', {
      as: this.clerk.token,
      body: { dataset },
    });
    return { ...body, dataset };
  }

  /** Asked for and built, as the worker does it; where one runs as well, it may be the one that has built it. */
  async built(dataset?: string): Promise<Asked> {
    const asked = await this.request(dataset);
    const job = { jurisdictionId: this.redress.jurisdiction.id, releaseId: asked.id };
    const outcome = await this.redress.app.get(BuildRelease).run(job);
    const status = outcome.status === 'unchanged' ? (await this.show(asked)).status : outcome.status;
    if (status !== 'built') throw new Error(`not built: ${outcome.failure ?? outcome.status}`);
    return asked;
  }

  async show({ id }: Asked): Promise<Answer['body']> {
    return (await this.redress.request('GET', `/api/v1/releases/${id}`, { as: this.clerk.token })).body;
  }

  verify({ id }: Asked): Promise<Answer> {
    return this.redress.request('POST', `/api/v1/releases/${id}/verification`, { as: this.clerk.token });
  }

  async approve(asked: Asked, person = this.clerk): Promise<Answer> {
    const { fileSha256 } = await this.show(asked);
    const url = `/api/v1/releases/${asked.id}/approvals`;
    return this.redress.request('POST', url, { as: person.token, body: { fileSha256 } });
  }

  publish({ id }: Asked): Promise<Answer> {
    return this.redress.request('POST', `/api/v1/releases/${id}/publication`, { as: this.clerk.token });
  }

  /** Built, verified and approved by both. */
  async approved(dataset?: string): Promise<Asked> {
    const asked = await this.built(dataset);
    for (const step of [
      () => this.verify(asked),
      () => this.approve(asked),
      () => this.approve(asked, this.director),
    ]) {
      const { status, text } = await step();
      if (status >= 300) throw new Error(text);
    }
    return asked;
  }

  /** All the way. */
  async published(dataset?: string): Promise<Asked> {
    const asked = await this.approved(dataset);
    const { status, text } = await this.publish(asked);
    if (status !== 201) throw new Error(text);
    return asked;
  }

  path({ dataset, version }: Asked, file = 'data.csv'): string {
    const jurisdiction = this.redress.jurisdiction.slug;
    return join(this.redress.app.get(ReleaseFiles).directoryOf({ jurisdiction, dataset, version }), file);
  }

  /** The public address of a dataset, or of something in it. */
  address({ dataset }: Pick<Asked, 'dataset'>, rest = ''): string {
    return `/api/v1/datasets/${this.redress.jurisdiction.slug}/${dataset}${rest}`;
  }
}

/** A CSV file as objects; good for files without quotes, which ours are. */
export function readCsv(text: string): Record<string, string>[] {
  const [header = '', ...lines] = text.trimEnd().split('\n');
  const names = header.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? '']));
  });
}
