import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import type { ActorOf } from '../../shared/actor.js';
import { FileComplaint } from '../actions/file-complaint.js';
import { ComplaintListReader } from '../records/complaint-list.reader.js';
import { FileComplaintDto } from './file-complaint.dto.js';
import { TakenInView } from './filed-complaint.view.js';
import { ListComplaintsDto, listQuestion } from './list-complaints.dto.js';
import { ComplaintPageView } from './list-complaints.view.js';

/** The staff's desk: what has come in. */
@ApiTags('complaint')
@Controller('api/v1/complaints')
export class ComplaintDeskController {
  constructor(
    private readonly fileComplaint: FileComplaint,
    private readonly complaints: ComplaintListReader,
  ) {}

  /** Take in a complaint on somebody's behalf: by telephone, letter or in person. Tell them the receipt code. */
  @Allow('complaint.take-in')
  @Post()
  async takeIn(@CurrentActor() actor: ActorOf<'staff'>, @Body() complaint: FileComplaintDto): Promise<TakenInView> {
    return this.fileComplaint.run(actor, complaint);
  }

  /** The cases, newest first. Investigators see those assigned to them. */
  @Allow('complaint.list')
  @Get()
  async list(@CurrentActor() actor: ActorOf<'staff'>, @Query() query: ListComplaintsDto): Promise<ComplaintPageView> {
    return this.complaints.page(actor, listQuestion(query));
  }
}
