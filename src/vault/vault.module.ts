import { Module } from '@nestjs/common';
import { BeginRotation } from './actions/begin-rotation.js';
import { ReadKeyStanding } from './actions/read-key-standing.js';
import { RetireOrganizationKeys } from './actions/retire-organization-keys.js';
import { RewrapKeys } from './actions/rewrap-keys.js';
import { RotateKeyEncryptionKey } from './actions/rotate-key-encryption-key.js';
import { RotateOrganizationKey } from './actions/rotate-organization-key.js';
import { CaseVault } from './records/case-vault.js';
import { OfficeWords } from './records/office-words.js';
import { RotationWitnesses } from './records/rotation-witnesses.js';

const faces = [
  CaseVault,
  OfficeWords,
  RotationWitnesses,
  RotateOrganizationKey,
  RotateKeyEncryptionKey,
  RetireOrganizationKeys,
  ReadKeyStanding,
  RewrapKeys,
];

/** What names a person is sealed under its case's key, whichever feature writes it. */
@Module({ providers: [...faces, BeginRotation], exports: faces })
export class VaultModule {}
