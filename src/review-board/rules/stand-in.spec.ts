import { describe, expect, it } from '@jest/globals';
import { groundOf, type Standing, standInRefused } from './stand-in.js';

const member: Standing = { memberId: 'm', alternate: false, present: false, recused: false, replacing: false };
const alternate: Standing = { ...member, memberId: 'a', alternate: true, present: true };

describe('an alternate sits in the place of a member', () => {
  it.each<[string, Standing | undefined, Standing | undefined, string | null]>([
    ['who is away', alternate, member, null],
    ['who is recused, though in the room', alternate, { ...member, present: true, recused: true }, null],
    ['but not of one who can sit', alternate, { ...member, present: true }, 'member-can-sit'],
    ['but not when recused as well', { ...alternate, recused: true }, member, 'recused'],
    ['but not from afar', { ...alternate, present: false }, member, 'not-present'],
    ['but not in two places', { ...alternate, replacing: true }, member, 'stands-in-already'],
    ['but not where another one sits', alternate, { ...member, replacing: true }, 'stands-in-already'],
    ['but a member is no alternate', { ...alternate, alternate: false }, member, 'not-an-alternate'],
    ['but not of an alternate', alternate, { ...member, alternate: true }, 'not-an-alternate'],
    ['but not of a stranger', alternate, undefined, 'not-an-alternate'],
  ])('%s', (_case, who, whose, code) => {
    expect(standInRefused(who, whose)?.code ?? null).toBe(code);
  });

  it('on the ground of recusal first: it lasts though the member comes', () => {
    expect(groundOf({ ...member, recused: true })).toBe('recused');
    expect(groundOf(member)).toBe('away');
    expect(groundOf({ ...member, present: true })).toBeNull();
  });
});
