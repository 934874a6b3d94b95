import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import type { Actor } from '../../shared/actor.js';
import { PendingAnswerReader } from '../records/pending-answer.reader.js';
import { ListPendingDto } from './list-pending.dto.js';
import { PendingAnswerPageView } from './pending-answer.view.js';

/** What was told as not known yet, and is waited for. */
@ApiTags('use-of-force-report')
@Controller('api/v1/use-of-force-reports/pending-answers')
export class PendingAnswerController {
  constructor(private readonly pending: PendingAnswerReader) {}

  /** Answers that are still pending, each with its age and the programmes that ask for it, the oldest first. */
  @Allow('use-of-force.read-pending')
  @Get()
  async list(@CurrentActor() actor: Actor, @Query() wanted: ListPendingDto): Promise<PendingAnswerPageView> {
    return this.pending.page(actor, wanted);
  }
}
