import { describe, expect, it } from '@jest/globals';
import { departmentToken, readDepartmentToken, readSessionToken, sessionToken } from './token.js';

const jurisdictionId = '018f2d3c-1111-7222-8333-444455556666';
const keyId = '018f2d3c-aaaa-7bbb-8ccc-ddddeeeeffff';
const secret = 'S'.repeat(43);

describe('a token', () => {
  it('says whose it is', () => {
    expect(readSessionToken(sessionToken(jurisdictionId, secret))).toEqual({ jurisdictionId });
    expect(readDepartmentToken(departmentToken(jurisdictionId, keyId, secret))).toEqual({ jurisdictionId, keyId });
  });

  it.each([
    '',
    'rs_',
    `rs_${jurisdictionId}_${secret}`,
    sessionToken(jurisdictionId, 'short'),
    `${sessionToken(jurisdictionId, secret)}x`,
  ])('is not one: %j', (token) => {
    expect(readSessionToken(token)).toBeNull();
  });

  it('of one kind is none of the other', () => {
    expect(readDepartmentToken(sessionToken(jurisdictionId, secret))).toBeNull();
    expect(readSessionToken(departmentToken(jurisdictionId, keyId, secret))).toBeNull();
  });
});
