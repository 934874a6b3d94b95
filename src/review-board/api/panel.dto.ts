import { ArrayMaxSize, ArrayMinSize, IsArray, IsOptional, IsUUID } from 'class-validator';

export class AppointPanelDto {
  @IsUUID()
  boardId!: string;

  /** Whom the clerk names, as many as the charter's panel; left out, those sit whose turn it is */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @IsUUID('all', { each: true })
  memberIds?: string[] | null;
}
