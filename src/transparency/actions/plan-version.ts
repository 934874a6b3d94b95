import type { EntityManager } from 'typeorm';
import { charterById, type CharterDocument } from '../../charter/index.js';
import { planDataset } from '../build/plan-dataset.js';
import type { ReleaseSpec } from '../datasets/release-spec.js';
import { type AskedVersion, versionsOf } from '../records/release.store.js';
import { newestFirst, nextVersion, type SchemaColumn, schemaStep } from '../rules/next-version.js';

/** The number of the release that is asked for: by how its columns differ from those of the newest that came, or may come, out. */
export async function planVersion(
  manager: EntityManager,
  spec: ReleaseSpec,
  charter: CharterDocument,
): Promise<string> {
  const asked = await versionsOf(manager, spec.dataset);
  const taken = asked.map(({ version }) => version);
  const standing = asked.filter(({ status }) => status !== 'failed' && status !== 'cancelled');
  const [newest] = newestFirst(standing.map(({ version }) => version));
  const before = standing.find(({ version }) => version === newest);
  if (!before) return nextVersion(null, 'major', taken);
  return nextVersion(before.version, schemaStep(await columnsOf(manager, before), schemaOf(spec, charter)), taken);
}

async function columnsOf(manager: EntityManager, before: AskedVersion): Promise<readonly SchemaColumn[]> {
  return before.columns ?? schemaOf(before.spec, (await charterById(manager, before.charterId)).document);
}

function schemaOf(spec: ReleaseSpec, charter: CharterDocument): SchemaColumn[] {
  return planDataset(spec, charter).columns.map((column) => {
    return { name: column.name, type: 'type' in column ? column.type : 'text' };
  });
}
