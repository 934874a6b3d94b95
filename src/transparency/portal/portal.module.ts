import { Module } from '@nestjs/common';
import { PublishedModule } from '../published/published.module.js';
import { HomeController } from './home.controller.js';
import { PortalReader } from './portal.reader.js';

/** Pages over the public plane; like it, they know no case. */
@Module({ imports: [PublishedModule], controllers: [HomeController], providers: [PortalReader] })
export class PortalModule {}
