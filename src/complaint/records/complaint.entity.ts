import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ComplaintStatus } from '../rules/complaint-status.js';
import type { ComplaintKind } from '../rules/intake-faults.js';

@Entity({ schema: 'redress', name: 'complaint' })
export class ComplaintEntity {
  @PrimaryColumn('uuid', { name: 'jurisdiction_id' })
  jurisdictionId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { name: 'case_number' })
  caseNumber!: string;

  /** The terms that the case was opened under, and keeps */
  @Column('uuid', { name: 'charter_id' })
  charterId!: string;

  @Column('text')
  kind!: ComplaintKind;

  @Column('text')
  channel!: string;

  @Column('boolean')
  anonymous!: boolean;

  @Column('text')
  status!: ComplaintStatus;

  /** To the hour when anonymous */
  @Column('timestamp with time zone', { name: 'received_at', nullable: true })
  receivedAt!: Date | null;

  @Column('date', { name: 'incident_on', nullable: true })
  incidentOn!: string | null;

  @Column('text', { nullable: true })
  district!: string | null;

  @Column('text', { nullable: true })
  beat!: string | null;

  @Column('date', { name: 'closed_on', nullable: true })
  closedOn!: string | null;

  @Column('text', { nullable: true })
  language!: string | null;

  @Column('bytea', { name: 'narrative_cipher', nullable: true })
  narrativeCipher!: Buffer | null;

  @Column('bytea', { name: 'place_cipher', nullable: true })
  placeCipher!: Buffer | null;

  /** Set for imported cases alone, as are `sourceKey` and `original` */
  @Column('text', { nullable: true })
  source!: string | null;

  @Column('text', { name: 'source_key', nullable: true })
  sourceKey!: string | null;

  @Column('jsonb', { nullable: true })
  original!: Record<string, unknown> | null;

  @Column('integer', { default: 1 })
  version!: number;
}
