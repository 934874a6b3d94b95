import { describe, expect, it } from '@jest/globals';
import { type InCommon, relatedScore } from './related-score.js';

const nothing: InCommon = {
  officers: 0,
  sameContact: false,
  sameName: false,
  sameBeat: false,
  sameDistrict: false,
  daysApart: null,
  categories: 0,
};

describe('how much two cases have in common', () => {
  it.each<[Partial<InCommon>, number, string[]]>([
    [{}, 0, []],
    [{ officers: 2 }, 0.4, ['same_officers']],
    [{ sameContact: true, sameName: true }, 0.4, ['same_contact']],
    [{ sameDistrict: true, daysApart: 0 }, 0.35, ['same_place_and_time']],
    [{ sameDistrict: true, daysApart: 2 }, 0.15, ['near_place_and_time']],
    [{ sameDistrict: true, daysApart: 9 }, 0, []],
    [
      { sameBeat: true, sameDistrict: true, daysApart: 1, categories: 0.5 },
      0.45,
      ['same_place_and_time', 'like_allegations'],
    ],
    [
      { officers: 1, sameContact: true, sameBeat: true, daysApart: 0, categories: 1 },
      1,
      ['same_officers', 'same_contact', 'same_place_and_time', 'like_allegations'],
    ],
  ])('%j: %f', (common, score, reasons) => {
    expect(relatedScore({ ...nothing, ...common })).toEqual({ score, reasons });
  });
});
