import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../identity/index.js';
import { EXISTING_ID } from '../../platform/http/existing-id.pipe.js';
import type { ActorOf } from '../../shared/actor.js';
import { PostOfficer } from '../actions/post-officer.js';
import { RegisterOfficer } from '../actions/register-officer.js';
import { OfficerReader } from '../records/officer.reader.js';
import { OfficerPostReader } from '../records/officer-post.reader.js';
import { ListOfficersDto, PostOfficerDto, RegisterOfficerDto } from './officer.dto.js';
import { OfficerPageView, OfficerPostedView, OfficerPostsView, OfficerRegisteredView } from './officer.view.js';

/** The register of officers. */
@ApiTags('complaint')
@Controller('api/v1/officers')
export class OfficerController {
  constructor(
    private readonly registerOfficer: RegisterOfficer,
    private readonly postOfficer: PostOfficer,
    private readonly officers: OfficerReader,
    private readonly posts: OfficerPostReader,
  ) {}

  /** Register an officer of a department. */
  @Allow('officer.register')
  @Post()
  async register(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Body() officer: RegisterOfficerDto,
  ): Promise<OfficerRegisteredView> {
    return this.registerOfficer.run(actor, officer);
  }

  /** Note that an officer has another rank, or serves elsewhere, from a day on. Cases keep what it was at the incident. */
  @Allow('officer.register')
  @Post(':officerId/posts')
  async post(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('officerId', EXISTING_ID) officerId: string,
    @Body() post: PostOfficerDto,
  ): Promise<OfficerPostedView> {
    return this.postOfficer.run(actor, officerId, post);
  }

  /** Where an officer served, from when on, with which rank. What was told wrongly stands there too, and says so. */
  @Allow('officer.read')
  @Get(':officerId/posts')
  async listPosts(
    @CurrentActor() actor: ActorOf<'staff'>,
    @Param('officerId', EXISTING_ID) officerId: string,
  ): Promise<OfficerPostsView> {
    return this.posts.of(actor, officerId);
  }

  /** The officers, by department or badge number. */
  @Allow('officer.read')
  @Get()
  async list(@CurrentActor() actor: ActorOf<'staff'>, @Query() query: ListOfficersDto): Promise<OfficerPageView> {
    return this.officers.page(actor, query);
  }
}
