import { Module } from '@nestjs/common';
import { ProveEvent } from './actions/prove-event.js';
import { SealHistory } from './actions/seal-history.js';
import { VerifyHistory } from './actions/verify-history.js';
import { CheckpointController } from './api/checkpoint.controller.js';
import { Checkpoints } from './log/checkpoints.js';
import { PublishedCheckpointReader } from './records/published-checkpoint.reader.js';
import { SealWorker } from './seal-worker.js';

@Module({
  controllers: [CheckpointController],
  providers: [Checkpoints, SealHistory, VerifyHistory, ProveEvent, PublishedCheckpointReader, SealWorker],
  exports: [Checkpoints, SealHistory, VerifyHistory, ProveEvent, SealWorker],
})
export class AuditLogModule {}
