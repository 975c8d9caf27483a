// Lets the figures of the leaders' desk move. They come by a WebSocket of their own: first all of them, then those that
// have changed, the same message for everybody who reads the same language. A <live-part live="text=T07/today"> shows a
// figure as its text, "data-pace=T07/level" as an attribute; <live-link page="…" start="…"> is the connection.
(() => {
  const figures = new Map(); // what is known, by key
  const followers = new Map(); // key → the parts that follow it
  let number = -1; // of the message heard last

  const attribute = /^(data-|aria-)[a-z-]+$|^title$/;

  function show(part, target, figure) {
    if (target === "text") {
      if (part.firstChild instanceof Text) {
        if (part.firstChild.data !== figure) {
          part.firstChild.data = figure;
        }
      } else {
        part.textContent = figure;
      }
    } else if (target === "hidden") {
      part.hidden = figure !== "";
    } else if (target.startsWith("--")) {
      part.style.setProperty(target, figure);
    } else if (attribute.test(target)) {
      part.setAttribute(target, figure);
    }
  }

  function learn(key, figure) {
    if (figures.get(key) === figure) {
      return;
    }
    figures.set(key, figure);
    for (const {part, target} of followers.get(key) ?? []) {
      show(part, target, figure);
    }
  }

  /** False if something was missed before. */
  function take(message) {
    if ("all" in message) {
      if (message.n >= number) {
        number = message.n;
        Object.entries(message.all).forEach(([key, figure]) => learn(key, figure));
      }
    } else if ("set" in message && message.n > number) {
      if (message.n !== number + 1) {
        return false;
      }
      number = message.n;
      Object.entries(message.set).forEach(([key, figure]) => learn(key, figure));
    }
    return true;
  }

  class LivePart extends HTMLElement {
    static observedAttributes = ["live"];
    #follows = [];

    connectedCallback() {
      this.#leave();
      this.#follows = (this.getAttribute("live") ?? "").split(" ").filter(Boolean).map((one) => {
        const at = one.indexOf("=");
        return {part: this, target: one.slice(0, at), key: one.slice(at + 1)};
      });
      for (const follow of this.#follows) {
        if (!followers.has(follow.key)) {
          followers.set(follow.key, new Set());
        }
        followers.get(follow.key).add(follow);
        if (figures.has(follow.key)) {
          show(this, follow.target, figures.get(follow.key));
        }
      }
    }

    disconnectedCallback() {
      this.#leave();
    }

    attributeChangedCallback() {
      if (this.isConnected) {
        this.connectedCallback();
      }
    }

    #leave() {
      this.#follows.forEach((follow) => followers.get(follow.key)?.delete(follow));
      this.#follows = [];
    }
  }

  class LiveLink extends HTMLElement {
    static observedAttributes = ["page", "start"];
    #socket = null;
    #again = null;
    #seen = () => {
      if (this.#socket?.readyState === WebSocket.OPEN) {
        this.#socket.send(document.hidden ? "0" : "1");
      } else if (!document.hidden) {
        this.#open(); // A page that has slept wants no further delay.
      }
    };

    connectedCallback() {
      document.addEventListener("visibilitychange", this.#seen);
      this.#open();
    }

    disconnectedCallback() {
      document.removeEventListener("visibilitychange", this.#seen);
      this.#close();
    }

    attributeChangedCallback(name, _, value) {
      if (name === "start") {
        take(JSON.parse(value));
      } else if (this.isConnected) {
        this.#open();
      }
    }

    #close() {
      clearTimeout(this.#again);
      const before = this.#socket;
      this.#socket = null;
      before?.close();
    }

    #open() {
      this.#close();
      const page = this.getAttribute("page");
      if (!page) {
        return;
      }
      const socket = new WebSocket(`${location.origin.replace(/^http/, "ws")}/leader/live?page=${page}`);
      this.#socket = socket;
      socket.onopen = () => {
        if (document.hidden) {
          socket.send("0");
        }
      };
      socket.onmessage = ({data}) => {
        document.dispatchEvent(new Event("gocua-heard"));
        if (!take(JSON.parse(data)) && socket.readyState === WebSocket.OPEN) {
          socket.send("?");
        }
      };
      socket.onclose = () => {
        if (this.#socket === socket) {
          this.#again = setTimeout(() => this.#open(), 800 + 700 * Math.random());
        }
      };
    }
  }

  customElements.define("live-part", LivePart);
  customElements.define("live-link", LiveLink);
})();
