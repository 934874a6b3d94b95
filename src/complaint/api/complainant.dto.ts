import { ArrayUnique, IsArray, IsIn, IsInt, IsString, Length, Max, Min } from 'class-validator';
import { Optional } from '../../platform/http/optional.js';
import { COMPLAINANT_ROLES, type ComplainantRole } from '../rules/intake-faults.js';

/** Who complains. All of it is optional; name and contact are kept sealed. */
export class ComplainantDto {
  /** As the person wants to be called */
  @Optional()
  @IsString()
  @Length(1, 200)
  name?: string;

  /** A telephone number, an e-mail address or an address, as the person wants to be reached */
  @Optional()
  @IsString()
  @Length(1, 500)
  contact?: string;

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

  /** Years */
  @Optional()
  @IsInt()
  @Min(0)
  @Max(120)
  ageAtIncident?: number;
}

/** Who complains, as they file. */
export class FilingComplainantDto extends ComplainantDto {
  /** How they stand to what happened */
  @Optional()
  @IsArray()
  @ArrayUnique()
  @IsIn(COMPLAINANT_ROLES, { each: true })
  roles?: ComplainantRole[];
}
