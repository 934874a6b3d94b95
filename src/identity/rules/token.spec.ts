import { describe, expect, it } from '@jest/globals';
import {
  accessToken,
  clientName,
  departmentToken,
  readAccessToken,
  readClientName,
  readDepartmentToken,
  readSessionToken,
  sessionToken,
} from './token.js';

const jurisdictionId = '018f2d3c-1111-7222-8333-444455556666';
const keyId = '018f2d3c-aaaa-7bbb-8ccc-ddddeeeeffff';
const secret = 'S'.repeat(43);

describe('a token', () => {
  it('says whose it is', () => {
    expect(readSessionToken(sessionToken(jurisdictionId, secret))).toEqual({ jurisdictionId });
    expect(readDepartmentToken(departmentToken(jurisdictionId, keyId, secret))).toEqual({ jurisdictionId, keyId });
    expect(readAccessToken(accessToken(jurisdictionId, secret))).toEqual({ jurisdictionId });
    expect(readClientName(clientName(jurisdictionId, keyId))).toEqual({ jurisdictionId, id: keyId });
  });

  it('has the form that stands in the description', () => {
    const [hex, key] = [jurisdictionId, keyId].map((id) => id.replaceAll('-', ''));
    expect([
      sessionToken(jurisdictionId, secret),
      departmentToken(jurisdictionId, keyId, secret),
      accessToken(jurisdictionId, secret),
      clientName(jurisdictionId, keyId),
    ]).toEqual([`rs_${hex}_${secret}`, `rk_${hex}_${key}_${secret}`, `rd_${hex}_${secret}`, `rc_${hex}_${key}`]);
  });

  it.each([
    ['session', sessionToken(jurisdictionId, secret), readSessionToken],
    ['department', departmentToken(jurisdictionId, keyId, secret), readDepartmentToken],
    ['access', accessToken(jurisdictionId, secret), readAccessToken],
    ['client', clientName(jurisdictionId, keyId), readClientName],
  ] as const)('of a %s is none with anything more, less or else in it', (_, token, read) => {
    expect(read(token)).not.toBeNull();
    for (const other of ['', 'x', `x${token}`, `${token}x`, token.slice(1), token.slice(0, -1), token.toUpperCase()])
      expect(read(other)).toBeNull();
    expect(read(token.replace(/_./, '_g'))).toBeNull();
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
    expect(readAccessToken(sessionToken(jurisdictionId, secret))).toBeNull();
    expect(readSessionToken(accessToken(jurisdictionId, secret))).toBeNull();
  });
});
