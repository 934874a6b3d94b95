import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import type { ActorOf } from '../../shared/actor.js';
import { AfterVoteReader } from '../records/after-vote.reader.js';
import { AfterVoteView } from './after-vote.view.js';

/** The chain of decisions in a case. */
@ApiTags('after the vote')
@Controller('api/v1/complaints/:complaintId/decisions')
export class DecisionController {
  constructor(private readonly afterVote: AfterVoteReader) {}

  /** Each matter with every decision on it, the first first; and what was asked, escalated and appealed on the way. */
  @Allow('complaint.read')
  @Get()
  async show(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
  ): Promise<AfterVoteView> {
    return this.afterVote.ofCase(actor, complaintId);
  }
}
