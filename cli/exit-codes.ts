/** The exit codes of the command line; docs/architecture.md lists them. */
export const exitCodes = {
  done: 0,
  bug: 1,
  badInput: 2,
  someFailed: 3,
  checkFailed: 4,
  diskRefused: 74,
  busy: 75,
  interrupted: 130,
} as const;
