import { Module } from '@nestjs/common';
import { PublishedModule } from '../published.module.js';
import { CatalogueController } from './catalogue.controller.js';
import { CatalogueReader } from './catalogue.reader.js';
import { DiscoveryController } from './discovery.controller.js';
import { FeedController } from './feed.controller.js';
import { PublicPagesReader } from './public-pages.reader.js';
import { ReleaseNewsReader } from './release-news.reader.js';

/** What tells the world what there is: catalogues, feeds, and what search engines ask for. */
@Module({
  imports: [PublishedModule],
  controllers: [CatalogueController, FeedController, DiscoveryController],
  providers: [CatalogueReader, ReleaseNewsReader, PublicPagesReader],
  exports: [CatalogueReader],
})
export class CatalogueModule {}
