import { describe, expect, it } from '@jest/globals';
import { GroupMapper, type MappedReport } from './map-group.js';
import type { FieldRule, Mapping, PartRule } from './mapping.js';
import { CellReader } from './read-cell.js';

const none: Mapping = { groupBy: ['id'], incident: {}, subjects: [], officers: [], force: [] };

function mapped(mapping: Partial<Mapping>, ...rows: Record<string, string>[]): MappedReport {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const mapper = new GroupMapper({ ...none, ...mapping }, (row, column) => row[columns.indexOf(column)] ?? '');
  return mapper.map(rows.map((row) => columns.map((column) => row[column] ?? '')));
}

const read = (rule: FieldRule, cell: string): unknown => {
  const reading = new CellReader(rule, { ...none, placeholders: { pending: 'pending', '-': 'blank' } }).read(cell);
  return 'value' in reading
    ? reading.value
    : 'state' in reading
      ? `(${reading.state})`
      : 'wrong' in reading
        ? reading.wrong
        : undefined;
};

describe('a cell', () => {
  const races = { 'Black / African American': 'black', White: 'white' };
  const actions = { 'Attack with hands, fists, legs': 'attack', Kick: 'kick', 'Attack with hands': 'hands' };
  it.each<[FieldRule, string, unknown]>([
    [{}, '  text ', 'text'],
    [{}, ' ', undefined],
    [{ default: 'x' }, '', 'x'],
    [{}, 'Pending', '(pending)'],
    [{}, '-', undefined],
    [{ placeholders: { '0': 'unknown_final' }, as: 'number' }, '0', '(unknown_final)'],
    [{ as: 'number' }, '-12.5', -12.5],
    [{ as: 'number' }, '1e9', 'unreadable-value'],
    [{ as: 'yes-or-no' }, 'Y', true],
    [{ as: 'yes-or-no' }, 'f', false],
    [{ as: 'yes-or-no' }, 'maybe', 'unreadable-value'],
    [{ as: 'day', format: 'M/D/YYYY' }, '3/4/2026 11:00 PM', '2026-03-04'],
    [{ as: 'day', format: 'YYYYMMDD' }, '20260304', '2026-03-04'],
    [{ as: 'day' }, '2026-03-04T05:06:07Z', '2026-03-04'],
    [{ as: 'day' }, '3/4/2026', 'unreadable-value'],
    [{ as: 'hour' }, '0705', 7],
    [{ as: 'hour' }, '3/4/2026 12:05 AM', 0],
    [{ as: 'hour' }, '23', 23],
    [{ as: 'hour' }, '24:00', 'unreadable-value'],
    [{ words: races }, 'black /  african american', 'black'],
    [{ words: races }, 'Green', 'unmapped-word'],
    [{ words: races, otherwise: 'other' }, 'Green', 'other'],
    [{ words: races, otherwise: null }, 'Green', undefined],
    [{ as: 'words' }, 'a, b,, a', ['a', 'b']],
    [
      { as: 'words', words: actions, otherwise: 'other' },
      'Kick, Attack with hands,fists,legs, Spit',
      ['kick', 'attack', 'other'],
    ],
    [{ as: 'words', words: actions }, 'Attack with hands, Kick', ['hands', 'kick']],
    [{ as: 'words', separator: '|' }, 'a, b|c', ['a, b', 'c']],
    [{ as: 'words' }, 'pending', '(pending)'],
    [{ as: 'words', words: { 'a,b': 'both', 'c, d': 'two' } }, 'c,d, a , b', ['two', 'both']],
    [{ as: 'number', least: 18, most: 80 }, '17', 'unreadable-value'],
    [{ as: 'number', least: 18, most: 80, otherwise: null }, '81', undefined],
    [{ as: 'number', without: [' years old', ' yrs'] }, '24 Years Old', 24],
    [{ as: 'day', otherwise: null }, 'soon', undefined],
    [{ upTo: ', ' }, 'Cape May, Rio Grande, Cape May County', 'Cape May, Rio Grande'],
    [{ upTo: ', ' }, 'Dennis', 'Dennis'],
    [{ after: ', ', without: [' County'] }, 'Dennis, Cape May County', 'Cape May'],
    [{ after: ', ' }, 'Dennis', undefined],
    [{ words: races, several: 'several' }, 'White, white', 'white'],
    [{ words: races, several: 'several' }, 'White, Black / African American', 'several'],
    [{ words: races, several: null }, 'White, Black / African American', undefined],
    [{ as: 'yes-or-no', several: null }, 'Yes, -, yes', true],
    [{ as: 'any', none: ['Not hurt'] }, 'not  hurt', false],
    [{ as: 'any', none: ['Not hurt'] }, 'Not hurt, Arm', true],
    [{ as: 'any', none: ['Not hurt'] }, '-', undefined],
  ])('read by %j: %j', (rule, cell, value) => {
    expect(read(rule, cell)).toEqual(value);
  });
});

