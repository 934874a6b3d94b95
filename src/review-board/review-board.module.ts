import { Module } from '@nestjs/common';
import { ComplaintModule } from '../complaint/index.js';
import { AdjournMeeting } from './actions/adjourn-meeting.js';
import { CastCastingVote } from './actions/cast-casting-vote.js';
import { CastVote } from './actions/cast-vote.js';
import { DecideMotion } from './actions/decide-motion.js';
import { FileOpinion } from './actions/file-opinion.js';
import { DeliverRecommendation } from './actions/deliver-recommendation.js';
import { FoundBoard } from './actions/found-board.js';
import { MoveMotion } from './actions/move-motion.js';
import { OpenMeeting } from './actions/open-meeting.js';
import { PublishOpinion } from './actions/publish-opinion.js';
import { RecordArrival } from './actions/record-arrival.js';
import { RecordChiefAnswer } from './actions/record-chief-answer.js';
import { RecordDeparture } from './actions/record-departure.js';
import { ResumeMotion } from './actions/resume-motion.js';
import { SeatMember } from './actions/seat-member.js';
import { SendRecommendation } from './actions/send-recommendation.js';
import { SignOpinion } from './actions/sign-opinion.js';
import { WithdrawMotion } from './actions/withdraw-motion.js';
import { MeetingRecordModule } from './meeting-record.module.js';
import { BoardController } from './api/board.controller.js';
import { DepartureController } from './api/departure.controller.js';
import { DeliveryController } from './api/delivery.controller.js';
import { MeetingConductController } from './api/meeting-conduct.controller.js';
import { MotionController } from './api/motion.controller.js';
import { OpinionController } from './api/opinion.controller.js';
import { RecommendationController } from './api/recommendation.controller.js';
import { ResumptionController } from './api/resumption.controller.js';
import { VoteController } from './api/vote.controller.js';
import { BoardReader } from './records/board.reader.js';
import { MatrixDepartureReader } from './records/matrix-departure.reader.js';
import { MotionReader } from './records/motion.reader.js';
import { RecommendationReader } from './records/recommendation.reader.js';
import { TransmittalReader } from './records/transmittal.reader.js';
import { VoteReasons } from './records/vote-reasons.js';

/** In the order of a case's way through the board; agendas, panels and minutes are MeetingRecordModule's. */
const actions = [
  FoundBoard,
  SeatMember,
  OpenMeeting,
  RecordArrival,
  RecordDeparture,
  MoveMotion,
  ResumeMotion,
  CastVote,
  CastCastingVote,
  DecideMotion,
  WithdrawMotion,
  FileOpinion,
  SignOpinion,
  PublishOpinion,
  AdjournMeeting,
  SendRecommendation,
  DeliverRecommendation,
  RecordChiefAnswer,
];

@Module({
  imports: [ComplaintModule, MeetingRecordModule],
  controllers: [
    BoardController,
    MeetingConductController,
    MotionController,
    ResumptionController,
    VoteController,
    OpinionController,
    RecommendationController,
    DeliveryController,
    DepartureController,
  ],
  providers: [
    ...actions,
    BoardReader,
    MatrixDepartureReader,
    MotionReader,
    RecommendationReader,
    TransmittalReader,
    VoteReasons,
  ],
  exports: [...actions, MeetingRecordModule],
})
export class ReviewBoardModule {}
