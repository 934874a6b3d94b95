import { Module } from '@nestjs/common';
import { CaseVault } from './records/case-vault.js';

/** What names a person is sealed under its case's key, whichever feature writes it. */
@Module({ providers: [CaseVault], exports: [CaseVault] })
export class VaultModule {}
