import { IsString, Length, Matches } from 'class-validator';

export class ChangePasswordDto {
  /** The password as it is now */
  @IsString()
  @Length(1, 1000)
  current!: string;

  /** The new one: 15 characters or more */
  @IsString()
  @Length(1, 1000)
  chosen!: string;
}

export class ConfirmSecondFactorDto {
  /** Six digits */
  @Matches(/^\d{6}$/)
  code!: string;
}
