import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { IncidentBasis } from '../rules/post-at-incident.js';

/** An officer in a case: known, or described until somebody identifies them. */
@Entity({ schema: 'redress', name: 'complaint_officer' })
export class ComplaintOfficerEntity {
  @PrimaryColumn('uuid', { name: 'jurisdiction_id' })
  jurisdictionId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'complaint_id' })
  complaintId!: string;

  @Column('text')
  role!: 'subject' | 'witness';

  @Column('uuid', { name: 'officer_id', nullable: true })
  officerId!: string | null;

  @Column('bytea', { name: 'description_cipher', nullable: true })
  descriptionCipher!: Buffer | null;

  @Column('text', { name: 'rank_at_incident', nullable: true })
  rankAtIncident!: string | null;

  @Column('text', { name: 'unit_at_incident', nullable: true })
  unitAtIncident!: string | null;

  @Column('text', { name: 'command_at_incident', nullable: true })
  commandAtIncident!: string | null;

  @Column('text', { name: 'incident_basis', nullable: true })
  incidentBasis!: IncidentBasis | null;

  @Column('uuid', { name: 'department_id', nullable: true })
  departmentId!: string | null;

  /** Null when known from the start */
  @Column('timestamp with time zone', { name: 'identified_at', nullable: true })
  identifiedAt!: Date | null;
}
