import { IsBoolean, IsString, Length, Matches } from 'class-validator';

const SAYS_WHY = { message: 'reason must say why.' };

export class AskForIdentityDto {
  /** Why the work needs it; kept sealed */
  @IsString()
  @Length(1, 5000)
  @Matches(/\S/, SAYS_WHY)
  reason!: string;
}

export class DecideOnIdentityDto {
  @IsBoolean()
  granted!: boolean;

  /** Kept sealed */
  @IsString()
  @Length(1, 5000)
  @Matches(/\S/, SAYS_WHY)
  reason!: string;
}
