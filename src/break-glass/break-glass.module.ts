import { Module } from '@nestjs/common';
import { VaultModule } from '../vault/index.js';
import { AskForOpening } from './actions/ask-for-opening.js';
import { DecideOnOpening } from './actions/decide-on-opening.js';
import { EndOpening } from './actions/end-opening.js';
import { ReviewOpening } from './actions/review-opening.js';
import { AskedOpeningController } from './api/asked-opening.controller.js';
import { OpeningController } from './api/opening.controller.js';
import { PublicGlassController } from './api/public-glass.controller.js';
import { OpeningReader } from './records/opening.reader.js';
import { OwnOpeningReader } from './records/own-opening.reader.js';
import { PublicGlassReader } from './records/public-glass.reader.js';

/** In the order in which an opening goes its way. */
const actions = [AskForOpening, DecideOnOpening, EndOpening, ReviewOpening];

/** Break-glass: a case past one's role, by two people, for some hours, looked at afterwards by a third. */
@Module({
  imports: [VaultModule],
  controllers: [AskedOpeningController, OpeningController, PublicGlassController],
  providers: [...actions, OpeningReader, OwnOpeningReader, PublicGlassReader],
})
export class BreakGlassModule {}
