import { afterAll, describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { hierarchyFiles } from '../../src/transparency/hierarchy-files.js';
import { measureFile } from '../../src/transparency/verify/index.js';
import { haveReference, referencePath, sayAbsent } from '../anonymizer/reference-files.js';

interface Answered {
  readonly id: string;
  readonly dataset: string;
  readonly qis: string;
  readonly sensitive: string;
  readonly models: string;
  readonly file: string;
  readonly input: Readonly<Record<string, number>>;
  readonly output: Readonly<Record<string, number>> & { readonly quality: Readonly<Record<string, number>> };
}

const answers = (): Answered[] =>
  readFileSync(referencePath('anonymized.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

/** Every figure of theirs, told apart by name, that is not ours to 1e-9. */
function differences(theirs: Readonly<Record<string, unknown>>, ours: object, seen: { figures: number }): string[] {
  return Object.entries(theirs).flatMap(([name, value]) => {
    if (typeof value !== 'number') return [];
    seen.figures++;
    const own: unknown = (ours as Record<string, unknown>)[name];
    const near = typeof own === 'number' && Math.abs(own - value) <= 1e-9 * Math.max(1, Math.abs(value));
    return near ? [] : [`${name}: ${String(own)} is not ${value}`];
  });
}

describe('the verifier’s figures of files that ARX anonymized', () => {
  const seen = { figures: 0, files: 0 };
  afterAll(() => {
    if (haveReference) console.info(`NOTICE: ${seen.figures} figures of ${seen.files} files equal ARX’s to 1e-9`);
    else sayAbsent('the verifier’s figures were not held against ARX’s.');
  });

  (haveReference ? it : it.skip)('equal ARX’s own, before and after: risks, classes, quality', async () => {
    expect(existsSync(referencePath('hierarchies'))).toBe(true);
    for (const { id, dataset, qis, sensitive, models, file, input, output } of answers()) {
      const quasiIdentifiers = qis.split(',');
      const measured = await measureFile({
        csvPath: referencePath(`anonymized-${file}.gz`),
        inputPath: referencePath(`${dataset}.gz`),
        quasiIdentifiers,
        sensitive: sensitive === '-' ? [] : [sensitive],
        hierarchies: await hierarchyFiles(referencePath('hierarchies'), quasiIdentifiers, dataset.replace('.csv', '')),
      });
      const { risks, input: before = {}, quality = {} } = measured;
      const wrong = [
        ...differences(input, before, seen),
        ...differences(output, risks, seen),
        ...differences(output.quality, quality, seen),
      ];
      expect([id, wrong]).toEqual([id, []]);
      for (const [, model, number] of models.matchAll(/(\w+):([\d.]+)/g)) {
        const [attribute] = measured.sensitive;
        if (model === 'k') expect(measured.k).toBeGreaterThanOrEqual(Number(number));
        if (model === 'dl') expect(attribute?.distinctL).toBeGreaterThanOrEqual(Number(number));
        if (model === 't') expect(attribute?.equalT).toBeLessThanOrEqual(Number(number));
      }
      seen.files++;
    }
    const files = readdirSync(referencePath('')).filter((name) => name.startsWith('anonymized-'));
    expect([seen.files, seen.figures >= files.length * 30]).toEqual([files.length, true]);
  });
});
