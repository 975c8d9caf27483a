const WORDS = { QuotaExceededError: 'problem.quota', Silent: 'problem.silent' };

/** The text that says why the phone's memory kept nothing; undefined: it is something else. */
export const notKept = (problem) => WORDS[problem?.name];
