import { ApiProperty } from '@nestjs/swagger';
import {
  MEDIATION_PARTIES,
  MEDIATION_STATUSES,
  type MediationParty,
  type MediationStatus,
} from '../rules/mediation-moves.js';

export class MediationOfferedView {
  mediationId!: string;
}

export class MediationAnswerView {
  @ApiProperty({ enum: MEDIATION_PARTIES })
  party!: MediationParty;
  accepted!: boolean;
  /** ISO date */
  on!: string;
}

/** That there is mediation, and how it stands. Of what is said there is nothing to show. */
export class MediationView {
  mediationId!: string;
  complaintOfficerId!: string;
  @ApiProperty({ enum: MEDIATION_STATUSES })
  status!: MediationStatus;
  mediatorId!: string | null;
  /** ISO date */
  offeredOn!: string;
  /** ISO date */
  endedOn!: string | null;
  answers!: MediationAnswerView[];
  /** ISO dates */
  sessions!: string[];
}

export class MediationsView {
  items!: MediationView[];
}
