import { Controller, Get, Query } from '@nestjs/common';
import { ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, IsUUID, Matches, Max, Min } from 'class-validator';
import { Allow, CurrentActor } from '../../identity/index.js';
import type { Actor } from '../../shared/actor.js';
import { PendingAnswerReader } from '../records/pending-answer.reader.js';
import { PendingAnswerPageView } from './pending-answer.view.js';

export class ListPendingDto {
  /** Of one department, for staff; a department sees its own alone */
  @IsOptional()
  @IsUUID()
  departmentId?: string;

  /** Only what this programme asks for, by the profile's id */
  @IsOptional()
  @IsString()
  @Matches(/^[a-z0-9-]{1,60}$/, { message: 'profile must be the id of a profile.' })
  profile?: string;

  /** Only this element, as a report names it */
  @IsOptional()
  @IsString()
  @Matches(/^\w{1,60}$/, { message: 'element must be the name of an element.' })
  element?: string;

  /** Only what has been pending for at least so many days */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(36_500)
  leastDays?: number;

  /** The `next` of the page before */
  @IsOptional()
  @IsString()
  after?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit = 50;
}

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
