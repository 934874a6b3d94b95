import { describe, expect, it } from '@jest/globals';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { type Place, seal, unseal } from '../../src/platform/crypto/index.js';
import { OrganizationKey } from '../../src/platform/keys/index.js';
import { CaseKey } from '../../src/vault/index.js';
import { flipped, type Sealer, type Standing, swapped } from './swaps.js';

const JURISDICTIONS = ['riverton', 'milltown'];
const CASES = ['case-1', 'case-2', 'case-3'];

/** Every field of two tables and two columns of every case of both jurisdictions, each case under its own key. */
function fields(keyOf: () => Buffer): Standing[] {
  return JURISDICTIONS.flatMap((jurisdictionId) =>
    CASES.flatMap((caseId) => {
      const key = new CaseKey(keyOf(), jurisdictionId, []);
      const sealer: Sealer = {
        seal: (place, text) => key.seal(place, text.toString('hex')),
        open: (place, sealed) => Buffer.from(key.open(place, sealed)),
      };
      return ['finding', 'message'].flatMap((table) =>
        ['text_cipher', 'reason_cipher'].map((column) => ({
          sealer,
          place: { jurisdictionId, table, column, rowId: `${caseId}/${table}` },
        })),
      );
    }),
  );
}

/** The wrapped keys of cases, compartments and epochs under two versions of each jurisdiction's key. */
function wrappedKeys(sealerOf: (key: OrganizationKey) => Sealer): Standing[] {
  return JURISDICTIONS.flatMap((jurisdictionId) =>
    [1, 2].flatMap((version) => {
      const sealer = sealerOf(new OrganizationKey(version, jurisdictionId, randomBytes(32)));
      return CASES.flatMap((rowId) =>
        ['case_key', 'incident_compartment', 'release_epoch'].map((table) => ({
          sealer,
          place: { jurisdictionId, table, column: 'wrapped', rowId },
        })),
      );
    }),
  );
}

const wrapping = (key: OrganizationKey): Sealer => ({
  seal: (place, text) => key.wrap(place, text),
  open: (place, sealed) => key.unwrap(place, sealed),
});
const one = randomBytes(32);
/** All under one key: only the place that is authenticated keeps them apart. */
const underOneKey = (sealer: Sealer): Standing[] => fields(() => one).map(({ place }) => ({ sealer, place }));
const bound: Sealer = {
  seal: (place: Place, text: Buffer) => seal(one, place, text),
  open: (place: Place, sealed: Buffer) => unseal(one, place, sealed),
};
/** As `bound`, and somebody left the associated data out. */
const unbound: Sealer = {
  seal: (_, text) => {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', one, iv);
    return Buffer.concat([iv, cipher.update(text), cipher.final(), cipher.getAuthTag()]);
  },
  open: (_, sealed) => {
    const decipher = createDecipheriv('aes-256-gcm', one, sealed.subarray(0, 12));
    decipher.setAuthTag(sealed.subarray(-16));
    return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
  },
};

describe('sealed values put where others stand', () => {
  it.each<[string, () => Standing[]]>([
    ['texts of cases, each under its key', () => fields(() => randomBytes(32))],
    ['texts of cases that have the same key', () => fields(() => one)],
    ['values under one and the same key', () => underOneKey(bound)],
    ['wrapped keys, between cases, tables, jurisdictions and versions', () => wrappedKeys(wrapping)],
  ])('open nowhere, in 1,000 tries: %s', (_, standings) => {
    expect(swapped(standings(), 1_000)).toBe(0);
  });

  it('are found out to open when the place is not authenticated (planted)', () => {
    expect(swapped(underOneKey(unbound), 1_000)).toBe(1_000);
  });
});

describe('sealed values with a bit flipped', () => {
  // ASVS 5.0: V11.3.3
  it('open in none of 10,000 tries', () => {
    expect(
      flipped(wrappedKeys(wrapping), 5_000) +
        flipped(
          fields(() => randomBytes(32)),
          5_000,
        ),
    ).toBe(0);
  });

  it('are found out to open when nobody checks (planted)', () => {
    const unchecked: Sealer = {
      seal: (place, text) => bound.seal(place, text),
      open: (_, sealed) => {
        const nonce = Buffer.concat([sealed.subarray(1, 13), Buffer.of(0, 0, 0, 2)]);
        return createDecipheriv('aes-256-ctr', one, nonce).update(sealed.subarray(13, -16));
      },
    };
    expect(flipped(underOneKey(unchecked), 100)).toBe(100);
  });
});
