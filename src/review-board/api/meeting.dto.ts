import { IsBoolean, IsIn, IsISO8601, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { MEETING_KINDS, type MeetingKind } from '../../charter/index.js';

export class ScheduleMeetingDto {
  @IsUUID()
  boardId!: string;

  /** The charter gives each kind its hours of notice */
  @IsIn(MEETING_KINDS)
  kind!: MeetingKind;

  /** ISO 8601 with the offset, e.g. 2026-03-10T18:00:00-05:00; at most 366 days ahead */
  @Matches(/^.{1,20}T.{1,40}(Z|[+-]\d\d:\d\d)$/, {
    message: 'startsAt must be a time with its offset, e.g. 2026-03-10T18:00:00-05:00',
  })
  @IsISO8601({ strict: true, strictSeparator: true })
  startsAt!: string;

  /** Where, as the public is told */
  @IsOptional()
  @IsString()
  @Length(1, 500)
  place?: string | null;

  /** How to take part from afar: an address of a web page, a telephone number */
  @IsOptional()
  @IsString()
  @Length(1, 500)
  remoteAccess?: string | null;

  /** Of an emergency meeting: what could not wait; published */
  @IsOptional()
  @IsString()
  @Length(1, 2000)
  @Matches(/\S/, { message: 'emergencyReason must say what could not wait.' })
  emergencyReason?: string | null;
}

export class CancelMeetingDto {
  /** As the public is told */
  @IsString()
  @Length(1, 2000)
  @Matches(/\S/, { message: 'reason must say why.' })
  reason!: string;
}

export class AddAgendaItemDto {
  /** Of an open item it is published with the agenda; of a closed one never */
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

  /** An earlier meeting of the board: its minutes are approved under this item */
  @IsOptional()
  @IsUUID()
  approvesMinutesOf?: string | null;
}

export class AttendanceDto {
  @IsUUID()
  memberId!: string;
}

export class ArrivalDto extends AttendanceDto {
  /** By telephone or video; false when not said */
  @IsOptional()
  @IsBoolean()
  remote?: boolean;
}

export class SeatAlternateDto {
  @IsUUID()
  alternateId!: string;

  /** The member in whose place the alternate sits */
  @IsUUID()
  memberId!: string;

  /** The case from which the member is recused; without it: the member is away */
  @IsOptional()
  @IsUUID()
  complaintId?: string | null;
}
