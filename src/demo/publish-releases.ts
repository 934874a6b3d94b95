import type { INestApplicationContext } from '@nestjs/common';
import {
  ApproveRelease,
  BuildRelease,
  datasets,
  PublishRelease,
  RequestRelease,
  VerifyRelease,
} from '../transparency/index.js';
import type { Agency } from './found-agency.js';

/** Each dataset's first release, by the steps that every release takes: built, verified, approved by two, published. */
export async function publishReleases(
  app: INestApplicationContext,
  agency: Agency,
  report: (line: string) => void,
): Promise<void> {
  const [rosa, remy] = [agency.actor('rosa'), agency.actor('remy')];
  for (const { dataset } of datasets) {
    const { id: releaseId, version } = await app.get(RequestRelease).run(rosa, { dataset });
    const built = await app.get(BuildRelease).run({ jurisdictionId: agency.jurisdictionId, releaseId });
    if (built.status === 'failed') throw new Error(`The demo's release of ${dataset} failed: ${built.failure ?? ''}`);
    const { k, rows, sha256 } = await app.get(VerifyRelease).run(rosa, releaseId);
    for (const approver of [remy, agency.actor('dana')])
      await app.get(ApproveRelease).run(approver, { releaseId, fileSha256: sha256 });
    await app.get(PublishRelease).run(rosa, releaseId);
    report(`  ${dataset} ${version}: ${rows} rows${k > 0 ? `, every description shared by at least ${k} cases` : ''}`);
  }
}
