import { IsBoolean, IsIn, IsISO8601, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { TERM_ENDS, type TermEnd } from '../actions/end-term.js';
import { type Office, OFFICES } from '../records/board-officer.store.js';

const DAY = /^\d{4}-\d\d-\d\d$/;

export class FoundBoardDto {
  @IsString()
  @Length(1, 200)
  name!: string;
}

export class SeatMemberDto {
  /** A staff account with the role board_member */
  @IsUUID()
  staffId!: string;

  /** A seat that was established; its authority is then known */
  @IsOptional()
  @IsUUID()
  seatId?: string | null;

  /** Without a seat: the authority that appoints, e.g. `mayor`, `city council` */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  appointedBy?: string | null;

  /** First day of the term, YYYY-MM-DD */
  @Matches(DAY)
  @IsISO8601({ strict: true })
  termFrom!: string;

  /** Last day of the term, YYYY-MM-DD */
  @Matches(DAY)
  @IsISO8601({ strict: true })
  termTo!: string;
}

export class EstablishSeatDto {
  /** E.g. `Seat 4`, `District 2`: one of the board's own */
  @IsString()
  @Length(1, 100)
  @Matches(/\S/, { message: 'label must name the seat.' })
  label!: string;

  /** Who appoints to it, e.g. `mayor`, `city council` */
  @IsString()
  @Length(1, 200)
  @Matches(/\S/, { message: 'appointingAuthority must name who appoints.' })
  appointingAuthority!: string;

  /** Whoever holds it sits only in the place of a member who is recused or away */
  @IsBoolean()
  alternate!: boolean;

  /** YYYY-MM-DD */
  @Matches(DAY)
  @IsISO8601({ strict: true })
  establishedOn!: string;
}

export class EndTermDto {
  /** YYYY-MM-DD; the seat is vacant from the day after */
  @Matches(DAY)
  @IsISO8601({ strict: true })
  lastDay!: string;

  @IsIn(TERM_ENDS)
  reason!: TermEnd['reason'];
}

export class ElectOfficerDto {
  @IsUUID()
  memberId!: string;

  @IsIn(OFFICES)
  office!: Office;

  /** First day, YYYY-MM-DD */
  @Matches(DAY)
  @IsISO8601({ strict: true })
  from!: string;

  /** Last day, YYYY-MM-DD */
  @Matches(DAY)
  @IsISO8601({ strict: true })
  to!: string;
}
