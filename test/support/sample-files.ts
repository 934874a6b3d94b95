import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ComparedFile } from '../../src/transparency/build/formats/release-difference.js';
import { writeReleaseFiles } from '../../src/transparency/build/formats/write-release-files.js';
import type { ReleaseManifest } from '../../src/transparency/build/release-manifest.js';
import { good } from './complaint-release.js';
import { sha256 } from './sample-release.js';

const nothing = (): void => undefined;

/** The manifest of a table of text as a release has it, of the sample's promises. */
export function sampleManifest(csv: string, version = '1.0.0', over: Partial<ReleaseManifest> = {}): ReleaseManifest {
  const { manifest } = good;
  const columns = manifest.columns.map((column) => {
    return { title: column.name, type: 'text' as const, description: `The ${column.name}.`, ...column };
  });
  const rows = csv.trimEnd().split('\n').length - 1;
  return {
    ...manifest,
    columns,
    demands: [],
    file: { name: 'data.csv', sha256: sha256(csv), bytes: csv.length, rows },
    suppressionLimit: 0.1,
    suppressed: { ...manifest.suppressed, shareOfRows: 0, shareOfUnits: 0 },
    engine: {
      ...{ transformation: {}, informationLoss: 0, lowerBound: 0, gap: 0, optimal: true },
      ...{ classes: 1, smallestClass: 5, checked: 1, latticeSize: 1 },
    },
    title: 'Complaints',
    jurisdiction: { slug: 'riverton', name: 'City of Riverton' },
    version,
    builtOn: '2026-03-01',
    charterVersion: 1,
    specSha256: sha256(''),
    oneRow: 'One row is one complaint.',
    unitWord: 'complaint',
    caveats: ['It is a sample.'],
    officers: [],
    ...over,
  };
}

/** A sample release's directory, as a build writes it. */
export async function writeSampleFiles(
  directory: string,
  former: ComparedFile | null = null,
): Promise<ReleaseManifest> {
  const { csv } = good;
  writeFileSync(join(directory, 'data.csv'), csv);
  const beside = { others: [], former, onStage: nothing, onRows: nothing };
  return writeReleaseFiles(directory, sampleManifest(csv), beside);
}
