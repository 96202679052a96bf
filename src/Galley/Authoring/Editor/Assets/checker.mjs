// What Galley says about the entry in the form. Galley itself runs here, as WebAssembly, over the client's files.
import { BROKEN, KEY, SOURCE } from './format.mjs';

/** The shortest pause in typing after which is checked, in milliseconds. Where a check takes long, it waits twice as long. */
const PAUSE = 250;
const UNNAMED = 'galley-new-entry';

export class Checker {
  report = null;
  failure = null;
  #settings;
  #formats;
  #files;
  #galley = null;
  #ready;
  #watchers = new Set();
  #timer = 0;
  #known = null;
  #last = null;
  #fields = [];
  #path = null;
  #onMain = new Map();
  #checked = null;
  #saved = new Map();

  constructor(settings, formats, files) {
    [this.#settings, this.#formats, this.#files] = [settings, formats, files];
  }

  /** Loads Galley, and what is slow the first time, before anybody waits for it. */
  start() {
    this.#ready ??= (async () => {
      const { dotnet } = await import('../galley/_framework/dotnet.js');
      const { getAssemblyExports, getConfig, runMain } = await dotnet.create();
      await runMain();
      const galley = (await getAssemblyExports(getConfig().mainAssemblyName)).Galley.Browser.EntryChecker;
      // The pane is narrower than a screen; the author chooses the device.
      this.style = galley.Style().replaceAll('(max-width: 44rem)', '(max-width: 20rem)');
      this.device = galley.Device();
      this.#galley = galley;
      document.documentElement.dataset.galleyReady = String(Math.round(performance.now()));
      this.#tell();
    })().catch(failure => this.#fail('Galley itself could not be loaded, so nothing is checked here. Reload the page.', failure));
    return this.#ready;
  }

  watch(tell) {
    this.#watchers.add(tell);
    return () => this.#watchers.delete(tell);
  }

  /** @param getEntry Gives the entry as it is when the pause is over. */
  schedule(getEntry) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#check(getEntry).catch(failure => this.#fail('The files could not be read.', failure)),
      Math.max(PAUSE, 2 * (this.report?.took ?? 0)));
  }

  /** The client's lead magnets, for a list to choose from. */
  async leadMagnets() {
    const { texts } = await this.#files.load();
    const folder = `clients/${this.#settings.client}/lead-magnets/`;
    return Object.entries(texts).filter(([path]) => path.startsWith(folder)).map(([path, text]) => {
      const ending = path.split('.').at(-1);
      const { key, keyword, resource_name: name, [BROKEN]: broken } = this.#formats[`galley-lead-magnet-${ending}`].fromFile(text);
      return broken ? null : { key: key ?? path.slice(folder.length, -ending.length - 1), keyword, name };
    }).filter(magnet => magnet?.keyword);
  }

  /** @param name With or without its folder. */
  hasMedia(name) {
    return Object.keys(this.#known?.media ?? {}).some(path => `/${path}`.endsWith(`/${name}`));
  }

  /** What stands in the way of saving, beside one field; of the fields that the form lacks, beside the first one. */
  problemsOf(name) {
    const shown = this.#fields;
    return (this.report?.problems ?? []).filter(({ field }) => field === name || name === shown[0] && !shown.includes(field));
  }

  /** The same, of the entry as it is at this very moment. */
  errorsOf(name, getEntry) {
    if (this.#galley && this.#known) this.#judge(getEntry());
    return this.problemsOf(name).filter(({ severity }) => severity === 'error');
  }

  /** The entry to save, with the name that its file gets. An entry with an error is not saved. */
  async beforeSave(entry) {
    await this.start();
    this.#files.forget();
    await this.#check(() => entry);
    if (!entry.get('newRecord')) await this.#refuseWhatChanged(entry);
    if (!this.report) throw new Error(this.failure ?? 'Nothing could be checked. Reload the page.');
    const error = this.report.problems.find(({ severity }) => severity === 'error');
    if (error) throw new Error(`${error.message} ${error.help}`);
    return entry.get('newRecord') ? entry.get('data').set(KEY, this.report.name) : entry.get('data');
  }

  /** What was saved is what the next change begins with. */
  afterSave() {
    if (this.#checked) this.#saved.set(this.#checked.path, this.#checked.text);
    this.afterPublish();
  }

  /** The pull request was merged: what stands on the main branch is another text now. */
  afterPublish() {
    this.#files.forget();
    this.#onMain.clear();
    this.#known = null;
  }

  /** A save puts the whole file in the place of what is there, on the main branch or in the pull request of the entry. */
  async #refuseWhatChanged(entry) {
    const path = this.#files.fromRoot(entry.get('path'));
    const main = this.#known.texts[path];
    const proposed = await this.#files.proposed(entry.get('collection'), entry.get('slug'), path);
    const now = proposed ?? main;
    const own = [entry.getIn(['data', SOURCE]), this.#saved.get(path)];
    const isOwn = now !== undefined && own.some(text => withoutEnd(text) === withoutEnd(now));
    if (isOwn && (proposed === undefined || this.#onMain.get(path) === main)) return;
    throw new Error('Somebody else changed this file since you opened it. Copy your text, reload the page, and make your change again.');
  }

  async #check(getEntry) {
    await this.#ready;
    const path = getEntry()?.get('path') ?? '';
    if (this.#path !== null && path !== this.#path) this.#files.forget();
    this.#path = path;
    this.#known = await this.#files.load();
    const entry = getEntry();
    if (this.#galley && entry?.get('data') && this.#settings.collections[entry.get('collection')]) this.#judge(entry);
  }

  #judge(entry) {
    const collection = this.#settings.collections[entry.get('collection')];
    if (!collection) return;
    const isNew = entry.get('newRecord') || !entry.get('path');
    const path = isNew ? `${collection.folder}/${UNNAMED}.${collection.ending}` : this.#files.fromRoot(entry.get('path'));
    if (!isNew && !this.#onMain.has(path)) this.#onMain.set(path, this.#known.texts[path]);
    const data = entry.get('data').toJS();
    let text;
    try {
      text = this.#formats[collection.format].toFile(data, collection.fields);
    } catch {
      text = data[SOURCE]; // Galley says what is wrong with it.
    }
    const added = (entry.get('mediaFiles')?.toJS() ?? []).filter(file => file.draft).map(file => [this.#files.fromRoot(file.path), file.size ?? file.file?.size ?? 1]);
    const request = JSON.stringify({
      now: this.#settings.now ?? `${new Date().toISOString().slice(0, 16)}:00Z`,
      slug: this.#settings.client,
      path,
      texts: { ...this.#known.texts, [path]: text },
      media: { ...this.#known.media, ...Object.fromEntries(added) },
      is_new: isNew,
    });
    if (request === this.#last) return;
    this.#fields = collection.fields;
    const began = performance.now();
    this.report = JSON.parse(this.#galley.Check(request));
    this.report.took = performance.now() - began;
    this.#checked = { path: path.replace(UNNAMED, this.report.name), text };
    this.report.card = this.report.card?.replaceAll(UNNAMED, this.report.name);
    [this.#last, this.failure] = [request, null];
    this.#tell();
  }

  #fail(words, failure) {
    console.error(failure);
    [this.failure, this.report] = [words, null];
    this.#tell();
  }

  #tell() {
    for (const tell of this.#watchers) tell();
  }
}

/** The editor ends each file that it saves with a line end. */
function withoutEnd(text) {
  return text?.replace(/[\r\n]+$/, '');
}
