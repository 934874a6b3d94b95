import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ScreeningDecision } from '../rules/screening-decision.js';

/** What was decided at the door, once: whether the agency deals with the case. */
@Entity({ schema: 'redress', name: 'screening' })
export class ScreeningEntity {
  @PrimaryColumn('uuid', { name: 'jurisdiction_id' })
  jurisdictionId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'complaint_id' })
  complaintId!: string;

  @Column('text')
  decision!: ScreeningDecision;

  /** The body that the case was passed to; a referral's alone */
  @Column('text', { name: 'referred_to', nullable: true })
  referredTo!: string | null;

  @Column('bytea', { name: 'reason_cipher', nullable: true })
  reasonCipher!: Buffer | null;

  @Column('uuid', { name: 'decided_by' })
  decidedBy!: string;

  @Column('timestamp with time zone', { name: 'decided_at' })
  decidedAt!: Date;
}
