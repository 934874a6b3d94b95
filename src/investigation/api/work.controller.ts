import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import type { ActorOf } from '../../shared/actor.js';
import { AddWork } from '../actions/add-work.js';
import { WorkReader } from '../records/work.reader.js';
import { AddTaskDto, ListWorkDto, PlanInterviewDto, RequestRecordsDto } from './work.dto.js';
import { OwnTasksView, WorkAddedView, WorkView } from './work.view.js';

/** What is to be done in an investigation. */
@ApiTags('investigation')
@Controller('api/v1')
export class WorkController {
  constructor(
    private readonly addWork: AddWork,
    private readonly work: WorkReader,
  ) {}

  /** Tasks, interviews, records requests and subpoenas of a case, with every step that was taken. */
  @Allow('investigation.read')
  @Get('complaints/:complaintId/work')
  async list(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Query() { kind }: ListWorkDto,
  ): Promise<WorkView> {
    return { items: await this.work.ofCase(actor, complaintId, kind ?? null) };
  }

  /** My open tasks in all cases, what is due first first. */
  @Allow('task.list-own')
  @Get('my-tasks')
  async own(@CurrentActor() actor: ActorOf<'staff'>): Promise<OwnTasksView> {
    return { items: await this.work.own(actor) };
  }

  /** Note a task of the case. */
  @Allow('investigation.work')
  @Post('complaints/:complaintId/tasks')
  async task(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Body() task: AddTaskDto,
  ): Promise<WorkAddedView> {
    return this.addWork.run(actor, complaintId, 'task', task);
  }

  /** Plan an interview of somebody of the case. */
  @Allow('investigation.work')
  @Post('complaints/:complaintId/interviews')
  async interview(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Body() interview: PlanInterviewDto,
  ): Promise<WorkAddedView> {
    return this.addWork.run(actor, complaintId, 'interview', interview);
  }

  /** Record that records were asked for. */
  @Allow('investigation.work')
  @Post('complaints/:complaintId/records-requests')
  async records(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Body() request: RequestRecordsDto,
  ): Promise<WorkAddedView> {
    return this.addWork.run(actor, complaintId, 'records_request', request);
  }

  /** Issue a subpoena, where the charter gives the agency that power. */
  @Allow('investigation.issue-subpoena')
  @Post('complaints/:complaintId/subpoenas')
  async subpoena(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('complaintId') complaintId: string,
    @Body() subpoena: RequestRecordsDto,
  ): Promise<WorkAddedView> {
    return this.addWork.run(actor, complaintId, 'subpoena', subpoena);
  }
}
