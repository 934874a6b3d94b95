import { Module } from '@nestjs/common';
import { PolicyTrackerModule } from '../policy-tracker/index.js';
import { VaultModule } from '../vault/index.js';
import { AddPrivilegedMaterial } from './actions/add-privileged-material.js';
import { ConveneReview } from './actions/convene-review.js';
import { EndReview } from './actions/end-review.js';
import { JoinTeam } from './actions/join-team.js';
import { LeaveTeam } from './actions/leave-team.js';
import { ReadPrivilegedMaterial } from './actions/read-privileged-material.js';
import { RecommendFromReview } from './actions/recommend-from-review.js';
import { RecordIncidentFinding } from './actions/record-incident-finding.js';
import { CompartmentController } from './api/compartment.controller.js';
import { IncidentResultController } from './api/incident-result.controller.js';
import { IncidentTeamController } from './api/incident-team.controller.js';
import { IncidentController } from './api/incident.controller.js';
import { Compartment } from './records/compartment.js';
import { IncidentReader } from './records/incident.reader.js';

/** In the order in which a review goes its way. */
const actions = [
  ConveneReview,
  JoinTeam,
  LeaveTeam,
  AddPrivilegedMaterial,
  ReadPrivilegedMaterial,
  RecordIncidentFinding,
  RecommendFromReview,
  EndReview,
];

/** People of several disciplines learn from a serious incident; what they say to each other stays with them. */
@Module({
  imports: [VaultModule, PolicyTrackerModule],
  controllers: [IncidentController, IncidentTeamController, CompartmentController, IncidentResultController],
  providers: [...actions, Compartment, IncidentReader],
})
export class SeriousIncidentModule {}
