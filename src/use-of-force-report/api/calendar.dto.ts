import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, IsUUID, Matches, Max, Min } from 'class-validator';

export class CalendarDto {
  /** Of which year */
  @Type(() => Number)
  @IsInt()
  @Min(1990)
  @Max(2100)
  year!: number;

  /** Of one department, for staff; a department sees its own alone */
  @IsOptional()
  @IsUUID()
  departmentId?: string;
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

export class AssignOriDto {
  /** Whose it is */
  @IsUUID()
  departmentId!: string;

  /** Who reports for it; the same department when this is left out */
  @IsOptional()
  @IsUUID()
  reportedBy?: string;

  /** YYYY-MM, the first month that is asked for */
  @IsString()
  @Matches(MONTH)
  since!: string;

  /** YYYY-MM, the last one; none when this is left out */
  @IsOptional()
  @IsString()
  @Matches(MONTH)
  until?: string;
}
