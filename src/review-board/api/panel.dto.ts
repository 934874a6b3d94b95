import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsOptional, IsUUID } from 'class-validator';

export class AppointPanelDto {
  @IsUUID()
  boardId!: string;

  /** Whom the clerk names, as many as the charter's panel; left out, they are drawn */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @IsUUID('all', { each: true })
  memberIds?: string[] | null;

  /** How they are drawn when nobody is named; `rotation` when not said */
  @IsOptional()
  @IsIn(['rotation', 'random'])
  drawnBy?: 'rotation' | 'random' | null;
}
