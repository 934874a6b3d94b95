import { IsString, Length, Matches } from 'class-validator';

const ISO_DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

export class AffidavitReceivedDto {
  /** YYYY-MM-DD, today at the latest */
  @Matches(ISO_DATE, { message: 'receivedOn must be a date like 2026-03-31.' })
  receivedOn!: string;
}

export class AffidavitOverrideDto {
  /** Kept sealed */
  @IsString()
  @Length(1, 5000)
  @Matches(/\S/, { message: 'reason must say why.' })
  reason!: string;
}
