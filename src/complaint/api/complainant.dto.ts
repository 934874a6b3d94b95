import { IsInt, IsString, Length, Max, Min } from 'class-validator';
import { Optional } from '../../platform/http/optional.js';

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
