import { IsString, Length } from 'class-validator';

/** What is said of a file that is sent with a receipt. */
export class FileSentDto {
  @IsString()
  @Length(1, 300)
  title!: string;
}
