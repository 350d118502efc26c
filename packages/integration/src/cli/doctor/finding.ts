/** One line of the doctor's report. */
export interface Finding {
  check: string;
  status: 'ok' | 'warn' | 'fail';
  message: string;
  /** What to do about it. */
  advice?: string;
}

export const ok = (check: string, message: string, advice?: string): Finding => ({
  check,
  status: 'ok',
  message,
  ...(advice && { advice }),
});

export const warn = (check: string, message: string, advice: string): Finding => ({
  check,
  status: 'warn',
  message,
  advice,
});

export const fail = (check: string, message: string, advice: string): Finding => ({
  check,
  status: 'fail',
  message,
  advice,
});
