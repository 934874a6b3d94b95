import { Module } from '@nestjs/common';
import { DepartmentReportingModule } from '../../department-reporting/index.js';
import { CatalogueModule } from '../published/catalogue/catalogue.module.js';
import { PublishedModule } from '../published/published.module.js';
import { SodaModule } from '../published/soda/soda.module.js';
import { ChartDrawings } from './chart/chart-drawings.js';
import { ChartFigures } from './chart/chart-figures.js';
import { ChartPages } from './chart/chart-pages.js';
import { ChartPictures } from './chart/chart-pictures.js';
import { ChartTerms } from './chart/chart-terms.js';
import { ChartController } from './chart/chart.controller.js';
import { ChartReader } from './chart/chart.reader.js';
import { DatasetPageController } from './dataset/dataset.controller.js';
import { DatasetPages } from './dataset/dataset-pages.js';
import { ChoicesReader } from './facts/choices.reader.js';
import { DatasetFactsReader } from './facts/dataset-facts.reader.js';
import { DescribedDatasets } from './facts/described-datasets.js';
import { PortalRows } from './facts/portal-rows.js';
import { PortalScriptController } from './facts/portal-script.controller.js';
import { StatementsReader } from './facts/statements.reader.js';
import { TermsReader } from './facts/terms.reader.js';
import { HomeController } from './home/home.controller.js';
import { HomePages } from './home/home-pages.js';
import { PlaceWords } from './home/place-words.js';
import { QueryController } from './query/query.controller.js';
import { QueryPages } from './query/query-pages.js';
import { ReleaseShelfReader } from './releases/release-shelf.reader.js';
import { ReleasesController } from './releases/releases.controller.js';
import { ReportingController } from './reporting/reporting.controller.js';

const facts = [ChoicesReader, DatasetFactsReader, DescribedDatasets, PortalRows, StatementsReader, TermsReader];
const charts = [ChartReader, ChartDrawings, ChartPictures, ChartFigures, ChartTerms, ChartPages];

/** Pages over the public plane; like it, they know no case. */
@Module({
  imports: [PublishedModule, SodaModule, CatalogueModule, DepartmentReportingModule],
  controllers: [
    HomeController,
    DatasetPageController,
    QueryController,
    ChartController,
    ReportingController,
    ReleasesController,
    PortalScriptController,
  ],
  providers: [...facts, ...charts, DatasetPages, QueryPages, HomePages, PlaceWords, ReleaseShelfReader],
})
export class PortalModule {}