describe('the parts of a report', () => {
  const kinds: PartRule = {
    from: 'lists',
    fields: { kind: { column: 'kinds' } },
    alone: { age: { column: 'age', as: 'number' } },
  };
  it('of lists: the first of each together, and what is told of one alone where there is one', () => {
    expect(mapped({ subjects: [kinds] }, { kinds: 'person', age: '31' }).report['subjects']).toEqual([
      { kind: 'person', age: 31 },
    ]);
    expect(mapped({ subjects: [kinds] }, { kinds: 'person, animal', age: '31' }).report['subjects']).toEqual([
      { kind: 'person' },
      { kind: 'animal' },
    ]);
  });

  it('of lists whose lengths differ are a fault', () => {
    const force: PartRule = {
      from: 'lists',
      fields: { forceType: { column: 'f' }, effective: { column: 'e', as: 'yes-or-no' } },
    };
    expect(mapped({ force: [force] }, { f: 'a, b', e: 'yes' }).faults).toMatchObject([
      { path: '/force/0', code: 'lists-differ' },
    ]);
    expect(mapped({ force: [force] }, { f: 'a, b', e: '' }).report['force']).toEqual([
      { forceType: 'a' },
      { forceType: 'b' },
    ]);
  });

  it('of numbered columns: as many as say anything; force points at the one of its number', () => {
    const subjects: PartRule[] = [
      { from: 'columns', most: 3, fields: { kind: { value: 'person' }, age: { column: 'Age{n}', as: 'number' } } },
    ];
    const force: PartRule[] = [
      {
        from: 'columns',
        most: 3,
        fields: { forceType: { column: 'Force{n}' }, subject: { link: { to: 'subjects', by: 'row' } } },
      },
    ];
    const { report } = mapped(
      { subjects, force },
      { Age1: '31', Age2: '', Age3: '40', Force1: 'strike', Force3: 'canine' },
    );
    expect(report['subjects']).toEqual([
      { kind: 'person', age: 31 },
      { kind: 'person', age: 40 },
    ]);
    expect(report['force']).toEqual([
      { forceType: 'strike', subject: 1 },
      { forceType: 'canine', subject: 2 },
    ]);
  });

  it('read another column where the first says nothing, and leave open a no that another doubts', () => {
    const yes: FieldRule = { column: 'flag', as: 'yes-or-no' };
    const officers: PartRule[] = [
      {
        from: 'row',
        fields: { injured: { column: 'list', as: 'any', none: ['none'], instead: yes, doubtedBy: yes } },
      },
    ];
    const injured = (list: string, flag: string): unknown => mapped({ officers }, { list, flag }).report['officers'];
    expect([injured('arm', 'no'), injured('', 'no'), injured('none', ''), injured('none', 'yes')]).toEqual([
      [{ injured: true }],
      [{ injured: false }],
      [{ injured: false }],
      [{}],
    ]);
    expect(mapped({ officers }, { list: 'none', flag: 'yes' }).unmapped).toEqual([
      { column: 'flag', word: 'yes', code: 'cells-contradict' },
    ]);
  });

  it('of lists: an item that stands for nothing makes none', () => {
    const force: PartRule[] = [{ from: 'lists', fields: { forceType: { column: 'f' }, officer: { value: 1 } } }];
    expect(mapped({ force, placeholders: { none: 'blank' } }, { f: 'a, none, b' }).report['force']).toEqual([
      { forceType: 'a', officer: 1 },
      { forceType: 'b', officer: 1 },
    ]);
  });

  it('tell which words the mapping does not know, by column', () => {
    const { unmapped, warnings } = mapped(
      { incident: { county: { column: 'c', words: { A: 'a' }, otherwise: 'other' } } },
      { c: 'B' },
    );
    expect([unmapped, warnings[0]?.path]).toEqual([[{ column: 'c', word: 'B', code: 'word-not-mapped' }], '/county']);
    const refused = mapped({ incident: { county: { column: 'c', words: { A: 'a' } } } }, { c: 'B' });
    expect([refused.unmapped, refused.faults[0]?.code]).toEqual([
      [{ column: 'c', word: 'B', code: 'unmapped-word' }],
      'unmapped-word',
    ]);
  });
});
