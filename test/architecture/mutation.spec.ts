import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';

const { mutate, specs } = JSON.parse(readFileSync('stryker.config.json', 'utf8')) as {
  mutate: string[];
  specs: string[];
};
const left = new Set(mutate.filter((each) => each.startsWith('!')).flatMap((each) => globSync(each.slice(1))));
const mutated = new Set(mutate.flatMap((each) => globSync(each)).filter((file) => !left.has(file)));

/** The modules that the promise of 85 % is about: what is in them is mutated, unless it is said here why not. */
const PROMISED = [
  ...['src/identity/rules', 'src/platform/crypto', 'src/platform/keys', 'src/audit-log/log', 'src/history'],
  ...['src/transparency/rules', 'src/transparency/anonymize/models', 'src/transparency/series'],
];
const NOT_MUTATED: Record<string, string> = {
  'src/platform/keys/key-rows.ts': 'SQL: asked over HTTP with a database (test/vault)',
};

describe('mutation testing', () => {
  it('leaves out no file of the modules that it is promised for, and has tests for each', () => {
    const files = PROMISED.flatMap((folder) => globSync(`${folder}/*.ts`)).filter(
      (file) => !file.endsWith('.spec.ts') && !file.endsWith('/index.ts'),
    );
    expect(files.length).toBeGreaterThan(80);
    expect(files.filter((file) => !mutated.has(file))).toEqual(Object.keys(NOT_MUTATED));
    expect(specs.filter((each) => globSync(each).length === 0)).toEqual([]);
  });

  it('finds faults that are planted in each of them, and nothing where there is none', () => {
    const faults = FAULTS.map(([file, from, to, spec = file.replace('.ts', '.spec.ts')]) => ({ file, from, to, spec }));
    const { stdout, stderr } = spawnSync(process.execPath, ['test/mutation/try-faults.mjs'], {
      input: JSON.stringify({ faults }),
      encoding: 'utf8',
    });
    const [none, ...told] = JSON.parse(stdout || JSON.stringify([stderr])) as {
      fault: string;
      ran: number;
      found: string[];
    }[];
    expect(none).toMatchObject({ fault: null, found: [] });
    expect(none!.ran).toBeGreaterThan(100);
    expect(told.filter(({ found }) => found.length === 0)).toEqual([]);
    expect(told).toHaveLength(FAULTS.length);
  });
});

/** file, what stands there once it is compiled, what is put in its place, the spec that must find it when it is not beside */
const FAULTS: [file: string, from: string, to: string, spec?: string][] = [
  ['src/identity/permission.guard.ts', `relations.includes(grant.relation)`, `relations.length > 0`],
  ['src/identity/permission.guard.ts', `if (refusal === null) return true;`, `return true;`],
  ['src/identity/rules/scopes.ts', `scopes.includes(needed)`, `scopes.length > 0`],
  ['src/identity/rules/id-claims.ts', `audience[0] === clientId`, `audience.length > 0`],
  ['src/platform/crypto/seal.ts', `place.rowId`, `''`],
  ['src/platform/crypto/sealed-stream.ts', `iv.writeBigUInt64BE(BigInt(frame), 4)`, `iv.fill(0)`],
  ['src/platform/keys/organization-keys.ts', `.at(-1)`, `.at(0)`],
  ['src/audit-log/log/merkle-tree.ts', `index < split`, `index <= split`],
  ['src/audit-log/log/signed-note.ts', `signer !== name || origin !== name`, `signer !== name`],
  ['src/history/record-history.ts', `hourOf(entry.at)`, `entry.at`],
  ['src/transparency/rules/officer-identity.ts', `on <= until`, `on < until`],
  ['src/transparency/anonymize/demands.ts', `subjects[id] >= k`, `units[id] >= k`],
  [
    'src/transparency/anonymize/models/diversity.ts',
    `< c * (rows - head)`,
    `<= c * (rows - head)`,
    'src/transparency/anonymize/models/cell-tests.spec.ts',
  ],
];
