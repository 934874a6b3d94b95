import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ScreeningDecision } from '../rules/screening-decision.js';

/** What was decided at the door: whether the agency deals with the case. A second look supersedes the first. */
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

  /** Why it was declined: a code of the charter */
  @Column('text', { name: 'reason_code', nullable: true })
  reasonCode!: string | null;

  /** Accepted by a supervisor although a test said no */
  @Column('boolean', { default: false })
  overridden!: boolean;

  /** YYYY-MM-DD: the last day on which who was declined may ask for another look */
  @Column('date', { name: 'appeal_until', nullable: true })
  appealUntil!: string | null;

  @Column('uuid', { nullable: true })
  supersedes!: string | null;
}
