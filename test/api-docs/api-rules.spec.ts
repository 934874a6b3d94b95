import { describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const SPECTRAL = 'node_modules/@stoplight/spectral-cli/dist/index.js';

/** A description of one operation that breaks each of our own rules. */
const SPOILED = {
  openapi: '3.1.1',
  info: { title: 'Spoiled', version: '1', description: 'x', contact: { name: 'x' } },
  servers: [{ url: '/' }],
  tags: [{ name: 'spoiled', description: 'x' }],
  paths: {
    '/Bad_path/{Some}': {
      post: {
        operationId: 'bad_id',
        summary: 'Ends with a stop.',
        description: 'Says not for whom it is',
        tags: ['spoiled'],
        'x-permission': 'any',
        parameters: [{ name: 'Some', in: 'path', required: true, schema: { type: 'string' } }],
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/bad' } } } },
        responses: { '201': { description: 'x' }, '404': { $ref: '#/components/responses/Missing' } },
      },
    },
  },
  components: {
    schemas: { bad: { type: 'object' } },
    responses: { Missing: { description: 'x', content: { 'application/problem+json': { example: {} } } } },
  },
};

describe('the rules of the description', () => {
  it('each find a description that breaks them (planted)', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'redress-rules-'));
    const file = join(directory, 'openapi.json');
    writeFileSync(file, JSON.stringify(SPOILED));
    const words = [SPECTRAL, 'lint', file, '--ruleset', '.spectral.yaml', '--format', 'json', '--quiet'];
    const { stdout } = await promisify(execFile)(process.execPath, words).catch(
      (error: unknown) => error as { stdout: string },
    );
    rmSync(directory, { recursive: true });
    const broken = (JSON.parse(stdout) as { code: string }[]).map(({ code }) => code);
    expect([...new Set(broken)].sort()).toEqual([
      'address-words',
      'body-has-example',
      'operation-named',
      'operation-problems',
      'operation-secured-problems',
      'operation-summary-line',
      'operation-told',
      'parameter-told',
      'problem-has-code',
      'schema-named',
    ]);
  });
});
