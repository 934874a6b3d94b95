/** Sentences as public summaries have them, that name nobody: what is found in them is a false alarm. */
export const CLEAN_SENTENCES: readonly string[] = `
The complainant alleged that two officers stopped a car without a lawful reason and searched it without consent.
According to the complaint, one officer used profane language and refused to give a name when asked.
The officers stated that the car had failed to signal before it changed lanes.
The board reviewed body-worn camera footage, radio traffic and the written reports of all officers.
Footage shows the driver with both hands on the wheel while the officer speaks through the window.
One officer placed the driver in handcuffs and patted down the outer clothing.
No weapon was found, and the driver was released without a citation.
The investigator interviewed three witnesses, two of whom saw the whole encounter from across the street.
The third witness arrived after the officers had left and could not describe what happened before.
The board found by a preponderance of the evidence that the search was not justified.
It voted four to one to sustain the allegation of an unlawful search.
The allegation of discourtesy was not sustained because the recording has no sound for that part of the stop.
The department agreed with the finding and imposed a suspension of ten days.
The chief disagreed in part and explained the reasons in a letter to the board.
The board recommended training on consent searches for the whole unit.
The complaint was received in spring and closed within the time that the ordinance allows.
A supervisor came to the scene at the driver's request and listened to the account.
The supervisor did not write a report of the visit, which department policy requires.
The officers did not activate their cameras until the search had begun.
Policy requires that cameras be switched on before any contact with the public.
The driver said that the handcuffs were too tight and that an officer ignored repeated requests to loosen them.
Photographs taken the next day show bruises on both wrists.
The hospital's record describes minor swelling and no broken bones.
The officer who applied the handcuffs said that they were checked for tightness and double locked.
The investigator could not determine which of the two accounts is right.
The board therefore reached no finding on the allegation of excessive force.
The complainant asked for mediation, and the officers agreed to take part.
The mediation was completed and the case was closed without a finding.
During a protest in the summer, officers used pepper spray against people who were leaving the park.
The order to disperse was given twice, but it could not be heard from where the crowd stood.
Several people reported trouble breathing and were treated by volunteers.
The officers said that bottles had been thrown from the back of the crowd.
Footage from a nearby business shows no objects being thrown at that time.
The board found that the use of spray was not within policy.
It also found that the sergeant in charge did not plan a way out for the crowd.
The officers entered the apartment without a warrant while looking for a person who no longer lived there.
They said that they smelled smoke and feared for the safety of the people inside.
The tenant said that there was no smoke and that the door was broken down within seconds of the first knock.
The fire department has no record of a call to the building on that day.
The board sustained the allegation and recommended that the city pay for the door.
An officer pointed a taser at a teenager who was sitting on a curb with empty hands.
The officer said that the teenager reached toward the waistband more than once.
The recording shows the teenager reaching for a phone that had begun to ring.
The board found that pointing the taser was not reasonable under the circumstances.
The case was referred to the prosecutor, who declined to bring charges.
The complainant did not answer the investigator's letters, and the case was closed for lack of cooperation.
The officer resigned before the board could recommend discipline.
The family said that nobody explained why the young man had been taken to the station.
He was held for five hours and released when a detective confirmed that he was not the suspect.
The suspect's description mentioned a red jacket, while he wore a gray coat.
The board found that the arrest lacked probable cause.
It asked the department to report within ninety days how it will change its practice.
The report was late by two weeks and did not address the question of supervision.
In 2023 the board received twelve complaints about the same unit, of which three were sustained.
The number of complaints about searches fell by 15 percent compared with the year before.
Officers in this unit made 1,240 stops in the first half of the year.
Of the people stopped, 62 percent were Black, while Black residents make up 29 percent of the city.
The board noted that the officer had been the subject of two earlier complaints, neither of which was sustained.
The officer will receive a written reprimand and eight hours of training.
The complainant was told the outcome by letter and may ask for a review within 30 days.
A bus driver called the police because a passenger refused to pay the fare.
Two officers took the passenger by the arms and led the passenger to the sidewalk.
The passenger fell, and it is disputed whether an officer pushed or the passenger slipped.
The bus camera was not working on that day.
The officers offered medical help, which the passenger declined.
The board could not decide between the two accounts and did not sustain the allegation.
Another officer wrote in the report that no force was used, which the board found to be untrue.
The allegation of a false report was sustained by all members who voted.
One member did not take part because of a relation to a witness.
The recommendation was sent to the chief with a request for an answer in time.
The chief may depart from it only with written reasons.
The officers drove past the group three times before they stopped.
They asked everyone for identification, though the law did not require anyone to show it.
Those who refused were searched against a wall in front of their neighbors.
A child of about ten years watched from a window and began to cry.
The officers did not say why they had come, and left when a supervisor called them away.
The board found that the stop of the group was not based on reasonable suspicion.
It recommends that officers give a card with the reason for the stop to each person.
The department accepted this recommendation and will begin in the fall.
The case shows that a clear record made at the time helps everyone, the officers included.`
  .trim()
  .split('\n');
