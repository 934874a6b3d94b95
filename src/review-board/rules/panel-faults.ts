import type { Candidate } from './rotation.js';

export interface PanelFault {
  /** JSON pointer into the request */
  path: string;
  code: string;
  message: string;
}

/** Who of those named may not sit on the panel. */
export function panelFaults(named: readonly string[], candidates: readonly Candidate[]): PanelFault[] {
  return named.flatMap((memberId, index) =>
    candidates.some((candidate) => candidate.memberId === memberId)
      ? []
      : [
          {
            path: `/memberIds/${index}`,
            code: 'not-eligible',
            message: 'No member of the board whose term runs, or recused from the case or in conflict with it.',
          },
        ],
  );
}
