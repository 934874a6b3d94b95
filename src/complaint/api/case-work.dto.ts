import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsString,
  IsUUID,
  Length,
} from 'class-validator';
import { PERSON_ROLES, type PersonRole } from '../rules/person-role.js';
import { ComplainantDto } from './complainant.dto.js';
import { Optional } from '../../platform/http/optional.js';

export class AddPersonDto extends ComplainantDto {
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(PERSON_ROLES, { each: true })
  roles!: PersonRole[];

  @Optional()
  @IsBoolean()
  injured?: boolean;
}

/** Either `officerId` of a known officer, or `description` of one whom nobody can name yet. */
export class AddOfficerDto {
  @IsIn(['subject', 'witness'])
  role: 'subject' | 'witness' = 'subject';

  @Optional()
  @IsUUID()
  officerId?: string;

  /** Badge, car, looks, as told; kept sealed */
  @Optional()
  @IsString()
  @Length(1, 2000)
  description?: string;

  /** As it was at the incident; when left out, the register's of now */
  @Optional()
  @IsString()
  @Length(1, 100)
  rankAtIncident?: string;

  /** As it was at the incident; when left out, the register's of now */
  @Optional()
  @IsString()
  @Length(1, 100)
  unitAtIncident?: string;
}

export class IdentifyOfficerDto {
  @IsUUID()
  officerId!: string;

  /** As it was at the incident; when left out, the register's of now */
  @Optional()
  @IsString()
  @Length(1, 100)
  rankAtIncident?: string;

  /** As it was at the incident; when left out, the register's of now */
  @Optional()
  @IsString()
  @Length(1, 100)
  unitAtIncident?: string;
}

export class UndoIdentificationDto {
  /** Why it was somebody else; kept sealed */
  @IsString()
  @Length(1, 5000)
  reason!: string;
}

export class AddAllegationDto {
  /** A subject officer of the case */
  @IsUUID()
  complaintOfficerId!: string;

  /** Other subject officers of whom the same is alleged: each gets an allegation of their own */
  @Optional()
  @IsArray()
  @ArrayMaxSize(100)
  @IsUUID(undefined, { each: true })
  alsoAgainst?: string[];

  /** A code of the charter's `allegations` */
  @IsString()
  @Length(1, 60)
  category!: string;
}

export class RenameAllegationDto {
  /** A code of the charter's `allegations` */
  @IsString()
  @Length(1, 60)
  category!: string;

  /** Why it is called otherwise; kept sealed */
  @IsString()
  @Length(1, 5000)
  reason!: string;
}
