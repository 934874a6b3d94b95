import {
  ArrayNotEmpty,
  ArrayUnique,
  IsIn,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
} from 'class-validator';
import { STAFF_ROLES, type StaffRole } from '../../shared/actor.js';
import { type Scope, SCOPES } from '../rules/scopes.js';

export class NewStaffDto {
  @IsString()
  @Length(1, 200)
  signInName!: string;

  /** How the person is shown to others */
  @IsString()
  @Length(1, 200)
  displayName!: string;

  /** At least 15 characters; a sentence is good */
  @IsString()
  @Length(1, 1000)
  password!: string;

  @ArrayNotEmpty()
  @IsIn(STAFF_ROLES, { each: true })
  roles!: StaffRole[];
}

export class RolesDto {
  /** All of the person's roles from now on */
  @ArrayNotEmpty()
  @IsIn(STAFF_ROLES, { each: true })
  roles!: StaffRole[];
}

export class NewDepartmentDto {
  @IsString()
  @Length(1, 200)
  name!: string;

  /** The FBI's nine-character identifier of a reporting agency */
  @IsOptional()
  @Matches(/^[A-Z0-9]{9}$/)
  ori?: string;

  @IsOptional()
  @IsString()
  @Length(1, 100)
  county?: string;
}

export class NewDepartmentKeyDto {
  /** What the key is for, so that people know it again */
  @IsString()
  @Length(1, 100)
  label!: string;

  /** What it may do; absent: all that departments may */
  @IsOptional()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(SCOPES, { each: true })
  scopes?: Scope[];
}

export class FormerDepartmentDto {
  @IsUUID()
  departmentId!: string;

  /** YYYY-MM-DD: the last day of service, when known */
  @IsOptional()
  @IsISO8601({ strict: true })
  @Length(10, 10)
  until?: string;
}
