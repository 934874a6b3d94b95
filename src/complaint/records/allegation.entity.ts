import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One thing that one officer is said to have done. */
@Entity({ schema: 'redress', name: 'allegation' })
export class AllegationEntity {
  @PrimaryColumn('uuid', { name: 'jurisdiction_id' })
  jurisdictionId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'complaint_id' })
  complaintId!: string;

  @Column('uuid', { name: 'complaint_officer_id' })
  complaintOfficerId!: string;

  /** A code of the charter that the case was opened under */
  @Column('text')
  category!: string;

  @Column('integer', { name: 'source_position', nullable: true })
  sourcePosition!: number | null;

  @Column('jsonb', { nullable: true })
  original!: Record<string, unknown> | null;
}
