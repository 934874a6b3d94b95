import { Module } from '@nestjs/common';
import { DepartmentReportingModule } from '../../department-reporting/index.js';
import { PublishedModule } from '../published/published.module.js';
import { HomeController } from './home.controller.js';
import { PortalReader } from './portal.reader.js';
import { ReleaseShelfReader } from './releases/release-shelf.reader.js';
import { ReleasesController } from './releases/releases.controller.js';
import { ReportingController } from './reporting.controller.js';

/** Pages over the public plane; like it, they know no case. */
@Module({
  imports: [PublishedModule, DepartmentReportingModule],
  controllers: [HomeController, ReportingController, ReleasesController],
  providers: [PortalReader, ReleaseShelfReader],
})
export class PortalModule {}
