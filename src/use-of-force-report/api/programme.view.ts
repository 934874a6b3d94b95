import { LineFaultView } from './bulk.view.js';

export class ProgrammeIssueView {
  /** JSON pointer into the report; empty for the whole of it */
  path!: string;
  /** Stable: profile, element or rule, and what is the matter */
  code!: string;
  /** `error`: the programme would not take it. `warning`: it would, and a person should look. */
  level!: 'error' | 'warning' | 'info';
  /** What it is about, in the programme's words */
  label!: string;
  /** How to mend it */
  message!: string;
}

/** What a programme that binds the department says of a report */
export class ProgrammeAnswerView {
  /** The profile's id */
  profile!: string;
  version!: string;
  title!: string;
  /** `incomplete`: something that it asks for is missing, at fault or still pending */
  status!: 'complete' | 'incomplete' | 'not_reportable';
  /** The programme would take it as it is, though something may be pending */
  acceptable!: boolean;
  /** Which of the programme's criteria it meets */
  criteria!: string[];
  /** Why it is not reportable; null when it is */
  why!: string | null;
  issues!: ProgrammeIssueView[];
}

export class ProgrammeAnswersView {
  programmes!: ProgrammeAnswerView[];
}

export class ValidationView {
  /** It would be taken in */
  lawful!: boolean;
  faults!: LineFaultView[];
  /** Empty for a report that would not be taken in */
  programmes!: ProgrammeAnswerView[];
}
