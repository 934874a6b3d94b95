import { Module } from '@nestjs/common';
import { CharterModule } from '../charter/index.js';
import { CaseVault } from './records/case-vault.js';

@Module({
  imports: [CharterModule],
  providers: [CaseVault],
  exports: [CaseVault],
})
export class ComplaintModule {}
