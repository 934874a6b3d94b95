import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who works on a case, from when to when. */
@Entity({ schema: 'redress', name: 'assignment' })
export class AssignmentEntity {
  @PrimaryColumn('uuid', { name: 'jurisdiction_id' })
  jurisdictionId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'complaint_id' })
  complaintId!: string;

  @Column('uuid', { name: 'staff_id' })
  staffId!: string;

  @Column('uuid', { name: 'assigned_by' })
  assignedBy!: string;

  @Column('timestamp with time zone', { name: 'assigned_at' })
  assignedAt!: Date;

  @Column('timestamp with time zone', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  @Column('uuid', { name: 'ended_by', nullable: true })
  endedBy!: string | null;

  @Column('text', { name: 'ended_why', nullable: true })
  endedWhy!: string | null;

  @Column('bytea', { name: 'reason_cipher', nullable: true })
  reasonCipher!: Buffer | null;
}
