import { Module } from '@nestjs/common';
import { VaultModule } from '../vault/index.js';
import { CancelAudit } from './actions/cancel-audit.js';
import { CloseAudit } from './actions/close-audit.js';
import { DrawSample } from './actions/draw-sample.js';
import { PlanAudit } from './actions/plan-audit.js';
import { RecordDepartmentResponse } from './actions/record-department-response.js';
import { RedrawSample } from './actions/redraw-sample.js';
import { RequestMoreWork } from './actions/request-more-work.js';
import { ReviewFile } from './actions/review-file.js';
import { SendAuditReport } from './actions/send-audit-report.js';
import { AuditEndController } from './api/audit-end.controller.js';
import { AuditFileController } from './api/audit-file.controller.js';
import { AuditTrendController } from './api/audit-trend.controller.js';
import { AuditController } from './api/audit.controller.js';
import { AuditTrendReader } from './records/audit-trend.reader.js';
import { AuditReader } from './records/audit.reader.js';

/** In the order in which an audit goes its way. */
const actions = [
  PlanAudit,
  DrawSample,
  RedrawSample,
  ReviewFile,
  RequestMoreWork,
  SendAuditReport,
  RecordDepartmentResponse,
  CloseAudit,
  CancelAudit,
];

/** Somebody else looks at what internal affairs did: which files is drawn so that anybody can draw it again. */
@Module({
  imports: [VaultModule],
  controllers: [AuditController, AuditFileController, AuditEndController, AuditTrendController],
  providers: [...actions, AuditReader, AuditTrendReader],
})
export class InternalAffairsAuditModule {}
