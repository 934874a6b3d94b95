import { Module } from '@nestjs/common';
import { VaultModule } from '../vault/index.js';
import { AddWork } from './actions/add-work.js';
import { AnswerMediation } from './actions/answer-mediation.js';
import { AnswerPoint } from './actions/answer-point.js';
import { ApprovePlan } from './actions/approve-plan.js';
import { EndMediation } from './actions/end-mediation.js';
import { ListMediations } from './actions/list-mediations.js';
import { NameMediator } from './actions/name-mediator.js';
import { OfferMediation } from './actions/offer-mediation.js';
import { RecordSession } from './actions/record-session.js';
import { ReviewInvestigation } from './actions/review-investigation.js';
import { TakeStep } from './actions/take-step.js';
import { WriteNote } from './actions/write-note.js';
import { WritePlan } from './actions/write-plan.js';
import { InvestigationController } from './api/investigation.controller.js';
import { MediationSessionController } from './api/mediation-session.controller.js';
import { MediationController } from './api/mediation.controller.js';
import { ReviewController } from './api/review.controller.js';
import { WorkStepController } from './api/work-step.controller.js';
import { WorkController } from './api/work.controller.js';
import { InvestigationReader } from './records/investigation.reader.js';
import { MediationGround } from './records/mediation-ground.js';
import { WorkReader } from './records/work.reader.js';

@Module({
  imports: [VaultModule],
  controllers: [
    ...[InvestigationController, ReviewController, WorkController, WorkStepController],
    ...[MediationController, MediationSessionController],
  ],
  providers: [
    ...[WritePlan, ApprovePlan, WriteNote, ReviewInvestigation, AnswerPoint, AddWork, TakeStep],
    ...[OfferMediation, AnswerMediation, NameMediator, RecordSession, EndMediation, ListMediations],
    ...[InvestigationReader, WorkReader, MediationGround],
  ],
})
export class InvestigationModule {}
