import { Module } from '@nestjs/common';
import { TellDenominator } from './actions/tell-denominator.js';
import { DenominatorController } from './api/denominator.controller.js';
import { PublicDenominatorReader } from './records/public-denominator.reader.js';

@Module({
  controllers: [DenominatorController],
  providers: [TellDenominator, PublicDenominatorReader],
  exports: [TellDenominator],
})
export class DenominatorModule {}
