import { IsBoolean } from 'class-validator';

export class ReviewBatchDto {
  /** true: looked through and right; the second such look, another person's, destroys it. false: rejected whole */
  @IsBoolean()
  approve!: boolean;
}
