import { Module } from '@nestjs/common';
import { CaseVault } from './records/case-vault.js';
import { OfficeWords } from './records/office-words.js';

/** What names a person is sealed under its case's key, whichever feature writes it. */
@Module({ providers: [CaseVault, OfficeWords], exports: [CaseVault, OfficeWords] })
export class VaultModule {}
