import { IsObject, IsString, Length } from 'class-validator';

export class NewPasskeyDto {
  /** Which device it is on, so that you know it again */
  @IsString()
  @Length(1, 100)
  label!: string;

  /** What `navigator.credentials.create` gave, by its `toJSON` */
  @IsObject()
  response!: object;
}

export class PasskeyChallengeDto {
  /** The jurisdiction's short name, as in its addresses */
  @IsString()
  @Length(2, 63)
  jurisdiction!: string;
}

export class PasskeySignInDto extends PasskeyChallengeDto {
  /** What `navigator.credentials.get` gave, by its `toJSON` */
  @IsObject()
  response!: object;
}
