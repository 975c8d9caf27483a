// A ticket's QR code, shown to the camera. It is on only after somebody has asked for it, says so in words, and goes out by
// itself: when a code is found, when the page is left, after half a minute. No picture is kept. Where the browser can't read QR
// codes by itself the kiosk's server does, but only if it runs on this very machine: no picture leaves it.
(() => {
  const stopAfter = 30_000;
  const lookEvery = 200;
  const side = 480;
  const dresses = ["invert(1)", "grayscale(1) contrast(4)", "none", "grayscale(1) contrast(4) invert(1)"];
  const page = document.documentElement;
  const serverIsHere = ["localhost", "127.0.0.1", "[::1]"].includes(location.hostname);
  let eye = null;
  let detector = null;
  let dressed = -1;

  async function prepare() {
    if (!location.pathname.startsWith("/kiosk") || !navigator.mediaDevices?.getUserMedia) {
      return;
    }
    try {
      const formats = await globalThis.BarcodeDetector?.getSupportedFormats();
      detector = formats?.includes("qr_code") ? new BarcodeDetector({formats: ["qr_code"]}) : null;
      const devices = await navigator.mediaDevices.enumerateDevices();
      const camera = devices.some((device) => device.kind === "videoinput") && (detector !== null || serverIsHere);
      page.toggleAttribute("data-camera", camera);
    } catch {
      page.removeAttribute("data-camera");
    }
  }

  async function start() {
    const video = document.querySelector(".kiosk .find video");
    if (eye || !video) {
      return;
    }
    const mine = {video, stream: null};
    eye = mine;
    // Also when the camera, or what reads its pictures, never answers.
    setTimeout(() => { if (eye === mine) { stop(); } }, stopAfter);
    delete page.dataset.cameraTrouble;
    page.dataset.cameraOn = "";
    try {
      mine.stream = await navigator.mediaDevices.getUserMedia(
        {audio: false, video: {width: {ideal: 1280}, height: {ideal: 720}, facingMode: "user"}});
      video.muted = true;
      video.srcObject = mine.stream;
      await video.play();
    } catch {
      if (eye === mine) {
        stop();
        page.dataset.cameraTrouble = "";
      }
      mine.stream?.getTracks().forEach((track) => track.stop());
      return;
    }
    if (eye !== mine) {
      mine.stream.getTracks().forEach((track) => track.stop());
      return;
    }
    look(mine);
  }

  function stop() {
    if (eye) {
      eye.stream?.getTracks().forEach((track) => track.stop());
      eye.video.srcObject = null;
      eye = null;
    }
    delete page.dataset.cameraOn;
  }

  async function look(mine) {
    if (eye !== mine) {
      return;
    }
    if (!mine.video.isConnected) {
      stop();
      return;
    }
    let text = "";
    try {
      text = detector ? await detected(mine.video) : await readHere(mine.video);
    } catch {
      // This picture could not be read; the next one may.
    }
    if (eye === mine && text) {
      const find = mine.video.closest(".find");
      stop();
      find?.dispatchEvent(new CustomEvent("gocua-scan", {detail: globalThis.gocuaTicket(text)}));
    } else {
      setTimeout(look, lookEvery, mine);
    }
  }

  // A browser's detector reads dark on bright with a margin around. Every second look is at the same picture dressed up: for a
  // code that is white on black, pale, or without a margin.
  async function detected(video) {
    const plain = (await detector.detect(video))[0]?.rawValue;
    if (plain) {
      return plain;
    }
    dressed = (dressed + 1) % dresses.length;
    const context = middle(video, side / 8, dresses[dressed]);
    return context === null ? "" : (await detector.detect(context.canvas))[0]?.rawValue ?? "";
  }

  // The middle of the picture as a square with a white margin; null while there is no picture.
  function middle(video, margin, filter) {
    const edge = Math.min(video.videoWidth, video.videoHeight);
    if (edge === 0) {
      return null;
    }
    const context = new OffscreenCanvas(side + 2 * margin, side + 2 * margin).getContext("2d", {willReadFrequently: true});
    context.fillStyle = "#fff";
    context.fillRect(0, 0, side + 2 * margin, side + 2 * margin);
    context.filter = filter;
    context.drawImage(video, (video.videoWidth - edge) / 2, (video.videoHeight - edge) / 2, edge, edge,
      margin, margin, side, side);
    return context;
  }

  // The middle of the picture, in grey.
  async function readHere(video) {
    const context = middle(video, 0, "none");
    if (context === null) {
      return "";
    }
    const {data} = context.getImageData(0, 0, side, side);
    const grey = new Uint8Array(side * side);
    for (let i = 0; i < grey.length; i++) {
      grey[i] = (data[4 * i] * 77 + data[4 * i + 1] * 150 + data[4 * i + 2] * 29) >> 8;
    }
    const answer = await fetch("/kiosk/scan", {method: "POST", body: grey, signal: AbortSignal.timeout(3000)});
    return answer.status === 200 ? answer.text() : "";
  }

  addEventListener("click", (event) => {
    if (event.target.closest?.(".camera-start")) {
      start();
    } else if (event.target.closest?.(".kiosk button")) {
      stop();
      delete page.dataset.cameraTrouble;
    }
  });
  addEventListener("pagehide", stop);
  document.addEventListener("visibilitychange", () => { if (document.hidden) { stop(); } });
  navigator.mediaDevices?.addEventListener("devicechange", prepare);
  prepare();
})();
