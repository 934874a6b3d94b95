/** What an operator set cannot be gone by; says which variable, and how to mend it. */
export class SettingsRefused extends Error {}
