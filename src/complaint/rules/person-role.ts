/** How a person stands in a case: a code of the charter's `parties.roles`. One person may stand in several ways. */
export type PersonRole = string;
