import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PersonRole } from '../rules/person-role.js';

/** A member of the public in a case. Who they are stands in the sealed columns alone. */
@Entity({ schema: 'redress', name: 'complaint_person' })
export class ComplaintPersonEntity {
  @PrimaryColumn('uuid', { name: 'jurisdiction_id' })
  jurisdictionId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'complaint_id' })
  complaintId!: string;

  @Column('text', { array: true })
  roles!: PersonRole[];

  @Column('bytea', { name: 'name_cipher', nullable: true })
  nameCipher!: Buffer | null;

  @Column('bytea', { name: 'contact_cipher', nullable: true })
  contactCipher!: Buffer | null;

  @Column('text', { nullable: true })
  race!: string | null;

  @Column('text', { nullable: true })
  gender!: string | null;

  @Column('integer', { name: 'age_at_incident', nullable: true })
  ageAtIncident!: number | null;

  @Column('boolean', { nullable: true })
  injured!: boolean | null;

  @Column('integer', { default: 1 })
  version!: number;

  @Column('bytea', { name: 'end_reason_cipher', nullable: true })
  endReasonCipher!: Buffer | null;

  @Column('uuid', { name: 'ended_by', nullable: true })
  endedBy!: string | null;

  @Column('timestamp with time zone', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  @Column('integer', { name: 'source_position', nullable: true })
  sourcePosition!: number | null;

  @Column('jsonb', { nullable: true })
  original!: Record<string, unknown> | null;
}
