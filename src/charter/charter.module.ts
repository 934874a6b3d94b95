import { Module } from '@nestjs/common';
import { EnactCharter } from './actions/enact-charter.js';
import { EstablishJurisdiction } from './actions/establish-jurisdiction.js';
import { PrepareImport } from './actions/prepare-import.js';
import { CharterPagesController } from './api/charter-pages.controller.js';
import { CharterController } from './api/charter.controller.js';
import { CharterReader } from './records/charter.reader.js';
import { PublicCharterReader } from './records/public-charter.reader.js';

@Module({
  controllers: [CharterController, CharterPagesController],
  providers: [EstablishJurisdiction, EnactCharter, PrepareImport, CharterReader, PublicCharterReader],
  exports: [EstablishJurisdiction, EnactCharter, PrepareImport, CharterReader],
})
export class CharterModule {}
