import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { IsOptional, IsString, Length, Matches } from 'class-validator';
import { PublicReportingReader, type ReportingPlace, type ReportingRow } from '../../../department-reporting/index.js';
import { Public } from '../../../identity/index.js';
import { NotFound } from '../../../platform/errors/rule-broken.js';
import { page, type Shell } from '../../../platform/html/page.js';
import { ReadBy } from '../../../platform/html/read-by.decorator.js';
import type { Reader } from '../../../platform/html/reader.js';
import { text } from '../../../platform/html/text.js';
import { departmentPage } from './department.page.js';
import { reportingPage } from './reporting.page.js';

export class ReportingPageDto {
  /** YYYY or YYYY-MM; the last year that is over, or else the last month, when this is left out */
  @IsOptional()
  @Matches(/^\d{4}(-\d\d)?$/, { message: 'period must be written YYYY or YYYY-MM.' })
  period?: string;

  /** One department, through time */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  department?: string;

  /** The language of the page */
  @IsOptional()
  @IsString()
  @Length(1, 20)
  lang?: string;
}

/** How departments report, for people: side by side in one period, or one of them through time. */
@ApiExcludeController()
@Controller('department-reporting')
export class ReportingController {
  constructor(private readonly reporting: PublicReportingReader) {}

  @Public()
  @Get(':jurisdiction')
  @Header('content-type', 'text/html; charset=utf-8')
  async show(
    @Param('jurisdiction') jurisdiction: string,
    @Query() { period, department }: ReportingPageDto,
    @ReadBy() reader: Reader,
  ): Promise<string> {
    const place = (await this.reporting.places()).find((each) => each.jurisdiction === jurisdiction);
    if (!place) throw new NotFound();
    return department === undefined
      ? this.sideBySide(place, reader, period)
      : this.throughTime(place, reader, await this.reporting.rows(jurisdiction, { department }));
  }

  private async sideBySide(place: ReportingPlace, reader: Reader, wanted?: string): Promise<string> {
    const periods = await this.reporting.periods(place.jurisdiction);
    const period = wanted ?? periods.find((each) => each.length === 4) ?? periods.at(0) ?? '';
    if (!periods.includes(period)) throw new NotFound();
    const grain = period.length === 4 ? 'year' : 'month';
    const rows = await this.reporting.rows(place.jurisdiction, { grain, from: period, to: period });
    const title = text(reader.language, 'reporting.title', { name: place.name, period });
    return page(title, reportingPage({ place, periods, period, rows }, reader), shellFor(reader));
  }

  private throughTime(place: ReportingPlace, reader: Reader, rows: ReportingRow[]): string {
    const [first] = rows;
    if (!first) throw new NotFound();
    const { department } = first;
    const title = text(reader.language, 'reporting.of-department', { department, name: place.name });
    return page(title, departmentPage(place, rows, reader), shellFor(reader));
  }
}

const shellFor = (reader: Reader): Shell => ({ reader, description: text(reader.language, 'reporting.about') });
