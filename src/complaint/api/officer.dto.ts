import { IsInt, IsISO8601, IsString, IsUUID, Length, Matches, Max, Min } from 'class-validator';
import { PageDto } from './page.dto.js';
import { Optional } from '../../platform/http/optional.js';

export class RegisterOfficerDto {
  @IsUUID()
  departmentId!: string;

  @Optional()
  @IsString()
  @Length(1, 40)
  badgeNumber?: string;

  @Optional()
  @IsString()
  @Length(1, 200)
  name?: string;

  @Optional()
  @IsString()
  @Length(1, 100)
  rank?: string;

  @Optional()
  @IsString()
  @Length(1, 100)
  unit?: string;

  /** What the unit belongs to: a precinct, a bureau */
  @Optional()
  @IsString()
  @Length(1, 100)
  command?: string;

  @Optional()
  @IsInt()
  @Min(1900)
  @Max(2100)
  birthYear?: number;

  /** A code of the charter's `people.races` */
  @Optional()
  @IsString()
  @Length(1, 60)
  race?: string;

  /** A code of the charter's `people.genders` */
  @Optional()
  @IsString()
  @Length(1, 60)
  gender?: string;

  /** YYYY-MM-DD */
  @Optional()
  @IsISO8601({ strict: true })
  @Matches(/^(19|20)\d\d-\d\d-\d\d$/, { message: 'appointedOn must be a date like 2026-03-31.' })
  appointedOn?: string;
}

export class ListOfficersDto extends PageDto {
  @Optional()
  @IsUUID()
  departmentId?: string;

  @Optional()
  @IsString()
  @Length(1, 40)
  badgeNumber?: string;
}

export class PostOfficerDto {
  @Optional()
  @IsString()
  @Length(1, 100)
  rank?: string;

  @Optional()
  @IsString()
  @Length(1, 100)
  unit?: string;

  @Optional()
  @IsString()
  @Length(1, 100)
  command?: string;

  /** A post that was told wrongly: this one stands in its place */
  @Optional()
  @IsUUID()
  supersedes?: string;

  /** YYYY-MM-DD, today at the latest */
  @IsISO8601({ strict: true })
  @Matches(/^\d{4}-\d\d-\d\d$/)
  from!: string;
}
