import { IsIn, IsString, IsUUID, Length } from 'class-validator';
import { Optional } from '../../platform/http/optional.js';

export class DeclareConflictDto {
  /** A code of the charter's `conflicts.relations`; left out: I have none */
  @Optional()
  @IsString()
  @Length(1, 60)
  relation?: string;
}

export class DecideConflictDto {
  @IsIn(['recuse', 'clear'])
  decision!: 'recuse' | 'clear';

  /** Kept sealed */
  @IsString()
  @Length(1, 5000)
  reason!: string;
}

export class CheckConflictsDto {
  /** Whom the case is to be given to */
  @IsUUID()
  staffId!: string;
}
