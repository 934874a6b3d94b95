import { IsOptional, IsString, Length } from 'class-validator';

export class ProfilePlaceDto {
  /** A place's short name: its own versions stand beside those that come with the program */
  @IsOptional()
  @IsString()
  @Length(1, 100)
  jurisdiction?: string;
}
