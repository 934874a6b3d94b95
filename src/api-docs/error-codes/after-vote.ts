/** What follows the vote can be answered with. */
export const afterVoteCodes: Readonly<Record<string, string>> = {
  'appeal-decided': 'How this appeal ended is recorded: a new one is filed anew.',
  'appeal-pending': 'An appeal against this discipline is pending: record how it ends first.',
  'award-lacks-discipline': 'A reduction says what stands after it: give the discipline.',
  'award-names-discipline': 'Only a reduction says what stands after it: leave the discipline out.',
  'award-no-less': 'What stands after a reduction is less than before: correct the discipline, or the outcome.',
  'board-has-not-voted':
    'The board decides by a vote taken since the request came before it: name the motion that it carried then.',
  'board-motion-missing': 'What the board has reconsidered rests on its vote: name the motion that it carried.',
  'day-before-it-began': 'It cannot have happened before what it follows: correct the day.',
  'delivered-at-no-time': 'A delivery lies between the sending and now: correct its time.',
  'discipline-not-decided':
    'Discipline comes of a step that was agreed or decided, on a recommendation of discipline: leave it out.',
  'found-otherwise': 'The board has found otherwise since: the outcome is changed, and not that all stands.',
  'no-right-to-reconsideration':
    'The charter gives no right to ask the board to reconsider such a case: reopen it instead, if need be.',
  'nothing-imposed': 'No discipline stands here that could be appealed against: record what was imposed first.',
  'nothing-to-escalate': 'This step follows another answer, or one that is overdue: the message says what there is.',
  'outcome-out-of-place': 'The charter has this step end otherwise: the message says how.',
  'reconsideration-asked': 'It was asked for as often as the charter lets it be: there is nothing more to ask.',
  'reconsideration-decided': 'What came of this request is decided: it is not decided twice.',
  'reconsideration-heard': 'The request came before the board, which decides on it by a vote: record that vote.',
  'reconsideration-of-nothing': 'The board has decided nothing in this case: there is nothing to reconsider.',
  'reconsideration-pending': 'The board was asked to reconsider and has not decided yet: wait for that.',
  'reconsideration-too-late':
    'The days in which the board could be asked to reconsider are over: the message says until when.',
  'step-out-of-order': 'The charter has other steps come first: take them, in its order.',
  'step-settled': 'A step is under way, or has settled the matter: end the one that is under way.',
  'step-taken-already': 'This step was taken already and settled nothing: take the next one.',
  'unknown-outcome':
    'The charter does not know this outcome of an appeal: use one of the codes that the message lists.',
  'unknown-route': 'The charter does not know this way of appeal: use one of the codes that the message lists.',
  'unknown-step': 'The charter does not know this step of escalation: use one of the codes that the message lists.',
  'unknown-way': 'The charter does not know this way of delivery: use one of the codes that the message lists.',
};
