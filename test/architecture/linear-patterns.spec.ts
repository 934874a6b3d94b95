import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { Linter } from 'eslint';
import { PATTERNS } from '../../src/transparency/redaction/patterns/find-patterns.js';
import { IDENTIFIERS } from '../../src/transparency/verify/identifier-patterns.js';

const CONFIG = '../../eslint.config.mjs';
const { default: config } = (await import(CONFIG)) as { default: Linter.Config[] };
const [ours] = config.filter((part) => part.plugins?.['regexp']);
const linter = new Linter();

/** Those of the patterns whose time grows faster than the text that they are held against. */
function slow(patterns: readonly (readonly [source: string, flags: string])[]): string[] {
  const lines = patterns.map(([source, flags]) => `new RegExp(${JSON.stringify(source)}, ${JSON.stringify(flags)});`);
  const { plugins = {}, rules = {} } = ours!;
  const found = linter.verify(lines.join('\n'), { plugins, rules });
  return found.map(({ line, message }) => `${patterns[line - 1]?.[0]}: ${message.slice(0, 80)}`);
}

function patternsIn(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([name, inner]) =>
    name === 'pattern' && typeof inner === 'string' ? [inner] : patternsIn(inner),
  );
}

/** The linter sees every pattern that is written out in src; these are put together, or others read them. */
describe('every pattern', () => {
  it('of the API’s description is read in a time that grows as the text does', () => {
    const described = [...new Set(patternsIn(JSON.parse(readFileSync('docs/openapi.json', 'utf8'))))];
    expect(described.length).toBeGreaterThan(10);
    expect(slow(described.map((source) => [source, 'u']))).toEqual([]);
  });

  it('that looks for people in texts does too, and that looks for them in public files', () => {
    const all = [...PATTERNS.map(({ form }) => form), ...IDENTIFIERS.map(([, form]) => form)];
    expect(all.length).toBeGreaterThan(40);
    expect(slow(all.map(({ source, flags }) => [source, flags]))).toEqual([]);
  });

  it('is found out when it does not (planted: the ones that were found here)', () => {
    const planted = ['T.*(Z|[+-]\\d\\d:\\d\\d)$', '[^\\s@]+@x', 'a\\s*b?\\s*c?\\s*$', '^(a+)+$', '(x|xx)*y', 'plain'];
    expect(slow(planted.map((source) => [source, 'u'])).map((line) => line.split(': ')[0])).toEqual(
      expect.arrayContaining(planted.slice(0, 5)),
    );
    expect(slow([['plain', 'u']])).toEqual([]);
  });
});
