import { IsOptional, IsString, Length, Matches } from 'class-validator';

export class ProviderDto {
  /** As its discovery document writes it, e.g. `https://login.example.gov` */
  @Matches(/^(https:\/\/[^\s/?#@]+|http:\/\/localhost(:\d{1,5})?)(\/[^\s?#]*)?$/)
  @Length(1, 500)
  issuer!: string;

  @IsString()
  @Length(1, 255)
  clientId!: string;

  @IsString()
  @Length(1, 1000)
  clientSecret!: string;
}

export class SignOnSubjectDto {
  /** `sub` of the person's ID tokens */
  @IsString()
  @Length(1, 255)
  subject!: string;
}

export class BeginSignOnDto {
  /** The jurisdiction's short name, as in its addresses */
  @IsString()
  @Length(2, 63)
  jurisdiction!: string;
}

export class EndSignOnDto extends BeginSignOnDto {
  /** As the provider sent them back */
  @IsString()
  @Length(1, 200)
  state!: string;

  @IsString()
  @Length(1, 4096)
  code!: string;

  @IsOptional()
  @IsString()
  @Length(1, 500)
  iss?: string;

  /** What the beginning gave: it stays in the browser that began */
  @IsString()
  @Length(1, 100)
  binding!: string;

  /** Of the second factor that you have here, where the provider asked for none */
  @IsOptional()
  @IsString()
  @Length(1, 20)
  secondFactorCode?: string;
}
