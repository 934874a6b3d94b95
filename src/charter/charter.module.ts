import { Module } from '@nestjs/common';
import { EstablishJurisdiction } from './actions/establish-jurisdiction.js';
import { CharterController } from './api/charter.controller.js';
import { CharterReader } from './records/charter.reader.js';

@Module({
  controllers: [CharterController],
  providers: [EstablishJurisdiction, CharterReader],
  exports: [EstablishJurisdiction, CharterReader],
})
export class CharterModule {}
