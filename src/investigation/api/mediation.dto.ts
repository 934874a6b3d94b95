import { ArrayUnique, IsArray, IsBoolean, IsIn, IsString, IsUUID, Matches } from 'class-validator';
import { MEDIATION_PARTIES, type MediationParty } from '../rules/mediation-moves.js';

const ISO_DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

// No field of these takes free text: what is said in mediation is not recorded.

export class OfferMediationDto {
  /** A subject officer of the case who is known */
  @IsUUID()
  complaintOfficerId!: string;

  /** Which grounds of the charter's `mediation.excludedBy` hold; with any, it is not offered */
  @IsArray()
  @ArrayUnique()
  @IsString({ each: true })
  excludedBy!: string[];
}

class OnDayDto {
  /** ISO date, today at the latest */
  @Matches(ISO_DATE)
  on!: string;
}

export class AnswerMediationDto extends OnDayDto {
  @IsIn(MEDIATION_PARTIES)
  party!: MediationParty;

  @IsBoolean()
  accepted!: boolean;
}

export class NameMediatorDto extends OnDayDto {
  /** Of the staff, with the role mediator */
  @IsUUID()
  staffId!: string;
}

export class RecordSessionDto extends OnDayDto {}

export class EndMediationDto extends OnDayDto {
  @IsIn(['mediated', 'attempted'])
  outcome!: 'mediated' | 'attempted';
}
