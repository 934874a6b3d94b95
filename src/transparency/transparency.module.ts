import { Module } from '@nestjs/common';
import { ApproveRelease } from './actions/approve-release.js';
import { BuildRelease } from './actions/build-release.js';
import { PublishRelease } from './actions/publish-release.js';
import { RequestRelease } from './actions/request-release.js';
import { VerifyRelease } from './actions/verify-release.js';
import { ReleaseStepController } from './api/release-step.controller.js';
import { ReleaseController } from './api/release.controller.js';
import { PortalModule } from './portal/portal.module.js';
import { PublishedModule } from './published/published.module.js';
import { ReleaseReader } from './records/release.reader.js';
import { ReleaseWorker } from './release-worker.js';

const actions = [RequestRelease, BuildRelease, VerifyRelease, ApproveRelease, PublishRelease];

/** From the cases to the public: request, build, verify, approve, publish; and the public plane itself. */
@Module({
  imports: [PublishedModule, PortalModule],
  controllers: [ReleaseController, ReleaseStepController],
  providers: [...actions, ReleaseReader, ReleaseWorker],
  exports: [...actions, ReleaseReader, ReleaseWorker],
})
export class TransparencyModule {}
