import type { Choice } from './model.js';

/** Something that somebody asks of the server, told in the model's numbers. */
export type Operation =
  | { do: 'arrive' | 'leave' | 'recuse'; who: number }
  | { do: 'seat'; member: number; ofCase: boolean }
  | { do: 'unseat' | 'adjourn' }
  | { do: 'move'; item: number; mover: number; seconder: number | null; finding: string | null; text: string }
  | { do: 'amend'; motion: number; mover: number; seconder: number | null; finding: string | null; text: string }
  | {
      do: 'reconsider';
      motion: number;
      item: number;
      mover: number;
      seconder: number | null;
      finding: string | null;
      text: string;
    }
  | { do: 'vote'; motion: number; who: number; choice: Choice }
  | { do: 'cast'; motion: number; who: number; choice: 'yes' | 'no' }
  | { do: 'decide' | 'withdraw'; motion: number }
  | { do: 'resume'; motion: number; item: number };

export type Of<Name extends Operation['do']> = Extract<Operation, { do: Name }>;
