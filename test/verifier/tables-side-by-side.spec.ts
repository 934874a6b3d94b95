import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { LinkedTables } from '../../src/transparency/anonymize/index.js';
import { verifyTogether } from '../../src/transparency/verify/index.js';
import { caseKey, linkedRelease, type PublishedAs } from '../support/linked-release.js';
import { randomLinkedTables } from '../support/random-linked-tables.js';
import { TestFolder } from '../support/sample-release.js';

const folder = new TestFolder();
afterAll(() => {
  folder.remove();
});

const verify = async (release: ReturnType<typeof linkedRelease>, subjects?: string) => {
  const own = subjects === undefined ? {} : { subjectsPath: folder.write('subjects.csv', subjects) };
  const answers = await verifyTogether(
    release.map(({ csv, manifest }) => ({ csvPath: folder.write(manifest.file.name, csv), manifest, ...own })),
  );
  return answers.flatMap(({ violations }) => violations.map(({ code }) => code));
};
const files = ({ tables }: LinkedTables): string[] => tables.map(({ name }) => `${name}.csv`);

describe('tables side by side', () => {
  const unit = Int32Array.from({ length: 8 }, (_, u) => u);
  const codes = unit.map((u) => u % 2);
  const [age, rank] = fc
    .sample(randomLinkedTables, { numRuns: 1, seed: 1 })[0]!
    .tables.map(({ quasiIdentifiers }) => quasiIdentifiers[0]!.hierarchy);
  const linked: LinkedTables = {
    tables: [
      { name: 'complaints', rows: 8, unit, quasiIdentifiers: [{ name: 'age', codes, hierarchy: age! }] },
      { name: 'allegations', rows: 8, unit, quasiIdentifiers: [{ name: 'rank', codes, hierarchy: rank! }] },
    ],
    k: 2,
    suppressionLimit: 0,
  };
  const write = (keyOf: readonly PublishedAs['keyOf'][], links: readonly string[] | null) =>
    linkedRelease(
      linked,
      linked.tables.map(({ name }, t) => ({
        name,
        transformation: [0],
        keep: new Uint8Array(8).fill(1),
        file: `${name}.csv`,
        keyOf: keyOf[t]!,
      })),
      links,
    );
  const ownKey = (u: number): string => caseKey(u + 100);

  it('pass when no key stands in two of them', async () => {
    expect(await verify(write([caseKey, ownKey], null))).toEqual([]);
  });

  it('are refused when one key does and they do not say that they are linked', async () => {
    const oneShared = (u: number): string => (u === 3 ? caseKey(3) : ownKey(u));
    expect(await verify(write([caseKey, oneShared], null))).toEqual(['tables-joinable', 'tables-joinable']);
  });

  it('are refused when only one of them says so', async () => {
    const [complaints, allegations] = write([caseKey, caseKey], files(linked));
    const { linked: _, ...manifest } = allegations!.manifest;
    expect(await verify([complaints!, { ...allegations!, manifest }])).toEqual(['tables-joinable', 'tables-joinable']);
  });

  it('are no proof of the join when one of them is not there', async () => {
    const [complaints] = write([caseKey, caseKey], files(linked));
    expect(await verify([complaints!])).toEqual(['linked-table-missing']);
  });

  it('pass when they are linked and k holds on the join', async () => {
    expect(await verify(write([caseKey, caseKey], files(linked)))).toEqual([]);
  });

  it('are refused when two people have changed places in the second', async () => {
    const crossed = (u: number): string => caseKey(u === 0 ? 1 : u === 1 ? 0 : u);
    expect(new Set(await verify(write([caseKey, crossed], files(linked))))).toEqual(new Set(['joined-class-below-k']));
  });

  it('are refused when k units share a join, and they are all one person’s', async () => {
    const two = (values: string) => Int32Array.from(values, Number);
    const [complaints, allegations] = linked.tables;
    const tables = [
      { ...complaints!, quasiIdentifiers: [{ name: 'age', codes: two('00110011'), hierarchy: age! }] },
      { ...allegations!, quasiIdentifiers: [{ name: 'rank', codes: two('00111100'), hierarchy: rank! }] },
    ];
    const release = linkedRelease(
      { ...linked, tables },
      tables.map(({ name }) => ({
        name,
        transformation: [0],
        keep: new Uint8Array(8).fill(1),
        file: `${name}.csv`,
        keyOf: caseKey,
      })),
      files(linked),
    );
    const people = [...unit].map((u) => `${caseKey(u)},person ${u < 4 ? 1 : 2}`);
    expect(await verify(release)).toEqual([]);
    const codes = await verify(release, ['case_key,subject', ...people].join('\n'));
    expect(new Set(codes)).toEqual(new Set(['joined-class-below-k']));
  });
});
