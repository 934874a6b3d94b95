export const errorCodes: Readonly<Record<string, string>> = {};
