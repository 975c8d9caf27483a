import { retryAfter } from './backoff.js';
import { packed } from './gzip.js';
import { readEvents } from './stream.js';

const TIMEOUT = 40_000;

/** Nothing that can be trusted came back: no network, a time-out, a sign-in page of some Wi-Fi, a proxy's error. */
export class NoContact extends Error {
  constructor(cause, wait = 0) {
    super('no contact with the engine', { cause });
    this.name = 'NoContact';
    this.wait = wait;
  }
}

/** The engine refused: a problem of RFC 9457 with its stable `code` and a `title` for people. */
export class Refused extends Error {
  constructor(status, problem, wait) {
    super(problem?.code ?? `status-${status}`);
    this.name = 'Refused';
    this.status = status;
    this.code = problem?.code ?? `status-${status}`;
    this.title = problem?.title ?? '';
    this.detail = problem?.detail ?? '';
    this.team = problem?.team ?? null;
    this.wait = wait;
  }
}

/** The engine's routes that a phone uses. Every answer also teaches the clock. */
export class Api {
  #base;
  #fetch;
  #clock;
  #token;
  #language;
  #gzip = true;

  constructor({ base = '', fetch = (...call) => globalThis.fetch(...call), clock, token = () => null, language = () => 'vi' }) {
    this.#base = base;
    this.#fetch = fetch;
    this.#clock = clock;
    this.#token = token;
    this.#language = language;
  }

  campaign() {
    return this.#call('GET', '/api/v1/campaign');
  }

  /** `enrolment` stays the same for all tries with one code: an answer that was lost then costs no second code. */
  enrol(code, enrolment) {
    return this.#call('POST', '/api/v1/devices', { code, enrolment });
  }

  /** `report` tells the leaders how this phone is doing: {app, waiting}. */
  send(checkIns, report = {}) {
    const body = () => ({ sentAt: new Date(this.#clock.now()).toISOString(), checkIns });
    return this.#call('POST', '/api/v1/check-ins', body, report);
  }

  voidCheckIn(id, reason) {
    return this.#call('POST', `/api/v1/check-ins/${encodeURIComponent(id)}/void`, { reason });
  }

  /** `act` is claim or release; answers the request as it then is. */
  help(code, act) {
    return this.#call('POST', `/api/v1/help-requests/${encodeURIComponent(code)}/${act}`);
  }

  /** Says that a request is done, reported by this check-in, which the engine must have. */
  closeHelp(code, checkIn) {
    return this.#call('POST', `/api/v1/help-requests/${encodeURIComponent(code)}/close`, { checkIn });
  }

  /** Who asked. Every reading is on record; the answer is for the screen and for nothing else. */
  contact(code) {
    return this.#call('GET', `/api/v1/help-requests/${encodeURIComponent(code)}/contact`);
  }

  /** Server-sent events until the stream ends or `signal` says so. */
  async follow(path, signal, hear) {
    const headers = this.#headers('text/event-stream');
    const request = { headers, signal, cache: 'no-store', credentials: 'omit', redirect: 'error' };
    try {
      const response = await this.#fetch(this.#base + path, request);
      if (response.ok) return await readEvents(response.body, hear);
      const wait = retryAfter(response.headers.get('retry-after'));
      const problem = await response.json();
      throw response.status >= 500 || typeof problem?.code !== 'string'
        ? new NoContact(response.status, wait) : new Refused(response.status, problem, wait);
    } catch (problem) {
      if (problem instanceof Refused || problem instanceof NoContact) throw problem;
      throw new NoContact(problem);
    }
  }

  #headers(accept, token = this.#token()) {
    const headers = { accept, 'accept-language': this.#language() };
    if (token) headers.authorization = `Bearer ${token}`;
    return headers;
  }

  /** A leader's session, for the one thing that a leader may do on a phone: take a backup in. */
  signIn(username, password, totp) {
    return this.#call('POST', '/api/v1/sessions', { username, password, ...(totp && { totp }) });
  }

  signOut(token) {
    return this.#call('DELETE', '/api/v1/sessions/current', undefined, { token });
  }

  /** `parts` are the links that were scanned. */
  takeIn(team, parts, token) {
    return this.#call('POST', `/api/v1/teams/${encodeURIComponent(team)}/backups`, { parts }, { token });
  }

  async #call(method, path, content, report = {}) {
    const headers = this.#headers('application/json', report.token);
    if (report.app) headers['x-gocua-app'] = report.app;
    if (report.waiting !== undefined) headers['x-gocua-waiting'] = String(report.waiting);
    const asked = this.#clock.now();
    const payload = typeof content === 'function' ? content() : content;
    const { response, body, received } = await this.#exchange(path, await this.#request(method, headers, payload));
    const wait = retryAfter(response.headers.get('retry-after'));
    if (response.status === 415 && headers['content-encoding']) {
      this.#gzip = false;
      return this.#call(method, path, content, report);
    }
    this.#clock.learn(Date.parse(body?.receivedAt ?? response.headers.get('date')), asked, received);
    if (response.ok) return body;
    // A 5xx says nothing of what became of the request; a 404 without a problem is somebody else's server.
    if (response.status >= 500 || typeof body?.code !== 'string') throw new NoContact(response.status, wait);
    throw new Refused(response.status, body, wait);
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

  /** The time limit covers the body too: on a bad network headers may come and the rest never. */
  async #exchange(path, request) {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), TIMEOUT);
    let response;
    try {
      response = await this.#fetch(this.#base + path, { ...request, signal: stop.signal });
      const received = this.#clock.now();
      const body = response.status === 204 ? null : await response.json();
      return { response, body, received };
    } catch (problem) {
      throw new NoContact(problem, retryAfter(response?.headers.get('retry-after')));
    } finally {
      clearTimeout(timer);
    }
  }
}
