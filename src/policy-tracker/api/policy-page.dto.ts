import { IsOptional, IsString, Length } from 'class-validator';
import { PolicyPageDto } from './policy.dto.js';

/** As programs ask, and in which language people read it. */
export class PolicyListPageDto extends PolicyPageDto {
  @IsOptional()
  @IsString()
  @Length(1, 20)
  lang?: string;
}
