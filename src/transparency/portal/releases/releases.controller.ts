import { Controller, Get, Param, Req, Res, UseInterceptors } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../../identity/index.js';
import { OpenToAll } from '../../published/open-to-all.interceptor.js';
import { answerEither } from './answer-either.js';
import { ReleaseShelfReader } from './release-shelf.reader.js';
import { datasetView, shelvedReleaseView, versionsView } from './releases-view-of.js';
import { datasetsPage, releasePage, versionsPage } from './releases.page.js';
import { releaseTexts } from './releases.texts.js';
import { ShelvedDatasetsView, ShelvedReleaseView, ShelvedVersionsView } from './releases.view.js';

const texts = releaseTexts.en;

/** The directories of releases: pages for people, JSON for programs (by `Accept`). */
@ApiTags('datasets')
@ApiProduces('application/json', 'text/html')
@UseInterceptors(OpenToAll)
@Controller('releases')
export class ReleasesController {
  constructor(private readonly shelf: ReleaseShelfReader) {}

  /** Every dataset that has a release, by its newest. */
  @Public()
  @ApiOkResponse({ type: ShelvedDatasetsView })
  @Get()
  async all(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const datasets = await this.shelf.datasets(null);
    const json = { datasets: datasets.map(datasetView) };
    return answerEither(request, reply, json, { title: texts.shelf, body: datasetsPage(datasets, null, texts) });
  }

  /** The same, of one jurisdiction. */
  @Public()
  @ApiOkResponse({ type: ShelvedDatasetsView })
  @Get(':jurisdiction')
  async ofPlace(
    @Param('jurisdiction') jurisdiction: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const datasets = await this.shelf.datasets(jurisdiction);
    const body = datasetsPage(datasets, datasets[0]?.jurisdictionName ?? '', texts);
    return answerEither(request, reply, { datasets: datasets.map(datasetView) }, { title: texts.shelf, body });
  }

  /** Every release of a dataset, newest first, and those that were withdrawn. */
  @Public()
  @ApiOkResponse({ type: ShelvedVersionsView })
  @ApiParam({ name: 'jurisdiction' })
  @ApiParam({ name: 'dataset' })
  @Get(':jurisdiction/:dataset')
  async ofDataset(
    @Param() { jurisdiction, dataset }: { jurisdiction: string; dataset: string },
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const found = await this.shelf.versions(jurisdiction, dataset);
    return answerEither(request, reply, versionsView(found), {
      title: found.newest.title,
      body: versionsPage(found, texts),
    });
  }

  /** Every file of a release, with its size and its SHA-256. */
  @Public()
  @ApiOkResponse({ type: ShelvedReleaseView })
  @ApiParam({ name: 'jurisdiction' })
  @ApiParam({ name: 'dataset' })
  @ApiParam({ name: 'version' })
  @Get(':jurisdiction/:dataset/:version')
  async ofRelease(
    @Param() { jurisdiction, dataset, version }: { jurisdiction: string; dataset: string; version: string },
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const release = await this.shelf.release(jurisdiction, dataset, version);
    const title = `${release.title}, ${version}`;
    return answerEither(request, reply, shelvedReleaseView(release), { title, body: releasePage(release, texts) });
  }
}
