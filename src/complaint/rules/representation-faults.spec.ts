import { describe, expect, it } from '@jest/globals';
import { genericCharter } from '../../charter/index.js';
import { type NewRepresentation, representationFaults, type RepresentationGround } from './representation-faults.js';

const told: NewRepresentation = { representativeId: 'r', personId: 'p', from: '2024-03-01', receives: ['letters'] };
const ofOfficer = { personId: undefined, complaintOfficerId: 'o' };
const by = (...representativeRoles: string[]): Partial<RepresentationGround> => ({ representativeRoles });

describe('standing for somebody', () => {
  it.each<[string, Partial<NewRepresentation>, Partial<RepresentationGround>, string[]]>([
    ['is for an attorney', {}, by('attorney'), []],
    ['is for whoever has one role that does', {}, by('witness', 'guardian'), []],
    ['is not for a witness', {}, by('witness'), ['does-not-represent']],
    ['of a person is not for the union', {}, by('union_representative'), ['does-not-represent']],
    ['of an officer is', ofOfficer, by('union_representative'), []],
    ['of an officer is not for a guardian', ofOfficer, by('guardian'), ['does-not-represent']],
    ['is for one person or officer at a time', { complaintOfficerId: 'o' }, by('attorney'), ['one-represented']],
    ['is for somebody', { personId: undefined }, by('attorney'), ['one-represented']],
    ['is for another than oneself', { personId: 'r' }, by('attorney'), ['one-represented']],
    ['is for somebody of the case', {}, { ...by('attorney'), representedThere: false }, ['not-in-this-case']],
    ['is done by somebody of the case', {}, { representativeRoles: null }, ['not-in-this-case']],
    ['ends after it began', { until: '2024-02-29' }, by('attorney'), ['before-it-began']],
    ['may last a day', { until: '2024-03-01' }, by('attorney'), []],
    ['is said once', {}, { ...by('attorney'), overlaps: true }, ['represents-already']],
    ['brings what the charter knows', { receives: ['gossip'] }, by('attorney'), ['not-in-charter']],
  ])('%s', (_rule, more, ground, codes) => {
    const faults = representationFaults(
      genericCharter,
      { ...told, ...more },
      { representativeRoles: [], representedThere: true, overlaps: false, ...ground },
    );
    expect(faults.map(({ code }) => code)).toEqual(codes);
  });
});
