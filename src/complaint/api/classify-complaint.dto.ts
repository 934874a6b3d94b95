import { IsString, Length } from 'class-validator';
import { Optional } from '../../platform/http/optional.js';

export class ClassifyComplaintDto {
  /** A code of the charter's `classifications` */
  @IsString()
  @Length(1, 60)
  classification!: string;

  /** Needed to change a class; kept sealed */
  @Optional()
  @IsString()
  @Length(1, 5000)
  reason?: string;
}
