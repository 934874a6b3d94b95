import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, IsUUID, Matches, Max, Min } from 'class-validator';

export class ListPendingDto {
  /** Of one department, for staff; a department sees its own alone */
  @IsOptional()
  @IsUUID()
  departmentId?: string;

  /** Only what this programme asks for, by the profile's id */
  @IsOptional()
  @IsString()
  @Matches(/^[a-z0-9-]{1,60}$/, { message: 'profile must be the id of a profile.' })
  profile?: string;

  /** Only this element, as a report names it */
  @IsOptional()
  @IsString()
  @Matches(/^\w{1,60}$/, { message: 'element must be the name of an element.' })
  element?: string;

  /** Only what has been pending for at least so many days */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(36_500)
  leastDays?: number;

  /** The `next` of the page before */
  @IsOptional()
  @IsString()
  after?: string;

  /** How many, 50 when not said */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit = 50;
}
