import { IsIn, IsString, IsUUID, Length, Matches } from 'class-validator';
import { LINK_KINDS, type LinkKind } from '../rules/link-kind.js';

export class LinkComplaintsDto {
  @IsUUID()
  linkedComplaintId!: string;

  /** `duplicate`: this case is a duplicate of the other */
  @IsIn(LINK_KINDS)
  kind!: LinkKind;

  /** Why; kept sealed */
  @IsString()
  @Length(1, 5000)
  reason!: string;
}

export class CloseDuplicateDto {
  /** The case that goes on */
  @IsUUID()
  duplicateOf!: string;

  /** Why the two are the same; kept sealed */
  @IsString()
  @Length(1, 5000)
  @Matches(/\S/, { message: 'reason must say why.' })
  reason!: string;
}
