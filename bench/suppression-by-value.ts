import type { INestApplicationContext } from '@nestjs/common';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CaseDatabase } from '../src/platform/postgres/case-database.js';
import { ReleaseFiles } from '../src/platform/storage/release-files.js';
import { anonymizedDatasets } from '../src/transparency/index.js';

interface Asked {
  readonly jurisdictionId: string;
  readonly releaseId: string;
  readonly column: string;
}

/** For each value of a column how many units have it in the record, and in the file; counted by the database and from the file. */
export async function suppressionByValue(app: INestApplicationContext, asked: Asked): Promise<string[]> {
  const { jurisdictionId, releaseId, column } = asked;
  return app.get(CaseDatabase).read({ jurisdictionId }, async (manager) => {
    await manager.query("SELECT set_config('statement_timeout', '10min', true)");
    const [release] = await manager.query(
      'SELECT r.dataset, r.version, j.slug FROM redress.release r JOIN redress.jurisdiction j ON j.id = r.jurisdiction_id WHERE r.id = $1',
      [releaseId],
    );
    const spec = anonymizedDatasets.find(({ dataset }) => dataset === release.dataset)!;
    const before: { value: string; units: string }[] = await manager.query(
      `SELECT coalesce(${column}, 'unknown') AS value, count(DISTINCT ${spec.unit}) AS units FROM (${spec.source}) s GROUP BY 1 ORDER BY 2 DESC`,
    );
    const place = { jurisdiction: release.slug, dataset: release.dataset, version: release.version };
    const text = await readFile(join(app.get(ReleaseFiles).directoryOf(place), 'data.csv'), 'utf8');
    const [header = '', ...lines] = text.trimEnd().split('\n');
    const [unitAt, valueAt] = [header.split(',').indexOf(spec.unit), header.split(',').indexOf(column)];
    const after = new Map<string, Set<string>>();
    for (const line of lines) {
      const cells = line.split(',');
      const units = after.get(cells[valueAt]!) ?? new Set();
      after.set(cells[valueAt]!, units.add(cells[unitAt]!));
    }
    return before.map(({ value, units }) => {
      const published = after.get(value)?.size ?? 0;
      const share = (1 - published / Number(units)) * 100;
      return `${column} ${value}: ${published} of ${units} published, ${share.toFixed(1)} % left out`;
    });
  });
}
