import { Module } from '@nestjs/common';
import { AfterVoteModule } from '../after-vote/index.js';
import { CharterModule } from '../charter/index.js';
import { ComplaintModule } from '../complaint/index.js';
import { EvidenceModule } from '../evidence/index.js';
import { IdentityModule } from '../identity/index.js';
import { LetterModule } from '../letter/index.js';
import { FileFromForm } from './actions/file-from-form.js';
import { ReadMyCase } from './actions/read-my-case.js';
import { ComplainController } from './api/complain.controller.js';
import { ComplaintDoor } from './api/complaint-door.js';
import { FollowController } from './api/follow.controller.js';
import { FollowDialogueController } from './api/follow-dialogue.controller.js';
import { FollowReceiptController } from './api/follow-receipt.controller.js';
import { FollowRemedyController } from './api/follow-remedy.controller.js';
import { FrontDeskScriptController } from './api/front-desk-script.controller.js';
import { MyCaseDesk } from './api/my-case-desk.js';

/** Pages for who complains: the same actions as the API's, with a form in front. */
@Module({
  imports: [IdentityModule, CharterModule, ComplaintModule, EvidenceModule, LetterModule, AfterVoteModule],
  controllers: [
    ComplainController,
    FrontDeskScriptController,
    FollowController,
    FollowDialogueController,
    FollowRemedyController,
    FollowReceiptController,
  ],
  providers: [FileFromForm, ReadMyCase, ComplaintDoor, MyCaseDesk],
})
export class FrontDeskModule {}
