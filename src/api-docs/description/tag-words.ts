const WORDS: Readonly<Record<string, string>> = {
  'after the vote': 'What follows a vote: awards, escalation, reconsideration.',
  'audits of internal affairs': 'Samples of a department’s own investigations, looked through by the agency.',
  'board-reports': 'Reports of a period, made of what was released.',
  'break-glass': 'A case past one’s role, by two people, for some hours, reviewed by a third.',
  charter: 'The terms of oversight of a place: its vocabularies, clocks, quorum and rules of publication.',
  complaint: 'A case from filing to closing, for staff and for who complains.',
  datasets: 'Published releases: what there is, their rows and their files. Open to everybody.',
  deadline: 'Clocks that the law sets on a case.',
  denominators: 'Populations, officers, stops and arrests by which rates are made.',
  'department-reporting': 'How completely each department reports its use of force.',
  evidence: 'Files and things of a case, and through whose hands they went.',
  'force-referral': 'Reports of force that the agency takes up by itself.',
  health: 'Whether the server runs and can answer.',
  identity: 'Signing in, accounts, departments and their keys.',
  investigation: 'Plan, diary, work and review of an investigation.',
  letter: 'Letters of the charter, filled from a case and sent.',
  mediation: 'Talks between who complains and an officer: that they were held, never what was said.',
  'my-work': 'What waits for whoever has signed in.',
  'policy recommendations': 'Recommendations on a department’s policy, and what became of them.',
  'public answers': 'Answers of chiefs that are overdue. Open to everybody.',
  'public break-glass': 'How often cases were opened past somebody’s role. Open to everybody.',
  'public meetings': 'Posted agendas and approved minutes. Open to everybody.',
  'public policy recommendations': 'Recommendations on policy as they were published. Open to everybody.',
  'review-board': 'Meetings, motions, votes and recommendations of the board.',
  'serious incident reviews': 'Reviews of shootings, deaths and other serious incidents.',
  soda: 'Published rows for clients that speak SODA 2.1, Socrata’s Metadata API or its Discovery API. Open to everybody.',
  transparency: 'Making releases: asked for, built, verified, approved by two, published, withdrawn.',
  'transparency log': 'Signed checkpoints that the history of all cases can be held to. Open to everybody.',
  'use-of-force-report': 'Reports of force: from drafts of one officer to a department’s bulk of a hundred thousand.',
};

/** What the operations under a heading are about. */
export function tagWords(tag: string): string {
  return WORDS[tag] ?? `All about ${tag.replaceAll('-', ' ')}.`;
}
