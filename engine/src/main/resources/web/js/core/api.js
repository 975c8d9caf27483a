import { retryAfter } from './backoff.js';
import { written } from './clock.js';
import { packed } from './gzip.js';
import { readEvents } from './stream.js';

const TIMEOUT = 40_000;
const OURS = 'urn:gocua:problem:';

/** No answer of our engine: no network, a time-out, a Wi-Fi's sign-in page, a proxy's error. */
export class NoContact extends Error {
  /** `wait` is the answer's own (ms); `binding`: our engine asked for it. */
  constructor(cause, wait = 0, binding = false) {
    super('no contact with the engine', { cause });
    this.name = 'NoContact';
    this.wait = wait;
    this.binding = binding;
  }
}

/** The engine refused: a problem of RFC 9457 with its stable `code` and a `title` for people. */
export class Refused extends Error {
  /** `token` is the one that the request carried. */
  constructor(status, problem, wait, token = null) {
    super(problem.code);
    this.name = 'Refused';
    this.status = status;
    this.code = problem.code;
    this.title = problem.title ?? '';
    this.detail = problem.detail ?? '';
    this.team = problem.team ?? null;
    this.wait = wait;
    this.binding = true;
    this.token = token;
  }

  /** Whether the token is no longer good; other 401s concern the request's way. */
  get shutsOut() {
    return this.status === 401 && (this.code === 'token-not-valid' || this.unused);
  }

  /** Whether the enrolment ended since the phone was not used for long. */
  get unused() {
    return this.code === 'phone-unused';
  }
}

/** The phone was enrolled again meanwhile: the answer concerns the old enrolment. */
export class Overtaken extends Error {
  constructor() {
    super('enrolled anew meanwhile');
    this.name = 'Overtaken';
  }
}

/** Whether a body is a problem of our engine. */
const isOurs = (body) => typeof body?.code === 'string' && String(body.type).startsWith(OURS);

/** Form of our engine's good answer; a sign-in page may also say 200 in JSON. */
const isCampaign = (body) => typeof body?.id === 'string' && typeof body.zone === 'string' && Number.isInteger(body.days)
  && [body.activities, body.groups, body.teams].every(Array.isArray);
const isEnrolment = (body) => [body?.device, body?.token, body?.team].every((text) => typeof text === 'string');
const isVerdicts = (body) => Array.isArray(body?.results) && typeof body.receivedAt === 'string';
const isSession = (body) => typeof body?.token === 'string';
const isOf = (code) => (body) => typeof body?.code === 'string' && body.code.toUpperCase() === code.toUpperCase();

/** The engine's routes that a phone uses. The engine's own good answers also teach the clock. */
export class Api {
  #base;
  #fetch;
  #clock;
  #token;
  #inUse;
  #language;
  #gzip = true;

  /**
   * An unsupported language gets the server's first. `token` is this page's; `inUse` gives the phone's present one,
   * from any tab.
   */
  constructor({
    base = '', fetch = (...call) => globalThis.fetch(...call), clock, token = () => null, inUse = async () => token(),
    language = () => '*',
  }) {
    this.#base = base;
    this.#fetch = fetch;
    this.#clock = clock;
    this.#token = token;
    this.#inUse = inUse;
    this.#language = language;
  }

  campaign() {
    return this.#call('GET', '/api/v1/campaign', undefined, { good: isCampaign, token: null, time: (body) => body.at });
  }

  /** `enrolment` stays the same for all tries with one code: an answer that was lost then costs no second code. */
  enrol(code, enrolment) {
    return this.#call('POST', '/api/v1/devices', { code, enrolment }, { good: isEnrolment, token: null });
  }

