/** The app's other tabs. Those that cannot speak to each other look for themselves when they are shown. */
export class Tabs {
  #channel = null;

  /** `heard` is given what another tab tells. */
  constructor(name, heard) {
    try {
      this.#channel = new BroadcastChannel(name);
      this.#channel.onmessage = ({ data }) => heard(data);
    } catch {
      // Then there is nobody to tell.
    }
  }

  tell(what) {
    this.#channel?.postMessage(what);
  }

  close() {
    this.#channel?.close();
  }
}
