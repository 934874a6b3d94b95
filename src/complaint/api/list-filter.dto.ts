import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsString, IsUUID, Length, Matches } from 'class-validator';
import { Optional } from '../../platform/http/optional.js';
import { type ComplaintStatus, LISTED_STATUSES } from '../rules/complaint-status.js';

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const WHO = /^(me|nobody|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

/** What a list of cases can be narrowed by; each that is given narrows it further. */
export class ListFilterDto {
  @Optional()
  @IsIn(LISTED_STATUSES)
  status?: ComplaintStatus;

  /** A code of the charter's `classifications` */
  @Optional()
  @IsString()
  @Length(1, 60)
  classification?: string;

  /** A code of the charter's `intake.channels` */
  @Optional()
  @IsString()
  @Length(1, 60)
  channel?: string;

  /** A code of the charter's `allegationGroups`: cases with an allegation of that group */
  @Optional()
  @IsString()
  @Length(1, 60)
  allegationGroup?: string;

  @Optional()
  @IsString()
  @Length(1, 200)
  district?: string;

  /** Cases with an officer of this department */
  @Optional()
  @IsUUID()
  departmentId?: string;

  @Optional()
  @IsUUID()
  officerId?: string;

  /** `me`: the signed-in person; `nobody`; or the id of somebody of the staff */
  @Optional()
  @Matches(WHO)
  assignedTo?: string;

  /** YYYY-MM-DD, the first day; as are the other days */
  @Optional()
  @Matches(DAY)
  receivedFrom?: string;

  @Optional()
  @Matches(DAY)
  receivedTo?: string;

  @Optional()
  @Matches(DAY)
  closedFrom?: string;

  @Optional()
  @Matches(DAY)
  closedTo?: string;

  /** true: cases with a clock that has run out */
  @Optional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  overdue?: boolean;

  /** As printed or read aloud; a mistyped one of ours is told so */
  @Optional()
  @IsString()
  @Length(1, 40)
  caseNumber?: string;

  /** How the number begins, e.g. `2026-7K` */
  @Optional()
  @IsString()
  @Length(1, 40)
  numberBegins?: string;
}
