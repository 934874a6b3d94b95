import { IsObject, Matches } from 'class-validator';

export class EnactCharterDto {
  /** ISO date of the place from which it is in force; later than the last version's */
  @Matches(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
  effectiveFrom!: string;

  /** The whole charter; terms of casework that it does not name are the generic ones */
  @IsObject()
  document!: object;
}
