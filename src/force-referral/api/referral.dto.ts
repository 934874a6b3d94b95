import { ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsBoolean, IsOptional, IsString, IsUUID, Length } from 'class-validator';

export class CaseOnReportDto {
  /** What the case is about; without it the reviewer's reasons stand there. Kept sealed */
  @IsOptional()
  @IsString()
  @Length(1, 20_000)
  narrative?: string;

  /** Codes of the charter's `allegations` */
  @ApiPropertyOptional({ type: [String] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @Length(1, 100, { each: true })
  allegations?: string[];
}

export class AgendaPlaceDto {
  @IsUUID()
  meetingId!: string;

  /** As the public reads it */
  @IsString()
  @Length(1, 500)
  title!: string;

  @IsBoolean()
  closed!: boolean;

  /** A code of the charter's `meetings.closedSessionGrounds`, when the item is closed */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  legalBasis?: string;
}

export class LinkReportDto {
  @IsUUID()
  reportId!: string;

  /** Why; kept sealed */
  @IsString()
  @Length(1, 5000)
  reason!: string;
}
