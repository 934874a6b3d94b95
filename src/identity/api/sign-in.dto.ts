import { IsString, Length } from 'class-validator';

export class SignInDto {
  /** The jurisdiction's short name, as in its addresses */
  @IsString()
  @Length(2, 63)
  jurisdiction!: string;

  @IsString()
  @Length(1, 200)
  signInName!: string;

  @IsString()
  @Length(1, 1000)
  password!: string;
}
