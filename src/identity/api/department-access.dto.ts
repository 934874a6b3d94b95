import { ArrayNotEmpty, ArrayUnique, Equals, IsIn, IsObject, IsOptional, IsString, Length } from 'class-validator';
import { type Scope, SCOPES } from '../rules/scopes.js';

export class NewClientDto {
  /** What the client is for, so that people know it again */
  @IsString()
  @Length(1, 100)
  label!: string;

  /** A public JSON Web Key: P-256, Ed25519, or RSA of 2048 bits or more */
  @IsObject()
  publicKey!: Record<string, unknown>;

  /** What it may do */
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(SCOPES, { each: true })
  scopes!: Scope[];
}

/** RFC 6749 §4.4.2 and RFC 7523 §2.2 */
export class TokenRequestDto {
  @IsString()
  @Equals('client_credentials')
  grant_type!: 'client_credentials';

  @Equals('urn:ietf:params:oauth:client-assertion-type:jwt-bearer')
  client_assertion_type!: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

  /** A JWT that the client signed: `iss` and `sub` its id, `aud` this address, `jti` new each time, `exp` in five minutes at most */
  @IsString()
  @Length(1, 4096)
  client_assertion!: string;

  /** Some of the client's scopes, separated by blanks; absent: all */
  @IsOptional()
  @IsString()
  @Length(0, 100)
  scope?: string;

  /** Read from the assertion */
  @IsOptional()
  @IsString()
  @Length(1, 100)
  client_id?: string;
}
