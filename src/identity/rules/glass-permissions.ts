import type { StaffRole } from '../../shared/actor.js';
import { any, type Grant, throughGlass } from './grant.js';

/**
 * Who may ask for a case past their role (docs/decisions/0065). Not the director, who sees every case that is not behind a
 * wall; not the administrator, who could make both people; not a mediator, who is of no office.
 */
const ASKING = [
  ...(['intake', 'investigator', 'supervisor', 'clerk'] as const),
  ...(['board_member', 'records', 'auditor'] as const),
] satisfies StaffRole[];

/** What an opening opens: the case, what was told, its evidence, who works on it and how. For reading, and nobody's identity. */
export const glass = (): Grant[] => throughGlass(...ASKING);

/** The charter names who of these does it; who asked, who decides and who reviews are three people, by constraint. */
export const glassPermissions = {
  'glass.ask': any(...ASKING),
  'glass.decide': any('supervisor', 'director'),
  'glass.end': any(...ASKING, 'director'),
  'glass.read': any('supervisor', 'records', 'director', 'auditor'),
  'glass.review': any('records', 'director', 'auditor'),
} satisfies Record<string, Grant[]>;
