import { Type } from 'class-transformer';
import { IsIn, IsString, IsUUID, Length, Matches, ValidateNested } from 'class-validator';
import { Optional } from '../../platform/http/optional.js';
import { DELIVERY_WAYS, type DeliveryWay } from '../rules/letter-status.js';

const ISO_DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** What the case does not say, or says in other words. Kept sealed with the letter. */
export class LetterValuesDto {
  @Optional()
  @IsString()
  @Length(1, 200)
  name?: string;

  @Optional()
  @IsString()
  @Length(1, 200)
  stage?: string;

  /** ISO date */
  @Optional()
  @Matches(ISO_DATE)
  nextBy?: string;

  @Optional()
  @IsString()
  @Length(1, 5000)
  reason?: string;

  @Optional()
  @IsString()
  @Length(1, 1000)
  disposition?: string;

  @Optional()
  @IsString()
  @Length(1, 20_000)
  findings?: string;
}

export class WriteLetterDto {
  /** A code of the charter's `letters` */
  @IsString()
  @Length(1, 100)
  template!: string;

  /** Left out: the language of the case when the letter is there in it, or the letter's first */
  @Optional()
  @IsString()
  @Length(2, 20)
  language?: string;

  /** Somebody of the case; left out: who complains */
  @Optional()
  @IsUUID()
  personId?: string;

  @Optional()
  @ValidateNested()
  @Type(() => LetterValuesDto)
  values?: LetterValuesDto;
}

export class RecordDeliveryDto {
  @IsIn(['sent', 'delivered', 'returned', 'discarded'])
  to!: 'sent' | 'delivered' | 'returned' | 'discarded';

  /** With `sent` alone. Letters to an anonymous complainant go to the portal, where the receipt opens them */
  @Optional()
  @IsIn(DELIVERY_WAYS)
  way?: DeliveryWay;

  /** ISO date, today at the latest */
  @Matches(ISO_DATE)
  on!: string;
}
