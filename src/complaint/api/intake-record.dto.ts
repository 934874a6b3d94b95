import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsString, Length, Matches } from 'class-validator';
import { Optional } from '../../platform/http/optional.js';
import { CONTACT_WAYS, type ContactWay } from '../rules/intake-record.js';

/** What is asked at the door besides what happened. Left out: nobody asked. */
export class IntakeRecordDto {
  /** The language to answer in: one of the charter's `complainants.languages`, or a region of one, e.g. `en`, `es-MX` */
  @Optional()
  @Matches(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/, { message: 'language must be a tag like en or es-MX.' })
  language?: string;

  /** Codes of the charter's `complainants.accommodations` */
  @Optional()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsString({ each: true })
  @Length(1, 60, { each: true })
  accommodations?: string[];

  /** The person fears that somebody will make them pay for it */
  @Optional()
  @IsBoolean()
  retaliationFeared?: boolean;

  /** What they fear, in their words; kept sealed */
  @Optional()
  @IsString()
  @Length(1, 5000)
  retaliationTold?: string;

  /** The person is accused of a crime in the matter */
  @Optional()
  @IsBoolean()
  pendingCharges?: boolean;

  /** The person sues over it */
  @Optional()
  @IsBoolean()
  pendingSuit?: boolean;

  @Optional()
  @IsIn(CONTACT_WAYS)
  preferredContact?: ContactWay;
}
