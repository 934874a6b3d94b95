import { IsBoolean, IsInt, IsString, IsUUID, Length, Matches, Max, Min } from 'class-validator';
import { Optional } from '../../platform/http/optional.js';

const ISO_DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

export class AddThingDto {
  @IsString()
  @Length(1, 300)
  title!: string;

  /** Not a copy */
  @IsBoolean()
  original!: boolean;

  /** ISO date */
  @Optional()
  @Matches(ISO_DATE)
  collectedOn?: string;

  @Optional()
  @IsString()
  @Length(1, 300)
  collectedBy?: string;

  @Optional()
  @IsString()
  @Length(1, 300)
  collectedFrom?: string;

  /** Where it was collected */
  @Optional()
  @IsString()
  @Length(1, 300)
  collectedAt?: string;

  @Optional()
  @IsString()
  @Length(1, 300)
  quantity?: string;

  @Optional()
  @IsString()
  @Length(1, 300)
  storedAt?: string;
}

export class HandOverDto {
  /** Staff who receive it; or give `receivedByName` */
  @Optional()
  @IsUUID()
  receivedBy?: string;

  /** Somebody outside */
  @Optional()
  @IsString()
  @Length(1, 300)
  receivedByName?: string;

  @Optional()
  @IsString()
  @Length(1, 300)
  agency?: string;

  @IsString()
  @Length(1, 300)
  place!: string;

  @IsString()
  @Length(1, 1000)
  purpose!: string;

  /** How many transfers there were when you looked: nobody hands on what has left their hands */
  @IsInt()
  @Min(0)
  @Max(100_000)
  after!: number;
}
