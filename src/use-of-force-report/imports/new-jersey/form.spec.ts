import { describe, expect, it } from '@jest/globals';
import { COLUMNS, type Form } from './columns.js';
import { officerInForm } from './officer-in-form.js';
import { subjectsInForm } from './subjects-in-form.js';

const blank = Object.fromEntries(COLUMNS.map((column) => [column, ''])) as unknown as Form;

function officer(cells: Partial<Form>) {
  const oddities: string[] = [];
  return { ...officerInForm({ ...blank, ...cells }, oddities), oddities };
}

function subjects(cells: Partial<Form>) {
  const oddities: string[] = [];
  return { ...subjectsInForm({ ...blank, ...cells }, oddities), oddities };
}

describe('the officer of a form', () => {
  it.each([
    ['29', 29],
    ['24 years old', 24],
    ['31 YEARS OLD', 31],
    ['0', null],
    ['360', null],
    ['3.5', null],
    ['5/21/2007', null],
    ['N/A', null],
  ])('whose age is %j is %j', (OfficerAge, age) => {
    expect(officer({ OfficerAge })).toMatchObject({
      officerAge: age,
      oddities: age === null ? ['officer-age-unreadable'] : [],
    });
  });

  it('has neither race, gender nor rank where the portal wrote a placeholder', () => {
    const cells = { OfficerRaceEthnicity: 'Not Provided', OfficerGender: 'Other', OfficerRank: 'Agency User' };
    expect(officer(cells)).toMatchObject({ officerRace: null, officerGender: null, officerRank: null, oddities: [] });
  });

  it('has them where it wrote a word', () => {
    const cells = {
      OfficerRaceEthnicity: 'Two or more races',
      OfficerGender: 'Gender Non-Conforming/X',
      OfficerRank: 'Sgt.',
    };
    expect(officer(cells)).toMatchObject({
      officerRace: 'two_or_more',
      officerGender: 'non_binary',
      officerRank: 'Sgt.',
    });
  });

  it.each([
    ['False', 'Not injured', false, null, []],
    ['True', 'Contusion/bruise, Other', true, ['contusion', 'other'], []],
    ['False', 'Contusion/bruise', true, ['contusion'], ['officer-injury-contradicted']],
    ['True', 'Not injured', null, null, ['officer-injury-contradicted']],
    ['Not Provided', 'Not injured', false, null, []],
    ['True', 'Unknown', true, ['unknown'], []],
    ['True', '', true, null, []],
    ['Not Provided', '', null, null, []],
  ])(
    'injured %j with %j listed is injured: %j',
    (OfficerInjuriesInjured, OfficerInjuryType, injured, injuries, oddities) => {
      const told = officer({ OfficerInjuriesInjured, OfficerInjuryType });
      expect(told).toMatchObject({ officerInjured: injured, officerInjuries: injuries, oddities });
    },
  );
});

describe('the subject of a form', () => {
  const one = { SubjectType: 'Person', SubjectAge: '22', SubjectRaceEthnicity: 'Hispanic', SubjectGender: 'Female' };

  it('is described when the form is about one', () => {
    const cells = { ...one, SubjectArrested: 'True', SubjectActions: 'Attack with Hands,fists,legs, Kick' };
    expect(subjects(cells)).toMatchObject({
      kinds: ['person'],
      age: 22,
      race: 'hispanic',
      gender: 'female',
      arrested: true,
      actions: ['attack_hands', 'kick'],
    });
  });

  it('is not described when the form is about several: a place in a list is no subject', () => {
    const cells = {
      SubjectType: 'Person, Unknown Subject(s)',
      SubjectAge: '22, Unknown',
      SubjectGender: 'Female, Male',
    };
    const told = subjects({ ...one, ...cells, SubjectActions: 'Kick', SubjectArrested: 'True, True' });
    expect(told).toMatchObject({
      kinds: ['person', 'unknown'],
      age: null,
      race: null,
      gender: null,
      actions: null,
      arrested: null,
    });
  });

  it.each([
    ['No', false, []],
    ['Yes', true, []],
    ['No, No', false, []],
    ['Unknown', null, []],
    ['No, Yes', null, ['subject-injury-contradicted']],
  ])('of whom the form says %j is injured: %j', (SubjectInjuredInIncident, injured, oddities) => {
    expect(subjects({ ...one, SubjectInjuredInIncident })).toMatchObject({ injured, oddities });
  });

  it.each(['Under 18', 'Unknown', '121'])('of age %j has no age in years', (SubjectAge) => {
    expect(subjects({ ...one, SubjectAge }).age).toBeNull();
  });
});
