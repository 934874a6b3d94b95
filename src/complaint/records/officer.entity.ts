import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A police officer: a public employee, whose name and badge are not sealed. */
@Entity({ schema: 'redress', name: 'officer' })
export class OfficerEntity {
  @PrimaryColumn('uuid', { name: 'jurisdiction_id' })
  jurisdictionId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'department_id', nullable: true })
  departmentId!: string | null;

  @Column('text', { name: 'badge_number', nullable: true })
  badgeNumber!: string | null;

  @Column('text', { nullable: true })
  name!: string | null;

  @Column('integer', { name: 'birth_year', nullable: true })
  birthYear!: number | null;

  @Column('text', { nullable: true })
  race!: string | null;

  @Column('text', { nullable: true })
  gender!: string | null;

  @Column('date', { name: 'appointed_on', nullable: true })
  appointedOn!: string | null;

  @Column('date', { name: 'resigned_on', nullable: true })
  resignedOn!: string | null;

  /** As it is now; what it was at an incident stands with the case */
  @Column('text', { nullable: true })
  rank!: string | null;

  @Column('text', { nullable: true })
  unit!: string | null;

  /** What the unit belongs to: a precinct, a bureau */
  @Column('text', { nullable: true })
  command!: string | null;

  @Column('text', { nullable: true })
  source!: string | null;

  @Column('text', { name: 'source_key', nullable: true })
  sourceKey!: string | null;

  @Column('jsonb', { nullable: true })
  original!: Record<string, unknown> | null;
}
