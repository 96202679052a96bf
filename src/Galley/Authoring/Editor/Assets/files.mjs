// The client's files, read as the signed-in person by the editor's own backend.
const TEXT = ['md', 'yaml'];
const MEDIA = /\.(png|jpe?g|gif|webp|pdf)$/i;
/** Deeper than anybody's folders. */
const DEPTH = 20;

export class Files {
  #backend;
  #settings;
  #loaded = null;

  /** @param registered The backend as the editor knows it; it makes the one that the page signs in to. */
  constructor(registered, settings) {
    this.#settings = settings;
    const make = registered.init;
    registered.init = (...given) => this.#backend = make(...given);
  }

  /** What the next question finds is read anew. */
  forget() {
    this.#loaded = null;
  }

  /** The file's text in the entry's own pull request, which the signed-in people share; undefined without one. */
  async proposed(collection, slug, path) {
    if (!this.#settings.has_pull_requests) return undefined;
    try {
      const { diffs } = await this.#backend.unpublishedEntry({ collection, slug });
      const changed = diffs.find(diff => diff.path === this.#full(path));
      return changed && await this.#backend.unpublishedEntryDataFile(collection, slug, changed.path, changed.id);
    } catch (failure) {
      if (failure.notUnderEditorialWorkflow) return undefined;
      throw failure;
    }
  }

  /** Texts and sizes of media, by their paths from the content root. */
  load() {
    return this.#loaded ??= this.#read().catch(failure => {
      this.#loaded = null;
      throw failure;
    });
  }

  async #read() {
    const client = `clients/${this.#settings.client}`;
    const texts = Object.fromEntries((await Promise.all([
      this.#single('galley.yaml'),
      this.#single(`${client}/client.yaml`),
      this.#folder('styles', 'yml'),
      this.#folder(`${client}/styles`, 'yml'),
      ...['posts', 'lead-magnets'].flatMap(folder => TEXT.map(ending => this.#folder(`${client}/${folder}`, ending))),
    ])).flat());
    const media = Object.fromEntries((await Promise.all(['media', 'posts'].map(folder => this.#media(`${client}/${folder}`)))).flat());
    return { texts, media };
  }

  async #single(path) {
    try {
      return [[path, (await this.#backend.getEntry(this.#full(path))).data]];
    } catch {
      return []; // galley.yaml is optional, and what is missing is for the check to say.
    }
  }

  async #folder(path, ending) {
    const list = this.#backend.allEntriesByFolder ?? this.#backend.entriesByFolder;
    const found = await list.call(this.#backend, this.#full(path), ending, DEPTH);
    return found.map(({ data, file }) => [this.fromRoot(file.path), data]);
  }

  async #media(path) {
    const found = await this.#backend.getMedia(this.#full(path));
    return found.filter(file => MEDIA.test(file.path)).map(file => [this.fromRoot(file.path), file.size ?? 0]);
  }

  fromRoot(path) {
    return path.slice(this.#settings.content.length);
  }

  #full(path) {
    return this.#settings.content + path;
  }
}
