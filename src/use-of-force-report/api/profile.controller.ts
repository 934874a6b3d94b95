import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, Public } from '../../identity/index.js';
import type { ActorOf } from '../../shared/actor.js';
import { EnactProfile } from '../actions/enact-profile.js';
import { PublicProfileReader } from '../records/public-profile.reader.js';
import type { ProfileDocument } from '../rules/profile/profile-document.js';
import { ProfilePlaceDto } from './profile-place.dto.js';
import { EnactedProfileView, ProfileListView, ProfileView } from './profile.view.js';

/** The programmes' rules, as data: what each asks of a report, in which words, and how it is checked. They are public. */
@ApiTags('use-of-force-report')
@Controller('api/v1/use-of-force-profiles')
export class ProfileController {
  constructor(
    private readonly profiles: PublicProfileReader,
    private readonly enactProfile: EnactProfile,
  ) {}

  /** Every profile, in all its versions. */
  @Public()
  @Get()
  async list(@Query() { jurisdiction }: ProfilePlaceDto): Promise<ProfileListView> {
    return { items: await this.profiles.all(jurisdiction ?? null) };
  }

  /** A profile's newest version. */
  @Public()
  @Get(':profileId')
  async newest(@Param('profileId') id: string, @Query() { jurisdiction }: ProfilePlaceDto): Promise<ProfileView> {
    return shown(await this.profiles.one(id, null, jurisdiction ?? null));
  }

  /** One version of it. */
  @Public()
  @Get(':profileId/:version')
  async version(
    @Param('profileId') id: string,
    @Param('version') version: string,
    @Query() { jurisdiction }: ProfilePlaceDto,
  ): Promise<ProfileView> {
    return shown(await this.profiles.one(id, version, jurisdiction ?? null));
  }

  /** Enact a programme's rules for your place: a profile as `GET` shows it, of a version of its own. The charter says whom it binds. */
  @Allow('charter.enact')
  @ApiBody({ schema: { type: 'object', description: 'A profile' } })
  @Post()
  async enact(@CurrentActor() actor: ActorOf<'staff'>, @Body() sent: unknown): Promise<EnactedProfileView> {
    return this.enactProfile.run(actor, sent);
  }
}

function shown(profile: ProfileDocument): ProfileView {
  const { id, version, title } = profile;
  return { id, version, title, profile };
}
