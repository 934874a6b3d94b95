import { ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';
import { IsIn, IsObject, IsOptional, IsString, Length, Matches } from 'class-validator';
import { AMENDMENT_KINDS, type AmendmentKind } from '../rules/amendment-kind.js';
import { ReportDto } from './report.dto.js';

export class AmendmentDto {
  /** `correct` changes what was told; `supplement` adds to it and alters no answer; `withdraw` takes the report back */
  @IsIn(AMENDMENT_KINDS)
  kind!: AmendmentKind;

  /** Why; it is kept with the report */
  @IsString()
  @Length(1, 2000)
  @Matches(/\S/)
  reason!: string;

  /** The whole report as it is told now; nothing for a withdrawal */
  @ApiPropertyOptional({ allOf: [{ $ref: getSchemaPath(ReportDto) }] })
  @IsOptional()
  @IsObject()
  report?: object;
}
