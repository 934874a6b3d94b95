import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsString,
  IsUUID,
  Length,
  Matches,
  Min,
} from 'class-validator';
import { Optional } from '../../platform/http/optional.js';
import { PERSON_FIELDS, type PersonField } from '../rules/person-edit.js';
import { ComplainantDto } from './complainant.dto.js';

const ISO_DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

export class AddPersonDto extends ComplainantDto {
  /** Codes of the charter's `parties.roles` */
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @Length(1, 60, { each: true })
  roles!: string[];

  @Optional()
  @IsBoolean()
  injured?: boolean;
}

/** What is left out stands as it is noted. */
export class EditPersonDto extends ComplainantDto {
  /** The version that you read, as the case file gives it */
  @IsInt()
  @Min(1)
  version!: number;

  /** Why it is changed; kept sealed, with what was noted before */
  @IsString()
  @Length(1, 5000)
  @Matches(/\S/, { message: 'reason must say why.' })
  reason!: string;

  /** All roles from here on: codes of the charter's `parties.roles` */
  @Optional()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @Length(1, 60, { each: true })
  roles?: string[];

  @Optional()
  @IsBoolean()
  injured?: boolean;

  /** What is not to be noted any more */
  @IsArray()
  @ArrayUnique()
  @IsIn(PERSON_FIELDS, { each: true })
  remove: PersonField[] = [];
}

export class EndPersonDto {
  /** Kept sealed */
  @IsString()
  @Length(1, 5000)
  @Matches(/\S/, { message: 'reason must say why.' })
  reason!: string;
}

/** For one of the two: `personId` or `complaintOfficerId`. */
export class RepresentPersonDto {
  /** The guardian, the attorney, the union representative: a person of the case */
  @IsUUID()
  representativeId!: string;

  @Optional()
  @IsUUID()
  personId?: string;

  @Optional()
  @IsUUID()
  complaintOfficerId?: string;

  /** ISO date */
  @Matches(ISO_DATE)
  from!: string;

  /** ISO date: the last day, when it is known */
  @Optional()
  @Matches(ISO_DATE)
  until?: string;

  /** What is given to them in that person's place: codes of the charter's `parties.receives` */
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @Length(1, 60, { each: true })
  receives: string[] = [];
}

export class EndRepresentationDto {
  /** ISO date: the last day */
  @Matches(ISO_DATE)
  until!: string;
}
