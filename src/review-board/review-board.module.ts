import { Module } from '@nestjs/common';
import { ComplaintModule } from '../complaint/index.js';
import { AddAgendaItem } from './actions/add-agenda-item.js';
import { AdjournMeeting } from './actions/adjourn-meeting.js';
import { AppointPanel } from './actions/appoint-panel.js';
import { CastVote } from './actions/cast-vote.js';
import { DecideMotion } from './actions/decide-motion.js';
import { FoundBoard } from './actions/found-board.js';
import { MoveMotion } from './actions/move-motion.js';
import { OpenMeeting } from './actions/open-meeting.js';
import { PostAgenda } from './actions/post-agenda.js';
import { RecordArrival } from './actions/record-arrival.js';
import { RecordChiefAnswer } from './actions/record-chief-answer.js';
import { RecordDeparture } from './actions/record-departure.js';
import { ScheduleMeeting } from './actions/schedule-meeting.js';
import { SeatMember } from './actions/seat-member.js';
import { SendRecommendation } from './actions/send-recommendation.js';
import { WithdrawMotion } from './actions/withdraw-motion.js';
import { AgendaController } from './api/agenda.controller.js';
import { BoardController } from './api/board.controller.js';
import { MeetingConductController } from './api/meeting-conduct.controller.js';
import { MeetingController } from './api/meeting.controller.js';
import { MotionController } from './api/motion.controller.js';
import { PanelController } from './api/panel.controller.js';
import { RecommendationController } from './api/recommendation.controller.js';
import { VoteController } from './api/vote.controller.js';
import { BoardReader } from './records/board.reader.js';
import { MeetingReader } from './records/meeting.reader.js';
import { MotionReader } from './records/motion.reader.js';
import { RecommendationReader } from './records/recommendation.reader.js';
import { VoteReasons } from './records/vote-reasons.js';

/** In the order of a case's way through the board. */
const actions = [
  FoundBoard,
  SeatMember,
  ScheduleMeeting,
  AppointPanel,
  AddAgendaItem,
  PostAgenda,
  OpenMeeting,
  RecordArrival,
  RecordDeparture,
  MoveMotion,
  CastVote,
  DecideMotion,
  WithdrawMotion,
  AdjournMeeting,
  SendRecommendation,
  RecordChiefAnswer,
];

@Module({
  imports: [ComplaintModule],
  controllers: [
    BoardController,
    MeetingController,
    AgendaController,
    MeetingConductController,
    PanelController,
    MotionController,
    VoteController,
    RecommendationController,
  ],
  providers: [...actions, BoardReader, MeetingReader, MotionReader, RecommendationReader, VoteReasons],
  exports: actions,
})
export class ReviewBoardModule {}
