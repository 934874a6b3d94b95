import { describe, expect, it } from '@jest/globals';
import { GroupMapper, type MappedReport } from './map-group.js';
import { shippedMappings } from './shipped-mappings.js';

const mapping = shippedMappings().get('new-jersey')!;
const columns = mapping.source!.columns;
const mapper = new GroupMapper(mapping, (row, column) => row[columns.indexOf(column)] ?? '');
type Cells = Record<string, string>;

function told(cells: Cells): MappedReport {
  return mapper.map([columns.map((column) => cells[column] ?? '')]);
}

function officer(cells: Cells): { said: Record<string, unknown>; codes: string[] } {
  const { report, warnings } = told(cells);
  const [said = {}] = report['officers'] as Record<string, unknown>[];
  return { said, codes: warnings.map(({ code }) => code) };
}

const subjects = (cells: Cells): Record<string, unknown>[] =>
  told(cells).report['subjects'] as Record<string, unknown>[];

describe('the officer of a form of New Jersey', () => {
  it.each([
    ['29', 29],
    ['24 years old', 24],
    ['31 YEARS OLD', 31],
    ['0', undefined],
    ['360', undefined],
    ['3.5', undefined],
    ['5/21/2007', undefined],
  ])('whose age is %j is %j', (OfficerAge, age) => {
    const { said, codes } = officer({ OfficerAge });
    expect([said['age'], codes]).toEqual([age, age === undefined ? ['value-set-aside'] : []]);
  });

  it('has neither race, gender nor rank where the portal wrote a placeholder', () => {
    const cells = { OfficerRaceEthnicity: 'Not Provided', OfficerGender: 'Other', OfficerRank: 'Agency User' };
    expect(officer(cells)).toEqual({ said: {}, codes: [] });
  });

  it('has them where it wrote a word', () => {
    const cells = {
      OfficerRaceEthnicity: 'Two or more races',
      OfficerGender: 'Gender Non-Conforming/X',
      OfficerRank: 'Sgt.',
    };
    expect(officer(cells).said).toEqual({ race: 'two_or_more', gender: 'non_binary', rank: 'Sgt.' });
  });

  // The list of injuries is what was told, the yes or no beside it was derived: the list decides, and a yes without any
  // injury listed is left open.
  it.each([
    ['False', 'Not injured', false, undefined, []],
    ['True', 'Contusion/bruise, Other', true, ['contusion', 'other'], []],
    ['False', 'Contusion/bruise', true, ['contusion'], []],
    ['True', 'Not injured', undefined, undefined, ['cells-contradict']],
    ['Not Provided', 'Not injured', false, undefined, []],
    ['True', 'Unknown', true, ['unknown'], []],
    ['True', '', true, undefined, []],
    ['Not Provided', '', undefined, undefined, []],
  ])(
    'injured %j with %j listed is injured: %j',
    (OfficerInjuriesInjured, OfficerInjuryType, injured, injuries, codes) => {
      const found = officer({ OfficerInjuriesInjured, OfficerInjuryType });
      expect([found.said['injured'], found.said['injuries'], found.codes]).toEqual([injured, injuries, codes]);
    },
  );
});

describe('the subject of a form of New Jersey', () => {
  const one = { SubjectType: 'Person', SubjectAge: '22', SubjectRaceEthnicity: 'Hispanic', SubjectGender: 'Female' };

  it('is described when the form is about one', () => {
    const cells = { ...one, SubjectArrested: 'True', SubjectActions: 'Attack with Hands,fists,legs, Kick' };
    const actions = ['attack_hands', 'kick'];
    expect(subjects(cells)).toEqual([
      { kind: 'person', age: 22, race: 'hispanic', gender: 'female', arrested: true, actions },
    ]);
  });

  it('is not described when the form is about several: a place in a list is no subject', () => {
    const cells = {
      SubjectType: 'Person, Unknown Subject(s)',
      SubjectAge: '22, Unknown',
      SubjectGender: 'Female, Male',
    };
    expect(subjects({ ...one, ...cells, SubjectActions: 'Kick', SubjectArrested: 'True, True' })).toEqual([
      { kind: 'person' },
      { kind: 'unknown' },
    ]);
  });

  it.each([
    ['No', false],
    ['Yes', true],
    ['No, No', false],
    ['Unknown', { state: 'unknown_final' }],
    ['Unknown, Unknown', { state: 'unknown_final' }],
    ['No, Yes', undefined],
  ])('of whom the form says %j is injured: %j', (SubjectInjuredInIncident, injured) => {
    expect(subjects({ ...one, SubjectInjuredInIncident })[0]?.['injured']).toEqual(injured);
  });

  it.each([
    ['Under 18', undefined],
    ['Unknown', { state: 'unknown_final' }],
    ['121', undefined],
  ])('of age %j has the age %j', (SubjectAge, age) => {
    expect(subjects({ ...one, SubjectAge })[0]?.['age']).toEqual(age);
  });
});

describe('a list in a form of New Jersey', () => {
  it.each([
    ['SubjectActions', 'Kick', ['kick']],
    ['SubjectActions', 'Kick, Attack with Hands,fists,legs, Spitting', ['kick', 'attack_hands', 'spitting']],
    ['SubjectActions', 'Threat to Strike with open hand, fist, or elbow, Kick', ['threat_to_strike', 'kick']],
    ['SubjectActions', 'Strike with open hand, fist, or elbow', ['strike']],
    [
      'SubjectResistance',
      'Attempt to flee , Resistive tension (stiffening, tighening muscles)',
      ['attempt_to_flee', 'resistive_tension'],
    ],
  ])('%s: %j is parted where an item that we know ends, the longest first', (column, cell, codes) => {
    const [subject = {}] = subjects({ SubjectType: 'Person', [column]: cell });
    expect(Object.values(subject)[1]).toEqual(codes);
  });

  it.each([
    ['Used arms, Used arms/hands, Used arms', ['arms', 'arms_hands', 'arms']],
    ['Kneeling on Chest, Back, Used arms/hands', ['kneeling', 'arms_hands']],
    ['Chokehold, Carotid artery restraint, Used head', ['neck_restraint', 'head']],
    ['Used magic, Used arms', ['other', 'arms']],
    ['Not Provided', []],
    ['', []],
  ])('of force, %j, keeps its order', (ForceType, types) => {
    const force = told({ ForceType }).report['force'] as { forceType: string }[];
    expect(force.map(({ forceType }) => forceType)).toEqual(types);
  });
});
