import { Module } from '@nestjs/common';
import { EstablishJurisdiction } from './actions/establish-jurisdiction.js';
import { PrepareImport } from './actions/prepare-import.js';
import { CharterController } from './api/charter.controller.js';
import { CharterReader } from './records/charter.reader.js';

@Module({
  controllers: [CharterController],
  providers: [EstablishJurisdiction, PrepareImport, CharterReader],
  exports: [EstablishJurisdiction, PrepareImport, CharterReader],
})
export class CharterModule {}
