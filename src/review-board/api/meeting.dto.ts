import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { MEETING_KINDS, type MeetingKind } from '../../charter/index.js';

export class ScheduleMeetingDto {
  @IsUUID()
  boardId!: string;

  /** The charter gives each kind its hours of notice */
  @IsIn(MEETING_KINDS)
  kind!: MeetingKind;

  /** ISO 8601 with the offset, e.g. 2026-03-10T18:00:00-05:00; at most 366 days ahead */
  @Matches(/T.*(Z|[+-]\d\d:\d\d)$/, {
    message: 'startsAt must be a time with its offset, e.g. 2026-03-10T18:00:00-05:00',
  })
  @IsISO8601({ strict: true, strictSeparator: true })
  startsAt!: string;
}

export class MeetingPageDto {
  /** How many, 50 when not said */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit = 50;

  /** The id of the last meeting of the page before */
  @IsOptional()
  @IsUUID()
  after?: string;
}

export class AddAgendaItemDto {
  @IsString()
  @Length(1, 500)
  title!: string;

  @IsBoolean()
  closed!: boolean;

  /** For a closed item: a code of the charter's closedSessionGrounds */
  @IsOptional()
  @IsString()
  @Length(1, 100)
  legalBasis?: string | null;

  /** A case that is before the board */
  @IsOptional()
  @IsUUID()
  complaintId?: string | null;

  /** The panel that decides the case; without one the whole board does */
  @IsOptional()
  @IsUUID()
  panelId?: string | null;
}

export class AttendanceDto {
  @IsUUID()
  memberId!: string;
}
