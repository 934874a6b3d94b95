import { IsObject, IsString, Length } from 'class-validator';
import { Optional } from '../../platform/http/optional.js';

export class StepUpDto {
  /** Your password, where you have no second factor */
  @Optional()
  @IsString()
  @Length(1, 1000)
  password?: string;

  /** Of your second factor: six digits, or a recovery code */
  @Optional()
  @IsString()
  @Length(1, 20)
  code?: string;

  /** What `navigator.credentials.get` gave for a challenge of /api/v1/sessions/passkey-challenge */
  @Optional()
  @IsObject()
  passkey?: object;
}

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

  /** Of the second factor, where the person has one: six digits, or a recovery code */
  @Optional()
  @IsString()
  @Length(1, 20)
  code?: string;
}
