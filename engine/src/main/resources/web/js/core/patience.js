/** Something that should have answered by now has not: a memory, a lock, a network that hangs. */
export class Silent extends Error {
  constructor(what) {
    super(`${what} does not answer`);
    this.name = 'Silent';
  }
}

/** The result of `promise`, or `Silent` after `limit` ms; a later result is ignored. */
export function within(limit, promise, what) {
  let timer;
  const silence = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Silent(what)), limit);
  });
  promise.catch(() => {});
  return Promise.race([promise, silence]).finally(() => clearTimeout(timer));
}

export const pause = (ms) => new Promise((resume) => {
  setTimeout(resume, ms);
});
