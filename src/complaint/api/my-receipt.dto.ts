import { IsString, Length } from 'class-validator';
import { Optional } from '../../platform/http/optional.js';

export class RevealIdentityDto {
  /** As you want to be called; kept sealed */
  @Optional()
  @IsString()
  @Length(1, 200)
  name?: string;

  /** A telephone number, an e-mail address or an address; kept sealed */
  @Optional()
  @IsString()
  @Length(1, 500)
  contact?: string;

  /** Who may know it: a code of the charter's `complainants.privacyChoices` */
  @IsString()
  @Length(1, 60)
  privacy!: string;
}
