import { type DynamicModule, Module } from '@nestjs/common';
import { AfterVoteModule } from './after-vote/index.js';
import { ApiDocsModule } from './api-docs/api-docs.module.js';
import { AuditLogModule } from './audit-log/index.js';
import { BoardReportModule } from './board-report/index.js';
import { BreakGlassModule } from './break-glass/index.js';
import { CharterModule } from './charter/index.js';
import { ComplaintModule } from './complaint/index.js';
import { type Connections, DatabaseModule } from './database/database.module.js';
import { DeadlineModule } from './deadline/index.js';
import { DenominatorModule } from './denominator/index.js';
import { DepartmentReportingModule } from './department-reporting/index.js';
import { EvidenceModule } from './evidence/index.js';
import { ForceReferralModule } from './force-referral/index.js';
import { FrontDeskModule } from './front-desk/index.js';
import { HealthController } from './health.controller.js';
import { IdentityModule } from './identity/index.js';
import { InternalAffairsAuditModule } from './internal-affairs-audit/index.js';
import { InvestigationModule } from './investigation/index.js';
import { LetterModule } from './letter/index.js';
import { UseOfForceReportModule } from './use-of-force-report/index.js';
import { MyWorkModule } from './my-work/index.js';
import { PolicyTrackerModule } from './policy-tracker/index.js';
import { ReviewBoardModule } from './review-board/index.js';
import { SeriousIncidentModule } from './serious-incident/index.js';
import { TransparencyModule } from './transparency/index.js';

/** The table of contents, in the order in which the data goes its way. */
@Module({})
export class AppModule {
  static with(connections: Connections): DynamicModule {
    return {
      module: AppModule,
      imports: [
        DatabaseModule.with(connections),
        IdentityModule,
        AuditLogModule,
        CharterModule,
        DeadlineModule,
        EvidenceModule,
        ComplaintModule,
        InvestigationModule,
        BreakGlassModule,
        LetterModule,
        UseOfForceReportModule,
        DenominatorModule,
        DepartmentReportingModule,
        ReviewBoardModule,
        AfterVoteModule,
        PolicyTrackerModule,
        ForceReferralModule,
        InternalAffairsAuditModule,
        SeriousIncidentModule,
        TransparencyModule,
        BoardReportModule,
        MyWorkModule,
        FrontDeskModule,
        ApiDocsModule,
      ],
      controllers: [HealthController],
    };
  }
}
