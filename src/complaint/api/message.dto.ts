import { Type } from 'class-transformer';
import { IsInt, IsString, Length, Matches, Max, Min } from 'class-validator';

export class WriteMessageDto {
  /** At most 10,000 characters; kept sealed */
  @IsString()
  @Length(1, 10_000)
  @Matches(/\S/, { message: 'text must say something.' })
  text!: string;
}

export class MessagePageDto {
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit = 100;

  /** `next` of the page before; 0 for the first */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(1_000_000_000)
  after = 0;
}
