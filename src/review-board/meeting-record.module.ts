import { Module } from '@nestjs/common';
import { CharterModule } from '../charter/index.js';
import { ComplaintModule } from '../complaint/index.js';
import { VaultModule } from '../vault/index.js';
import { AddAgendaItem } from './actions/add-agenda-item.js';
import { AmendAgenda } from './actions/amend-agenda.js';
import { AppointPanel } from './actions/appoint-panel.js';
import { ApproveMinutes } from './actions/approve-minutes.js';
import { AttachMaterial } from './actions/attach-material.js';
import { CancelMeeting } from './actions/cancel-meeting.js';
import { DraftMinutes } from './actions/draft-minutes.js';
import { EditMinutes } from './actions/edit-minutes.js';
import { ElectOfficer } from './actions/elect-officer.js';
import { EndTerm } from './actions/end-term.js';
import { EstablishSeat } from './actions/establish-seat.js';
import { PostAgenda } from './actions/post-agenda.js';
import { RecordComment } from './actions/record-comment.js';
import { RedrawPanel } from './actions/redraw-panel.js';
import { ReportOutOfSession } from './actions/report-out.js';
import { ScheduleMeeting } from './actions/schedule-meeting.js';
import { SeatAlternate } from './actions/seat-alternate.js';
import { UnseatAlternate } from './actions/unseat-alternate.js';
import { AgendaController } from './api/agenda.controller.js';
import { AlternateController } from './api/alternate.controller.js';
import { BoardPagesController } from './api/board-pages.controller.js';
import { BoardSeatsController } from './api/board-seats.controller.js';
import { MeetingPapersController } from './api/meeting-papers.controller.js';
import { MeetingController } from './api/meeting.controller.js';
import { MinutesController } from './api/minutes.controller.js';
import { PanelController } from './api/panel.controller.js';
import { PublicMeetingPagesController } from './api/public-meeting-pages.controller.js';
import { PublicMeetingController } from './api/public-meeting.controller.js';
import { AgendaPublication } from './records/agenda-publication.js';
import { MeetingReader } from './records/meeting.reader.js';
import { MinutesPublication } from './records/minutes-publication.js';
import { MinutesReader } from './records/minutes.reader.js';
import { PublicBoardReader } from './records/public-board.reader.js';
import { PublicMeetingReader } from './records/public-meeting.reader.js';

/** In the order in which a meeting goes: seats, panels, the agenda, the meeting, its minutes. */
const actions = [
  EstablishSeat,
  EndTerm,
  ElectOfficer,
  AppointPanel,
  RedrawPanel,
  ScheduleMeeting,
  CancelMeeting,
  AddAgendaItem,
  AttachMaterial,
  PostAgenda,
  AmendAgenda,
  SeatAlternate,
  UnseatAlternate,
  RecordComment,
  ReportOutOfSession,
  DraftMinutes,
  EditMinutes,
  ApproveMinutes,
];

/** Who sits, what is announced, and what is told of it afterwards. */
@Module({
  imports: [CharterModule, ComplaintModule, VaultModule],
  controllers: [
    BoardSeatsController,
    PanelController,
    MeetingController,
    AgendaController,
    AlternateController,
    MeetingPapersController,
    MinutesController,
    PublicMeetingController,
    PublicMeetingPagesController,
    BoardPagesController,
  ],
  providers: [
    ...actions,
    AgendaPublication,
    MeetingReader,
    MinutesPublication,
    MinutesReader,
    PublicMeetingReader,
    PublicBoardReader,
  ],
  exports: [...actions, VaultModule],
})
export class MeetingRecordModule {}
