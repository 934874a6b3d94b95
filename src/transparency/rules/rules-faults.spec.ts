import { describe, expect, it } from '@jest/globals';
import { genericCharter } from '../../charter/index.js';
import { openRulesFaults } from './open-rules-faults.js';
import { rulesFaults } from './rules-faults.js';

const dataset = {
  dataset: 'stops',
  columns: [
    { name: 'stop', role: 'key' },
    { name: 'race', role: 'quasi-identifier' },
    { name: 'age', role: 'quasi-identifier' },
    { name: 'outcome', role: 'sensitive' },
    { name: 'reason', role: 'insensitive' },
    { name: 'force', role: 'sensitive', list: true },
  ],
};

/** What is wrong with these rules for the dataset. */
function faults(rules: object): string[] {
  const publication = {
    ...genericCharter.publication,
    datasets: { stops: rules },
  } as unknown as typeof genericCharter.publication;
  return rulesFaults(dataset, { publication }).map(
    ({ path, message }) => `${path.replace('/publication/datasets/stops', '')}: ${message}`,
  );
}

describe('rules of publication', () => {
  it.each([
    [{}, []],
    [{ asItIs: ['race'] }, []],
    [{ asItIs: ['reason'] }, ['/asItIs/0: reason is not a column that is made coarser: race, age']],
    [{ asItIs: ['race', 'stop'] }, ['/asItIs/1: stop is not a column that is made coarser: race, age']],
    [{ asItIs: ['race', 'age'] }, ['/asItIs: no column is left to be made coarser']],
    [{ weights: { age: 2 } }, []],
    [{ weights: { outcome: 2 } }, ['/weights/outcome: outcome is not made coarser: race, age are']],
    [{ models: [{ kind: 'distinct-l', l: 2, attribute: 'outcome' }] }, []],
    [{ models: [{ kind: 'distinct-l', l: 2, attribute: 'reason' }] }, []],
    [{ models: [{ kind: 'distinct-l', l: 2, attribute: 'race' }], asItIs: ['race'] }, []],
    [
      { models: [{ kind: 'distinct-l', l: 2, attribute: 'force' }] },
      [
        '/models/0/attribute: of force nothing can be demanded, but of outcome, reason; a column that is made coarser must stand in asItIs first',
      ],
    ],
    [
      { models: [{ kind: 'distinct-l', l: 2, attribute: 'race' }] },
      [
        '/models/0/attribute: of race nothing can be demanded, but of outcome, reason; a column that is made coarser must stand in asItIs first',
      ],
    ],
    [{ models: [{ kind: 'average-risk', most: 0.1 }] }, []],
  ])('%j: %j', (rules, told) => {
    expect(faults(rules)).toEqual(told);
  });
});

describe('rules of publication for what is not anonymized', () => {
  it('are none, and a charter that has some is told so', () => {
    const publication = { ...genericCharter.publication, datasets: { votes: { k: 20 } } };
    expect(openRulesFaults('decisions', { publication })).toEqual([]);
    expect(openRulesFaults('votes', { publication })).toMatchObject([
      {
        path: '/publication/datasets/votes',
        message: expect.stringContaining('votes says nothing that is not public'),
      },
    ]);
    const { datasets: _, ...without } = publication;
    expect(openRulesFaults('votes', { publication: without })).toEqual([]);
  });

  it('are told with their place in the charter', () => {
    const datasets = { stops: { asItIs: ['reason'] } } as object;
    const publication = { ...genericCharter.publication, datasets } as typeof genericCharter.publication;
    const [fault] = rulesFaults(dataset, { publication });
    expect(fault?.path).toBe('/publication/datasets/stops/asItIs/0');
  });
});
