// Addresses of pictures that the editor gets when it is asked for them, and not at once.

/** What the editor shows while it gets a picture, or when it can't. */
const EMPTY = 'empty.svg';
const WAIT = 300;
const MOST = 100;

export class Pictures {
  #checker;
  #again;
  #timer = 0;
  #asked = 0;

  /** @param again Asks anew for all pictures that are shown. */
  constructor(checker, again) {
    [this.#checker, this.#again] = [checker, again];
  }

  /** @returns Undefined while the picture is not here. Each question for one that does not exist would be a request. */
  source(name, asset) {
    if (asset && asset.path !== EMPTY) return asset.toString();
    if (this.#checker.hasMedia(name) && this.#asked++ < MOST) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(this.#again, WAIT);
    }
    return undefined;
  }

  stop() {
    clearTimeout(this.#timer);
  }
}
