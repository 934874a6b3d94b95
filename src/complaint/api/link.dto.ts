import { IsIn, IsString, IsUUID, Length } from 'class-validator';
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
