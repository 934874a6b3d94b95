import { IsBoolean, IsIn, IsString, IsUUID, Length, Matches } from 'class-validator';
import { EXPUNGEMENT_AUTHORITIES, type ExpungementAuthority } from '../records/expungement.store.js';
import { SEALING_ORDERS, type SealingOrder } from '../records/sealing.store.js';

export class ReasonDto {
  /** Kept sealed */
  @IsString()
  @Length(1, 5000)
  @Matches(/\S/, { message: 'reason must say why.' })
  reason!: string;
}

export class SealComplaintDto {
  @IsIn(SEALING_ORDERS)
  orderedBy!: SealingOrder;

  /** Number and day of the order, or the section of the law; kept sealed */
  @IsString()
  @Length(1, 1000)
  @Matches(/\S/, { message: 'reference must name the order.' })
  reference!: string;
}

export class AskExpungementDto {
  @IsIn(EXPUNGEMENT_AUTHORITIES)
  authority!: ExpungementAuthority;

  /** Number and day of the order, or the section of the law; kept sealed, and destroyed with the case */
  @IsString()
  @Length(1, 1000)
  @Matches(/\S/, { message: 'reference must name the order.' })
  reference!: string;
}

export class DecideExpungementDto {
  @IsUUID()
  expungementId!: string;

  /** true: the case is destroyed at once and for good */
  @IsBoolean()
  approve!: boolean;
}
