import { IsString, Length, Matches } from 'class-validator';

export class WithdrawReleaseDto {
  /** Why, in a sentence for the public: it stands in the release's place. Name nobody in it. */
  @IsString()
  @Length(10, 1_000)
  @Matches(/\S/)
  reason!: string;
}
