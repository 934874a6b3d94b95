import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import type { ActorOf } from '../../shared/actor.js';
import { TakeStep } from '../actions/take-step.js';
import { InterviewStepDto, RecordsStepDto, SubpoenaStepDto, TaskStepDto } from './work.dto.js';

/** How the work of an investigation goes on. */
@ApiTags('investigation')
@Controller('api/v1/complaints/:complaintId')
export class WorkStepController {
  constructor(private readonly takeStep: TakeStep) {}

  /** A task is done or cancelled. */
  @Allow('investigation.work')
  @Post('tasks/:itemId/steps')
  @HttpCode(204)
  async task(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Param('itemId', EXISTING_ID) itemId: string,
    @Body() step: TaskStepDto,
  ): Promise<void> {
    await this.takeStep.run(actor, { complaintId, kind: 'task', itemId }, step);
  }

  /** Notice was sent, a day agreed, the interview held, missed or refused. An officer's statement needs its warning. */
  @Allow('investigation.work')
  @Post('interviews/:itemId/steps')
  @HttpCode(204)
  async interview(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Param('itemId', EXISTING_ID) itemId: string,
    @Body() step: InterviewStepDto,
  ): Promise<void> {
    await this.takeStep.run(actor, { complaintId, kind: 'interview', itemId }, step);
  }

  /** Records came, in part or whole, or were refused. */
  @Allow('investigation.work')
  @Post('records-requests/:itemId/steps')
  @HttpCode(204)
  async records(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Param('itemId', EXISTING_ID) itemId: string,
    @Body() step: RecordsStepDto,
  ): Promise<void> {
    await this.takeStep.run(actor, { complaintId, kind: 'records_request', itemId }, step);
  }

  /** A subpoena was served, complied with, defied, quashed or withdrawn. */
  @Allow('investigation.work')
  @Post('subpoenas/:itemId/steps')
  @HttpCode(204)
  async subpoena(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Param('itemId', EXISTING_ID) itemId: string,
    @Body() step: SubpoenaStepDto,
  ): Promise<void> {
    await this.takeStep.run(actor, { complaintId, kind: 'subpoena', itemId }, step);
  }
}