  /** `report` goes to the leaders: {app, waiting}. `token` is of the items' team. */
  send(checkIns, report, token) {
    const body = () => ({ sentAt: written(this.#clock.now()), checkIns });
    const time = ({ receivedAt, results }) => (results.some(({ outcome }) => outcome === 'later') ? null : receivedAt);
    return this.#call('POST', '/api/v1/check-ins', body, { ...report, good: isVerdicts, token, device: true, time });
  }

  voidCheckIn(id, reason, token) {
    const path = `/api/v1/check-ins/${encodeURIComponent(id)}/void`;
    return this.#call('POST', path, { reason }, { token, device: true, good: (body) => body?.voided === true });
  }

  /** `act` is claim, release, or close without a check-in; answers the request as it then is. */
  help(code, act) {
    return this.#call('POST', `/api/v1/help-requests/${encodeURIComponent(code)}/${act}`, undefined,
      { token: this.#token(), device: true, good: isOf(code) });
  }

  /** Closes a request with this check-in, which the engine must have. */
  closeHelp(code, checkIn, token) {
    const path = `/api/v1/help-requests/${encodeURIComponent(code)}/close`;
    return this.#call('POST', path, { checkIn }, { token, device: true, good: isOf(code) });
  }

  /** Reads the contact. Each access is recorded; show the answer and keep it nowhere. */
  contact(code) {
    return this.#call('GET', `/api/v1/help-requests/${encodeURIComponent(code)}/contact`, undefined,
      { token: this.#token(), device: true, good: isOf(code) });
  }

  /** Server-sent events until the stream ends or `signal` says so. */
  async follow(path, signal, hear) {
    const token = this.#token();
    const headers = this.#headers('text/event-stream', token);
    const request = { headers, signal, cache: 'no-store', credentials: 'omit', redirect: 'error' };
    try {
      const response = await this.#fetch(this.#base + path, request);
      const type = response.headers.get('content-type') ?? '';
      if (response.ok && type.startsWith('text/event-stream')) return await readEvents(response.body, hear);
      const wait = this.#wait(response);
      const problem = await response.json();
      throw response.status < 400 || response.status >= 500 || !isOurs(problem)
        ? new NoContact(response.status, wait, isOurs(problem)) : new Refused(response.status, problem, wait, token);
    } catch (problem) {
      if (problem instanceof Refused || problem instanceof NoContact) throw problem;
      throw new NoContact(problem);
    }
  }

  #headers(accept, token) {
    const headers = { accept, 'accept-language': this.#language() };
    if (token) headers.authorization = `Bearer ${token}`;
    return headers;
  }

  /** A leader's session, for the one thing that a leader may do on a phone: take a backup in. */
  signIn(username, password, totp) {
    return this.#call('POST', '/api/v1/sessions', { username, password, ...(totp && { totp }) }, { token: null, good: isSession });
  }

  signOut(token) {
    return this.#call('DELETE', '/api/v1/sessions/current', undefined, { token, good: () => true });
  }

  /** `parts` are the links that were scanned. */
  takeIn(team, parts, token) {
    const path = `/api/v1/teams/${encodeURIComponent(team)}/backups`;
    return this.#call('POST', path, { parts }, { token, good: isVerdicts, time: (body) => body.receivedAt });
  }

  /**
   * `good` checks the answer's form, `time` reads the engine's time from it. `device`: the answer counts only while the
   * phone's token is in use.
   */
  async #call(method, path, content, { token, device = false, good, time = () => null, ...report }) {
    const headers = this.#headers('application/json', token);
    if (report.app) headers['x-gocua-app'] = report.app;
    if (report.waiting !== undefined) headers['x-gocua-waiting'] = String(report.waiting);
    const asked = this.#clock.moment();
    const payload = typeof content === 'function' ? content() : content;
    const { response, body, received } = await this.#exchange(path, await this.#request(method, headers, payload));
    if (device && token !== (await this.#inUse())) throw new Overtaken();
    if (headers['content-encoding'] && [400, 415].includes(response.status)) {
      // Uncompressed it may get through: the engine, or a box on the way, could not decompress it.
      this.#gzip = false;
      return this.#call(method, path, content, { token, device, good, time, ...report });
    }
    if (response.ok && good(body)) {
      this.#clock.learn(Date.parse(time(body) ?? ''), asked, received);
      return body;
    }
    const wait = this.#wait(response);
    // A 5xx tells nothing of the request's fate; a body without our problem is another server's.
    if (response.ok || response.status >= 500 || !isOurs(body)) throw new NoContact(response.status, wait, isOurs(body));
    throw new Refused(response.status, body, wait, token);
  }

  /** A date in `Retry-After` is compared with the date of the same answer: both are of one clock. */
  #wait(response) {
    const date = Date.parse(response.headers.get('date') ?? '');
    return retryAfter(response.headers.get('retry-after'), Number.isFinite(date) ? date : this.#clock.trueNow());
  }

  async #request(method, headers, payload) {
    const request = { method, headers, cache: 'no-store', credentials: 'omit', redirect: 'error' };
    if (payload === undefined) return request;
    headers['content-type'] = 'application/json';
    const text = JSON.stringify(payload);
    const small = this.#gzip ? await packed(text) : null;
    if (small) headers['content-encoding'] = 'gzip';
    return { ...request, body: small ?? text };
  }

  /** The time limit covers the body too: a bad network may deliver headers only. */
  async #exchange(path, request) {
    const stop = new AbortController();
    let timer;
    const limit = new Promise((_, reject) => {
      timer = setTimeout(() => {
        stop.abort();
        reject(new DOMException('no answer', 'TimeoutError'));
      }, TIMEOUT);
    });
    let response;
    const exchange = async () => {
      response = await this.#fetch(this.#base + path, { ...request, signal: stop.signal });
      const received = this.#clock.elapsed();
      const body = response.status === 204 ? null : await response.json();
      return { response, body, received };
    };
    try {
      return await Promise.race([exchange(), limit]);
    } catch (problem) {
      throw new NoContact(problem, response ? this.#wait(response) : 0);
    } finally {
      clearTimeout(timer);
    }
  }
}
