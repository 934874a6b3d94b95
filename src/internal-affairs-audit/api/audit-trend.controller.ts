import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { stringify } from 'csv-stringify/sync';
import { Allow, CurrentActor } from '../../identity/index.js';
import type { ActorOf } from '../../shared/actor.js';
import { AuditTrendReader } from '../records/audit-trend.reader.js';
import { TrendQuestionDto } from './audit.dto.js';
import { TrendView } from './audit.view.js';

const COLUMNS = [
  ...['period', 'item', 'label', 'files', 'agreed', 'disagreed', 'notApplicable', 'agreeRate', 'agreedInTheEnd'],
];

/** How often reviewers agreed with internal affairs, by period and item of the checklist. */
@ApiTags('audits of internal affairs')
@Controller('api/v1')
export class AuditTrendController {
  constructor(private readonly trend: AuditTrendReader) {}

  /** The trend, one row a period and item. */
  @Allow('affairs-audit.read')
  @Get('affairs-audit-trend')
  async read(@CurrentActor() actor: ActorOf<'staff'>, @Query() question: TrendQuestionDto): Promise<TrendView> {
    return { items: await this.trend.read(actor, question) };
  }

  /** The same as CSV. */
  @Allow('affairs-audit.read')
  @ApiProduces('text/csv')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Get('affairs-audit-trend.csv')
  async csv(@CurrentActor() actor: ActorOf<'staff'>, @Query() question: TrendQuestionDto): Promise<string> {
    return stringify(await this.trend.read(actor, question), { header: true, columns: COLUMNS, escape_formulas: true });
  }
}
