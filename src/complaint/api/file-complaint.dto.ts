import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsISO8601,
  IsString,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';
import { COMPLAINT_KINDS, type ComplaintKind } from '../rules/intake-faults.js';
import { FilingComplainantDto } from './complainant.dto.js';
import { IntakeRecordDto } from './intake-record.dto.js';
import { Optional } from '../../platform/http/optional.js';

/** Codes of places only: where it happened, in words, goes into `place` and is sealed. */
const PLACE_CODE = { message: '$property must be a code of at most 10 letters, digits and hyphens.' };

export class FileComplaintDto extends IntakeRecordDto {
  @IsIn(COMPLAINT_KINDS)
  kind: ComplaintKind = 'complaint';

  /** A code of the charter's `intake.channels` */
  @IsString()
  @Length(1, 60)
  channel = 'web';

  /** True: leave out name and contact. The receipt code is then the only way to the case. */
  @IsBoolean()
  anonymous = false;

  /** What happened, in the person's own words, at most 20,000 characters; kept sealed */
  @IsString()
  @Length(1, 20_000)
  @Matches(/\S/, { message: 'narrative must say what happened.' })
  narrative!: string;

  /** YYYY-MM-DD, not in the future */
  @Optional()
  @IsISO8601({ strict: true })
  @Matches(/^(19|20)\d\d-\d\d-\d\d$/, { message: 'incidentOn must be a date like 2026-03-31.' })
  incidentOn?: string;

  /** The police district's code */
  @Optional()
  @Matches(/^[A-Za-z0-9-]{1,10}$/, PLACE_CODE)
  district?: string;

  /** The police beat's code */
  @Optional()
  @Matches(/^[A-Za-z0-9-]{1,10}$/, PLACE_CODE)
  beat?: string;

  /** Where it happened, as told; kept sealed */
  @Optional()
  @IsString()
  @Length(1, 1000)
  place?: string;

  @Optional()
  @ValidateNested()
  @Type(() => FilingComplainantDto)
  complainant?: FilingComplainantDto;

  /** Who may know the person's name: a code of the charter's `complainants.privacyChoices` */
  @Optional()
  @IsString()
  @Length(1, 60)
  privacy?: string;

  /** Who the officer was, as far as the person can tell: badge, car, looks; kept sealed */
  @Optional()
  @IsString()
  @Length(1, 2000)
  officerDescription?: string;

  /** Codes of the charter's `allegations`, as the person sees it; staff may add to them */
  @Optional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @Length(1, 60, { each: true })
  allegations?: string[];
}
