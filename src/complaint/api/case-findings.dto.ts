import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsString, IsUUID, Length, Matches } from 'class-validator';
import { STAFF_STAGES, type StaffStage } from '../rules/finding-stage.js';
import { Optional } from '../../platform/http/optional.js';

export class RecordFindingDto {
  @IsUUID()
  allegationId!: string;

  /**
   * `department` (what the police found themselves) and `investigator` while it is investigated, `supervisor` when the
   * findings are drafted
   */
  @IsIn(STAFF_STAGES)
  stage!: StaffStage;

  /** A code of the charter's `findings` */
  @IsString()
  @Length(1, 60)
  finding!: string;

  /** Kept sealed */
  @IsString()
  @Length(1, 20_000)
  @Matches(/\S/, { message: 'reasons must say why.' })
  reasons!: string;

  /** By what measure it was found: a code of the charter's `standardsOfProof` */
  @Optional()
  @IsString()
  @Length(1, 100)
  standardOfProof?: string;

  /** The evidence of the case that it rests on */
  @Optional()
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(200)
  @IsUUID('all', { each: true })
  evidenceIds?: string[];
}

export class CloseComplaintDto {
  /** For a case without findings: a code of the charter's `findings` of the class no_finding or mediated */
  @Optional()
  @IsString()
  @Length(1, 60)
  withoutFinding?: string;

  /** A code of the charter's `closing.reasons`; left out, it follows from the findings */
  @Optional()
  @IsString()
  @Length(1, 60)
  reason?: string;

  /** A code of the charter's `dispositions` */
  @Optional()
  @IsString()
  @Length(1, 60)
  disposition?: string;
}
