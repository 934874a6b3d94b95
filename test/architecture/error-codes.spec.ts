import { describe, expect, it } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import { errorCodes } from '../../src/api-docs/error-codes.js';
import { errorCodesIn } from '../../src/api-docs/codes/error-codes-in.js';

const sources = globSync('src/**/*.ts')
  .filter((path) => !path.endsWith('.spec.ts') && !path.startsWith('src/api-docs/'))
  .map((path) => readFileSync(path, 'utf8'));
const used = new Set(sources.flatMap(errorCodesIn));
const missingFrom = (table: object, codes: Iterable<string>) => [...codes].filter((code) => !(code in table)).sort();
const unusedIn = (table: object, codes: ReadonlySet<string>) => Object.keys(table).filter((code) => !codes.has(code));

describe('the page of errors', () => {
  it('explains every code that the sources can answer with', () => {
    expect(used.size).toBeGreaterThan(190);
    expect(missingFrom(errorCodes, used)).toEqual([]);
  });

  it('explains no code that nothing answers with', () => {
    expect(unusedIn(errorCodes, used)).toEqual([]);
  });

  it('says of each in one sentence what it means and how to mend it', () => {
    expect(Object.entries(errorCodes).filter(([, text]) => !/^[^.]\S* .{20,160}\.$/.test(text))).toEqual([]);
  });

  it.each([
    ["throw new RuleBroken('planted', 'No.');", 'planted'],
    ["throw new RuleBroken(\n    'planted-below',\n    `No ${more}.`,\n  );", 'planted-below'],
    ["throw new RuleBroken(refusal?.code ?? 'planted-default', '');", 'planted-default'],
    ["...faultIf(\n  a(b) && !c,\n  '/name',\n  'planted-fault',\n  'No.',\n),", 'planted-fault'],
    ["return { code: 'planted-refusal', message: 'No.' };", 'planted-refusal'],
    ["const CODES = {\n  418: 'planted-teapot',\n};", 'planted-teapot'],
    ["type RefusalCode =\n  | 'planted-sha256'\n  | 'second';", 'second'],
    ["constructor(readonly code: 'planted-one' | 'planted-two') {}", 'planted-two'],
    ["const REASONS: Readonly<Record<string, string>> = {\n  'planted-reason':\n    'Mend it.',\n};", 'planted-reason'],
  ])('would miss a code that is new: %j', (source, code) => {
    const collected = errorCodesIn(source);
    expect(collected).toContain(code);
    expect(missingFrom(errorCodes, collected)).toContain(code);
  });

  it('takes no word of a vocabulary for a code, and finds out an entry that nobody uses (planted)', () => {
    expect(errorCodesIn("{ code: 'planted-word', label: 'A word' },")).toEqual([]);
    expect(unusedIn({ ...errorCodes, 'planted-entry': 'Nobody says this.' }, used)).toEqual(['planted-entry']);
  });
});
