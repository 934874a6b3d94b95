import { Module } from '@nestjs/common';
import { CharterModule } from '../charter/index.js';
import { VaultModule } from '../vault/index.js';
import { EndTolling } from './actions/end-tolling.js';
import { ExtendDeadline } from './actions/extend-deadline.js';
import { RaiseAlarms } from './actions/raise-alarms.js';
import { RecordCaseEvent } from './actions/record-case-event.js';
import { TollClock } from './actions/toll-clock.js';
import { ClockController } from './api/clock.controller.js';
import { DeadlineController } from './api/deadline.controller.js';
import { DeadlineWorker } from './deadline-worker.js';
import { DeadlineReader } from './records/deadline.reader.js';

@Module({
  imports: [CharterModule, VaultModule],
  controllers: [DeadlineController, ClockController],
  providers: [RecordCaseEvent, TollClock, EndTolling, ExtendDeadline, RaiseAlarms, DeadlineReader, DeadlineWorker],
  exports: [RaiseAlarms, DeadlineWorker, DeadlineReader],
})
export class DeadlineModule {}
