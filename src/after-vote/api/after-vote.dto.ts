import { Type } from 'class-transformer';
import { IsIn, IsInt, IsISO8601, IsString, IsUUID, Length, Matches, Max, Min, ValidateNested } from 'class-validator';
import { Optional } from '../../platform/http/optional.js';
import { type Asker, ASKERS, RECONSIDERED, type Reconsidered } from '../records/reconsideration.store.js';
import { ESCALATION_OUTCOMES, type EscalationOutcome } from '../rules/escalation-refused.js';

const ISO_DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const LONGEST_DAYS = 3650;

export class DisciplineDto {
  /** A code of the charter's disciplines */
  @IsString()
  @Length(1, 100)
  kind!: string;

  /** For discipline that takes days */
  @Optional()
  @IsInt()
  @Min(1)
  @Max(LONGEST_DAYS)
  days?: number;
}

export class BeginEscalationDto {
  /** A code of the charter's `afterVote.escalation` */
  @IsString()
  @Length(1, 100)
  step!: string;
}

export class EndEscalationDto {
  /** `decided` where the charter has the step decide; else `agreed` or `not_agreed` */
  @IsIn(ESCALATION_OUTCOMES)
  outcome!: EscalationOutcome;

  /** What is imposed by it */
  @Optional()
  @ValidateNested()
  @Type(() => DisciplineDto)
  discipline?: DisciplineDto;

  /** Kept sealed */
  @IsString()
  @Length(1, 20_000)
  reasons!: string;

  /** ISO date, today at the latest */
  @Matches(ISO_DATE)
  @IsISO8601({ strict: true })
  on!: string;
}

export class FileOfficerAppealDto {
  @IsUUID()
  allegationId!: string;

  /** A code of the charter's `afterVote.officerAppeals.routes` */
  @IsString()
  @Length(1, 100)
  route!: string;

  /** ISO date, today at the latest */
  @Matches(ISO_DATE)
  @IsISO8601({ strict: true })
  on!: string;
}

export class RecordAwardDto {
  /** A code of the charter's `afterVote.officerAppeals.outcomes` */
  @IsString()
  @Length(1, 100)
  outcome!: string;

  /** What stands after a reduction; only then */
  @Optional()
  @ValidateNested()
  @Type(() => DisciplineDto)
  discipline?: DisciplineDto;

  /** The award's reasons, and who gave it; kept sealed */
  @IsString()
  @Length(1, 20_000)
  reasons!: string;

  /** ISO date, today at the latest */
  @Matches(ISO_DATE)
  @IsISO8601({ strict: true })
  on!: string;
}

export class AskReconsiderationDto {
  /** A code of the charter's `afterVote.reconsideration.grounds` */
  @Optional()
  @IsString()
  @Length(1, 100)
  ground?: string;

  /** Why the board should reconsider; kept sealed */
  @IsString()
  @Length(1, 20_000)
  grounds!: string;
}

export class TakeDownReconsiderationDto extends AskReconsiderationDto {
  /** Who complained, on whatever channel; the chief; or the board itself */
  @IsIn(ASKERS)
  askedBy!: Asker;
}

export class DecideReconsiderationDto {
  /** `refused`: it is not heard at all; else the board has voted: what it had decided `stands`, or is `changed` */
  @IsIn(RECONSIDERED)
  outcome!: Reconsidered;

  /** The motion that the board carried; none when it is refused */
  @Optional()
  @IsUUID()
  motionId?: string;

  /** Kept sealed */
  @IsString()
  @Length(1, 20_000)
  reasons!: string;
}
