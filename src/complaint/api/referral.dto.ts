import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsIn, IsISO8601, IsString, Length, Matches } from 'class-validator';
import { Optional } from '../../platform/http/optional.js';

const ISO_DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

export class ReferComplaintDto {
  /** A code of the charter's `screening.referralBodies` */
  @Optional()
  @IsString()
  @Length(1, 60)
  body?: string;

  /** The body by name, when the code does not say it all */
  @Optional()
  @IsString()
  @Length(1, 200)
  bodyName?: string;

  /** What was sent, one thing a line; kept sealed */
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  @Length(1, 500, { each: true })
  sent!: string[];

  /** ISO date, today at the latest */
  @Matches(ISO_DATE)
  @IsISO8601({ strict: true })
  sentOn!: string;
}

export class ReferralAnswerDto {
  @IsIn(['acknowledged', 'replied'])
  kind!: 'acknowledged' | 'replied';

  /** ISO date, today at the latest */
  @Matches(ISO_DATE)
  @IsISO8601({ strict: true })
  on!: string;

  /** Who there; kept sealed */
  @Optional()
  @IsString()
  @Length(1, 200)
  by?: string;

  /** What they said; kept sealed */
  @Optional()
  @IsString()
  @Length(1, 5000)
  text?: string;
}

export class AppealDeclineDto {
  /** Why the decision should be looked at again; kept sealed */
  @IsString()
  @Length(1, 20_000)
  grounds!: string;
}
