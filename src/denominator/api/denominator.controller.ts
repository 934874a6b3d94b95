import { Body, Controller, Get, Header, Param, Put, Query } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { stringify } from 'csv-stringify/sync';
import { Allow, CurrentActor, Public } from '../../identity/index.js';
import type { ActorOf } from '../../shared/actor.js';
import { TellDenominator } from '../actions/tell-denominator.js';
import { PublicDenominatorReader } from '../records/public-denominator.reader.js';
import { DenominatorAddressDto, DenominatorQuestionDto, TellDenominatorDto } from './denominator.dto.js';
import { DenominatorRowsView, DenominatorView } from './denominator.view.js';

/** What released counts are divided by: officers, people, stops and arrests by month and group, each with its source. */
@ApiTags('denominators')
@Controller('api/v1')
export class DenominatorController {
  constructor(
    private readonly tellDenominator: TellDenominator,
    private readonly published: PublicDenominatorReader,
  ) {}

  /** Tell a count; it is public at once. Told otherwise later, the new version stands and the old one stays readable. */
  @Allow('denominator.tell')
  @Put('denominators/:kind/:month/:grouping')
  async tell(
    @CurrentActor() actor: ActorOf<'department'> | ActorOf<'staff'>,
    @Param() { kind, month, grouping }: DenominatorAddressDto,
    @Body() told: TellDenominatorDto,
  ): Promise<DenominatorView> {
    const { departmentId = null, sourceUrl = null, source, counts } = told;
    return this.tellDenominator.run(actor, { kind, month, grouping, departmentId, source, sourceUrl, counts });
  }

  /** The counts of a place, one row a group. */
  @Public()
  @Get('jurisdictions/:jurisdiction/denominators')
  async list(
    @Param('jurisdiction') slug: string,
    @Query() { 'all-versions': all, ...question }: DenominatorQuestionDto,
  ): Promise<DenominatorRowsView> {
    return { items: await this.published.rows(slug, { ...question, allVersions: all === 'true' }) };
  }

  /** The same as CSV. */
  @Public()
  @ApiProduces('text/csv')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Get('jurisdictions/:jurisdiction/denominators.csv')
  async csv(
    @Param('jurisdiction') slug: string,
    @Query() { 'all-versions': all, ...question }: DenominatorQuestionDto,
  ): Promise<string> {
    const rows = await this.published.rows(slug, { ...question, allVersions: all === 'true' });
    return stringify(rows, { header: true, columns: COLUMNS, escape_formulas: true });
  }
}

const COLUMNS = ['kind', 'month', 'department', 'grouping', 'group', 'count', 'source', 'sourceUrl', 'version'];
