import { IsString, Length } from 'class-validator';

export class RequestReleaseDto {
  /** Which dataset, e.g. `complaint-allegations` */
  @IsString()
  @Length(3, 63)
  dataset!: string;
}
