import { describe, expect, it } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { relationsTo } from './relation.reader.js';

const answering = (rows: object[], asked: unknown[] = []) =>
  ({ query: (...all: unknown[]) => Promise.resolve((asked.push(...all), rows)) }) as unknown as EntityManager;
const row = { assigned: false, panel: false, mediating: false };

describe('how somebody stands to a case', () => {
  it('is nothing at all where the case is hidden or missing', async () => {
    expect(await relationsTo(answering([]), 'c-1')).toEqual([]);
  });

  it.each([
    [row, ['any']],
    [{ ...row, assigned: true }, ['any', 'assigned']],
    [{ ...row, panel: true }, ['any', 'panel']],
    [{ ...row, mediating: true }, ['any', 'mediating']],
    [{ assigned: true, panel: true, mediating: true }, ['any', 'assigned', 'panel', 'mediating']],
  ])('is what the database finds: %j: %j', async (found, relations) => {
    expect(await relationsTo(answering([found]), 'c-1')).toEqual(relations);
  });

  it('is asked of this case, and by the database of whoever the transaction is for', async () => {
    const asked: unknown[] = [];
    await relationsTo(answering([row], asked), 'c-1');
    expect(asked).toEqual([expect.stringMatching(/WHERE redress\.stands_open\(\$1\)$/), ['c-1']]);
  });
});
