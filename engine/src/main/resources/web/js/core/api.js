import { retryAfter } from './backoff.js';
import { packed } from './gzip.js';

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

  enrol(code) {
    return this.#call('POST', '/api/v1/devices', { code });
  }

  /** `report` tells the leaders how this phone is doing: {app, waiting}. */
  send(checkIns, report = {}) {
    const body = () => ({ sentAt: new Date(this.#clock.now()).toISOString(), checkIns });
    return this.#call('POST', '/api/v1/check-ins', body, report);
  }

  voidCheckIn(id, reason) {
    return this.#call('POST', `/api/v1/check-ins/${encodeURIComponent(id)}/void`, { reason });
  }

  async #call(method, path, content, report = {}) {
    const headers = { accept: 'application/json', 'accept-language': this.#language() };
    const token = this.#token();
    if (token) headers.authorization = `Bearer ${token}`;
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
